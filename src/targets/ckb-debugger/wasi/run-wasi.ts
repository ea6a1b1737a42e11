import { guarded, missing, wasiCalls, type WasiCall } from "./calls.ts";
import { WasiError, WasiExit, WasiOutputLimit } from "./errors.ts";
import { Files, OutputSink, type OutputBudget } from "./files.ts";
import { GuestMemory } from "./guest-memory.ts";
import { WebAssembly, type WasmImports, type WasmModule } from "./web-assembly.ts";

/** What a command-line program is started with. */
export interface WasiOptions {
  /** The first one is the program's name. */
  readonly args: readonly (string | Uint8Array)[];
  /** `NAME=VALUE` each; nothing if left out. */
  readonly environment?: readonly string[];
  /** Nothing if left out. */
  readonly stdin?: Uint8Array;
  /** Contents of the files in the directory `/`, by name. They cannot be changed. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** For both output streams together; a program that writes more is stopped there. */
  readonly outputLimitBytes: number;
}

/** A trap is what WebAssembly calls a crash, and `text` says which; `limit` is that of the output. */
export type WasiEnd =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "trap"; readonly text: string }
  | { readonly kind: "limit" };

/** How a program ended, and what it wrote. */
export interface WasiResult {
  readonly end: WasiEnd;
  readonly stdout: string;
  readonly stderr: string;
}

const WASI = "wasi_snapshot_preview1";

/**
 * Runs a WASI preview 1 program to its end in a fresh instance with an in-memory host: no file, clock, entropy or
 * variable of this machine is seen, so that the same options always give the same result. It is synchronous, and
 * nothing can stop it from outside.
 * @throws WasiError if the module is no such program, or asks for what the host does not offer
 */
export function runWasi(module: WasmModule, options: WasiOptions): WasiResult {
  const budget: OutputBudget = { bytes: options.outputLimitBytes };
  const stdout = new OutputSink(budget);
  const stderr = new OutputSink(budget);
  const memory = new GuestMemory();
  const files = new Files(options.files ?? new Map(), options.stdin ?? new Uint8Array(0), stdout, stderr);
  const args = options.args.map(terminated);
  const environment = (options.environment ?? []).map(terminated);
  const calls = wasiCalls({ memory, files, args, environment });
  const start = instantiate(module, importsOf(module, calls), memory);
  return { end: endOf(start), stdout: stdout.text(), stderr: stderr.text() };
}

function terminated(text: string | Uint8Array): Uint8Array {
  const bytes = Buffer.from(text);
  if (bytes.includes(0)) throw new WasiError("an argument has a zero byte, which no command line can carry");
  return Buffer.concat([bytes, Buffer.of(0)]);
}

/** An import object with every function the module names; those that the host does not have throw when called. */
function importsOf(module: WasmModule, calls: Readonly<Record<string, WasiCall>>): WasmImports {
  const functions: Record<string, WasiCall> = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (from !== WASI || kind !== "function") throw new WasiError(`it imports ${kind} ${from}.${name}`);
    functions[name] = Object.hasOwn(calls, name) ? guarded(calls[name]) : missing(name);
  }
  return { [WASI]: functions };
}

/** Makes an instance; gives its `_start`. */
function instantiate(module: WasmModule, imports: WasmImports, guestMemory: GuestMemory): (this: void) => unknown {
  let exports: Readonly<Record<string, unknown>>;
  try {
    ({ exports } = new WebAssembly.Instance(module, imports));
  } catch (error) {
    throw new WasiError(`it cannot be instantiated: ${String(error)}`);
  }
  const { memory, _start: start } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new WasiError("it exports no memory");
  if (typeof start !== "function") throw new WasiError("it exports no _start");
  guestMemory.attach(memory);
  return start as (this: void) => unknown;
}

function endOf(start: (this: void) => unknown): WasiEnd {
  try {
    start();
    return { kind: "exit", code: 0 };
  } catch (error) {
    if (error instanceof WasiExit) return { kind: "exit", code: error.code };
    if (error instanceof WasiOutputLimit) return { kind: "limit" };
    if (error instanceof WasiError) throw error;
    // WebAssembly.RuntimeError, or a RangeError where the module ran out of stack.
    return { kind: "trap", text: error instanceof Error ? error.message : "an exception of its own" };
  }
}
