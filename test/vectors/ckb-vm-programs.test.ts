import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readIsa, type CostModel } from "../../src/case/index.ts";
import type { VmVersion } from "../../src/isa/index.ts";
import { stopText, type Finish } from "../../src/targets/index.ts";
import { HOW_TO_GET, NO_PROGRAMS, programOf, relay, tableOf, worldOf } from "./ckb-vm.ts";

// Each program of CKB-VM as it was measured on CKB-VM: README.md in this folder.

interface Loaded {
  readonly version: VmVersion;
  readonly stop: string;
  readonly cycles: Readonly<Record<CostModel, number>>;
  readonly loadedBytes: number;
  readonly pc: string;
}

/** A program that cannot be loaded. */
interface Refused {
  readonly version: VmVersion;
  readonly load: string;
}

interface Program {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly args?: readonly string[];
  readonly finishes: readonly (Loaded | Refused)[];
}

const PROGRAMS = tableOf("ckb-vm-programs.json") as readonly Program[];
const ISA = ["imc", "imc,b,mop", "imc,a,b,mop"].map((text) => readIsa(text) ?? 0);
const BUDGET = 200_000_000;
/** Runs of more cycles are relayed under the constant cost model only. */
const LONG = 10_000_000;

/** Cuts of a run of that many cycles: early, in the middle, and just before its end. */
function cutsOf(cycles: number): number[] {
  return [1, Math.floor(cycles / 3), Math.floor((2 * cycles) / 3), cycles - 1].filter((cut) => cut > 0);
}

function summary({ stop, state }: Finish): object {
  return { stop: stopText(stop), cycles: Number(state.cycles), pc: `0x${state.pc?.toString(16)}` };
}

test("the table is whole", () => {
  expect(PROGRAMS).toHaveLength(69);
  expect(PROGRAMS.flatMap(({ finishes }) => finishes.map(({ version }) => version))).toHaveLength(3 * 69);
});

test("the programs are here", ({ skip }) => skip(NO_PROGRAMS, HOW_TO_GET));

describe.each(NO_PROGRAMS ? [] : PROGRAMS)("$name", ({ name, sha256, size, args = [name], finishes }) => {
  test("is the program that was measured", () => {
    const file = programOf(name);
    expect([createHash("sha256").update(file).digest("hex").slice(0, 16), file.length]).toEqual([sha256, size]);
  });

  test.each(finishes)("version $version", (finish) => {
    const { version } = finish;
    for (const cost of ["constant", "real"] as const) {
      const world = worldOf(programOf(name), args, { version, isa: ISA[version], cost });
      const solo = relay(world, [], BUDGET);
      if ("load" in finish) {
        expect([stopText(solo.stop), solo.started]).toEqual([finish.load, false]);
      } else {
        const { stop, pc, loadedBytes } = finish;
        const expected = { stop, pc, cycles: finish.cycles[cost] };
        expect([summary(solo), solo.loadedBytes]).toEqual([expected, BigInt(loadedBytes)]);
        if (expected.cycles > LONG && cost === "real") continue;
        expect(summary(relay(world, cutsOf(expected.cycles), BUDGET))).toEqual(expected);
      }
    }
  });
});
