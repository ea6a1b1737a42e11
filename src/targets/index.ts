// Targets: VMs that can be checked.
export { CanaryTarget } from "./canary.ts";
export { CkbSystemCalls, worldDataSource } from "./ckb-system-calls.ts";
export { ReferenceTarget } from "./reference.ts";
export * from "./target.ts";
