// Targets: VMs that can be checked.
export { ReferenceTarget } from "./reference.ts";
export * from "./target.ts";
