// A minimal in-memory host for command-line programs in WebAssembly (WASI preview 1).
export { WasiError } from "./errors.ts";
export { runWasi, type WasiEnd, type WasiOptions, type WasiResult } from "./run-wasi.ts";
export { WebAssembly, type WasmModule } from "./web-assembly.ts";
