import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_WORLD, type World } from "../../src/case/index.ts";
import { compareFinishes } from "../../src/laws/index.ts";
import { compareSnapshots } from "../../src/snapshot/index.ts";
import { ReferenceTarget, stopText } from "../../src/targets/index.ts";
import { anyFile } from "../machine/hostile-files.ts";
import { opening, whyNot } from "./adapter.ts";

// Expected values come from the crate: what it makes of a damaged program file, the reference must make of it.

const FILES = 1500;
const SEED = 5;
const MAX_CYCLES = 5000n;

test.for(["ckb-vm:plain", "ckb-vm-latest:plain"])("damaged program files on %s", async (name, { skip }) => {
  skip(whyNot(name) !== undefined, whyNot(name));
  const [reference, target] = [new ReferenceTarget(), await opening(name)];
  const files = fc.sample(anyFile, { seed: SEED, numRuns: FILES });
  const stops = new Map<string, number>();
  const check = async (program: Uint8Array, k: number): Promise<void> => {
    const version = ([0, 1, 2] as const)[k % 3];
    const args = k % 2 === 0 ? [] : [new TextEncoder().encode("main")];
    const world: World = { ...DEFAULT_WORLD, version, program, args, markProgram: k % 5 !== 0 };
    const leg = { start: "boot", maxCycles: MAX_CYCLES, snapshot: true } as const;
    const expected = reference.run(world, leg);
    const actual = await target.run(world, leg);
    expect(compareFinishes(expected, actual), `file ${k}, version ${version}`).toEqual([]);
    expect(compareSnapshots(expected.snapshot!, actual.snapshot!), `file ${k}`).toBeUndefined();
    expect([actual.started, actual.loadedBytes], `file ${k}`).toEqual([expected.started, expected.loadedBytes]);
    const kind = stopText(expected.stop).split(" ").slice(0, 2).join(" ");
    stops.set(kind, (stops.get(kind) ?? 0) + 1);
  };
  for (let k = 0; k < files.length; k += 16) {
    await Promise.all(files.slice(k, k + 16).map(async (program, n) => check(program, k + n)));
  }
  const kinds = ["ElfParseError", "ElfBits", "ElfSegmentUnreadable", "ElfSegmentWritableAndExecutable"];
  const wanted = [...kinds, "ElfSegmentAddrOrSizeError", "MemOutOfBound", "MemWriteOnFreezedPage"];
  expect(wanted.filter((kind) => !stops.has(`fault ${kind}`))).toEqual([]);
});
