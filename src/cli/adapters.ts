import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { ProcessTarget, type Target } from "../targets/index.ts";
import { CORPUS } from "./corpus.ts";
import { InconclusiveError } from "./exit.ts";
import { readPolicy } from "./policy.ts";
import type { OpenOptions } from "./open-options.ts";

/** A target whose server is built from `adapters/`. */
export interface Adapter {
  readonly name: string;
  readonly about: string;
  /** Folder inside `adapters/`. */
  readonly folder: string;
  /** The argument of the server. */
  readonly engine: string;
}

const ROOT = join(CORPUS, "..");
const ENGINES = [
  ["plain", "plain interpreter"],
  ["trace", "trace interpreter"],
  ["asm", "assembly engine"],
] as const;

/** The adapters of the checkout. */
export const ADAPTERS: readonly Adapter[] = [
  ["ckb-vm", "the ckb-vm crate 0.24.12"],
  ["ckb-vm-latest", "the newest ckb-vm crate"],
].flatMap(([folder, crate]) =>
  ENGINES.map(([engine, title]) => ({ name: `${folder}:${engine}`, about: `${crate}, ${title}`, folder, engine })),
);

/** The program that serves an adapter; where it is not built, how to. */
export function adapterProgram({ folder }: Adapter): { readonly file: string; readonly howToBuild: string } {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    file: join(ROOT, "adapters", folder, "target", "release", `rvrelay-ckb-vm${suffix}`),
    howToBuild: `cargo build --release --manifest-path ${relative(".", join(ROOT, "adapters", folder, "Cargo.toml"))}`,
  };
}

/** True if the adapter is built. */
export function isBuilt(adapter: Adapter): boolean {
  return existsSync(adapterProgram(adapter).file);
}

/** Starts the server of an adapter. @throws InconclusiveError if it is not built, TargetError */
export async function adapterTarget(adapter: Adapter, { policy, timeoutMs }: OpenOptions): Promise<Target> {
  const { file, howToBuild } = adapterProgram(adapter);
  if (!isBuilt(adapter)) throw new InconclusiveError(`${adapter.name} is not built; build it with: ${howToBuild}`);
  return ProcessTarget.open({
    words: [file, adapter.engine],
    name: adapter.name,
    policy: [...readPolicy(join(ROOT, "policy", "ckb-vm.json")), ...policy],
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
}
