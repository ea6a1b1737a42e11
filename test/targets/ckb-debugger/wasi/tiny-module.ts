import { WebAssembly, type WasmModule } from "../../../../src/targets/ckb-debugger/wasi/index.ts";

/** A function that the module imports; every parameter and the result are i32. */
export interface TinyImport {
  readonly from?: string;
  readonly name: string;
  readonly params: number;
  readonly result?: boolean;
}

/** A module to be made; what is left out is as a WASI program has it. */
export interface TinyModule {
  readonly imports?: readonly TinyImport[];
  /** The bytes of `_start`, without its end. */
  readonly body?: readonly number[];
  readonly memory?: boolean;
  /** What the start function is called. */
  readonly start?: string;
  /** Bytes that stand at address 0. */
  readonly data?: string;
}

const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

export const UNREACHABLE = [0x00];
/** `i32.const` of a number from 0 to 63. */
export const constant = (value: number): number[] => [0x41, value];
/** `call` of the function with this index: imports first, then `_start`. */
export const call = (index: number): number[] => [0x10, index];
export const DROP = [0x1a];
/** Does `inner` forever. */
export const forever = (inner: readonly number[]): number[] => [0x03, 0x40, ...inner, 0x0c, 0x00, 0x0b];

/** Compiles a module of a few dozen bytes, written by hand after the WebAssembly specification's binary format. */
export async function tinyModule(tiny: TinyModule): Promise<WasmModule> {
  const { imports = [], body = [], memory = true, start = "_start", data = "" } = tiny;
  const types = [...imports.map(({ params, result = true }) => functionType(params, result)), functionType(0, false)];
  const exported = [[...text(start), 0x00, imports.length], ...(memory ? [[...text("memory"), 0x02, 0x00]] : [])];
  const code = [0x00, ...body, 0x0b];
  const bytes = [
    ...MAGIC_AND_VERSION,
    ...section(1, types),
    ...section(
      2,
      imports.map(({ from = "wasi_snapshot_preview1", name }, k) => [...text(from), ...text(name), 0x00, k]),
    ),
    ...section(3, [[imports.length]]),
    ...section(5, memory ? [[0x00, 0x01]] : []),
    ...section(7, exported),
    ...section(10, [[code.length, ...code]]),
    ...section(11, memory ? [[0x00, ...constant(0), 0x0b, ...text(data)]] : []),
  ];
  return WebAssembly.compile(Uint8Array.from(bytes));
}

function functionType(params: number, result: boolean): number[] {
  return [0x60, params, ...Array.from({ length: params }, () => 0x7f), ...(result ? [1, 0x7f] : [0])];
}

function section(id: number, items: readonly (readonly number[])[]): number[] {
  const content = [items.length, ...items.flat()];
  return items.length === 0 ? [] : [id, (content.length & 0x7f) | 0x80, content.length >> 7, ...content];
}

function text(value: string): number[] {
  return [value.length, ...Buffer.from(value, "latin1")];
}
