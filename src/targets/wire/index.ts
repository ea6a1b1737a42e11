// The wire protocol (docs/wire-protocol.md): VMs in other processes, and this one behind it.
export { splitCommandLine } from "./command-line.ts";
export { ProcessTarget, TARGET_TIMEOUT_MS, type ProcessOptions } from "./process-target.ts";
export { finishText } from "./finish.ts";
export { serve } from "./server.ts";
export { worldText } from "./world.ts";
