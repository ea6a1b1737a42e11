import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_WORLD, type World } from "../../src/case/index.ts";
import { ReferenceTarget, type Finish, type WorldSnapshot } from "../../src/targets/index.ts";

/** Where CKB-VM is checked out. */
const FOLDER = process.env["RVRELAY_CKB_VM"] ?? join(import.meta.dirname, "../../vendor/ckb-vm");

/** True where its programs are missing. */
export const NO_PROGRAMS = !existsSync(join(FOLDER, "tests/programs"));

/** What to do then. */
export const HOW_TO_GET = "CKB-VM's programs are not here; get them with: git submodule update --init vendor/ckb-vm";

/** The bytes of a program. */
export function programOf(name: string): Uint8Array {
  return readFileSync(join(FOLDER, name === "secp256k1_bench" ? "benches/data" : "tests/programs", name));
}

/** A table of this folder. */
export function tableOf(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));
}

/** A world without system calls. */
export function worldOf(program: Uint8Array, args: readonly string[], changes: Partial<World>): World {
  const bytes = args.map((argument) => new TextEncoder().encode(argument));
  return { ...DEFAULT_WORLD, program, args: bytes, systemCalls: [], ...changes };
}

/** One leg to each cut, then one to the budget, each resuming the snapshot before it; the finish of the last. */
export function relay(world: World, cuts: readonly number[], budget: number): Finish {
  const target = new ReferenceTarget();
  let start: WorldSnapshot | "boot" = "boot";
  for (const cut of cuts) {
    const finish: Finish = target.run(world, { start, maxCycles: BigInt(cut), snapshot: true });
    if (finish.stop.kind !== "budget" || !finish.snapshot) return finish;
    start = finish.snapshot;
  }
  return target.run(world, { start, maxCycles: BigInt(budget), snapshot: false });
}
