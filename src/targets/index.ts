// Targets: VMs that can be checked.
export { CanaryTarget } from "./canary.ts";
export { ReferenceTarget } from "./reference.ts";
export * from "./target.ts";
