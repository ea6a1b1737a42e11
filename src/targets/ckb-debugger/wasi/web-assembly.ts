// The part of the JavaScript API of WebAssembly that is used here: without the browser's types nothing declares it.

/** A compiled module. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: string;
}

/** The memory of an instance; the buffer is another one whenever the memory has grown. */
export interface WasmMemory {
  readonly buffer: ArrayBufferLike;
}

/** What a module wants from its host. */
export interface WasmImport {
  readonly module: string;
  readonly name: string;
  readonly kind: string;
}

/** Functions by name, for each module name that is imported from. */
export type WasmImports = Readonly<Record<string, Readonly<Record<string, (...args: number[]) => number>>>>;

interface WebAssemblyApi {
  /** Rejects if the bytes are no valid module. */
  compile(bytes: Uint8Array): Promise<WasmModule>;
  readonly Module: { imports(module: WasmModule): WasmImport[] };
  readonly Instance: new (
    module: WasmModule,
    imports: WasmImports,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly Memory: abstract new (...args: never[]) => WasmMemory;
}

export const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyApi };
