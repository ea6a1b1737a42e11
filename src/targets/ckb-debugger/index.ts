// CKB's debugger, which is CKB-VM in WebAssembly, as a target.
export { findDebuggerModule, type ModulePlace } from "./module.ts";
export { CkbDebuggerTarget } from "./target.ts";
