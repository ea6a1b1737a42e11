// Targets: VMs that can be checked.
export { CANARIES, CanaryTarget, FlakyCanaryTarget, PartCanaryTarget, SoloCanaryTarget } from "./canary.ts";
export * from "./ckb-debugger/index.ts";
export { CkbSystemCalls, worldDataSource } from "./ckb-system-calls.ts";
export * from "./coverage/index.ts";
export { HostCalls, hostChangesCode, type ContextHolder } from "./host-calls.ts";
export type { PolicyComparison, PolicyEntry } from "./policy.ts";
export { referenceSteps } from "./reference-steps.ts";
export { PolicyError, readPolicyText } from "./read-policy.ts";
export {
  boot,
  LEG_PARTS,
  machineFor,
  stateOf,
  type LegParts,
  type MachineExtras,
  type ReferenceMachine,
} from "./reference-machine.ts";
export { ReferenceTarget, type ReferenceOptions } from "./reference.ts";
export { AliasCanaryTarget, SnapshotCanaryTarget } from "./snapshot-canary.ts";
export { MemoryCanaryTarget, StorageCanaryTarget } from "./storage-canary.ts";
export * from "./target.ts";
export * from "./wire/index.ts";
