// CKB's debugger, which is CKB-VM in WebAssembly, as a target.
export { firstDifference, type StepDifference } from "./first-difference.ts";
export { findDebuggerModule, type ModulePlace } from "./module.ts";
export { referenceSteps } from "./reference-steps.ts";
export type { Step } from "./step-log.ts";
export { CkbDebuggerTarget } from "./target.ts";
