import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { TargetError } from "../target.ts";
import { WebAssembly, type WasmModule } from "./wasi/index.ts";

/** The npm package that carries CKB's debugger as a WebAssembly module. */
const PACKAGE = "ckb-testtool";
const FILE_IN_PACKAGE = "../src/wasm/ckb-debugger.wasm";
/** Names another module file, to try another build of the debugger. */
const VARIABLE = "RVRELAY_CKB_DEBUGGER_WASM";

/** Where the module is, or one line that says how to get it. */
export type ModulePlace = { readonly file: string } | { readonly missing: string };

/**
 * Looks for the debugger's module: the file that the environment variable RVRELAY_CKB_DEBUGGER_WASM names, else the one
 * in the package ckb-testtool, found from this file and from the working folder. The package's own code is not run.
 */
export function findDebuggerModule(environment: NodeJS.ProcessEnv = process.env): ModulePlace {
  const named = environment[VARIABLE];
  if (named) return existsSync(named) ? { file: named } : { missing: `${VARIABLE}: there is no file ${named}` };
  for (const from of [import.meta.url, pathToFileURL(`${process.cwd()}/`)]) {
    const entry = resolveFrom(from);
    if (entry === undefined) continue;
    const file = fileURLToPath(new URL(FILE_IN_PACKAGE, pathToFileURL(entry)));
    return existsSync(file) ? { file } : { missing: `this version of ${PACKAGE} has no debugger module` };
  }
  return { missing: `${PACKAGE} is not installed; npm install --save-dev --save-exact ${PACKAGE}@1.0.5` };
}

function resolveFrom(from: string | URL): string | undefined {
  try {
    return createRequire(from).resolve(PACKAGE);
  } catch {
    return undefined;
  }
}

const compiled = new Map<string, Promise<WasmModule>>();

/** The compiled module; each file is compiled once in a process. @throws TargetError if it is missing or no module */
export async function loadDebuggerModule(): Promise<WasmModule> {
  const place = findDebuggerModule();
  if ("missing" in place) throw new TargetError(place.missing, { kind: "could not start" });
  let module = compiled.get(place.file);
  if (!module) compiled.set(place.file, (module = compile(place.file)));
  return module;
}

async function compile(file: string): Promise<WasmModule> {
  try {
    return await WebAssembly.compile(await readFile(file));
  } catch (error) {
    throw new TargetError(`${file} cannot be compiled: ${String(error)}`, { kind: "could not start" });
  }
}
