import { expect, test } from "vitest";
import { readIsa, type CostModel, type World } from "../../src/case/index.ts";
import type { VmVersion } from "../../src/isa/index.ts";
import { stopText } from "../../src/targets/index.ts";
import { HOW_TO_GET, NO_PROGRAMS, programOf, relay, tableOf, worldOf } from "./ckb-vm.ts";

// What CKB-VM's own tests expect of its programs: README.md in this folder.

interface Run {
  readonly title: string;
  readonly program: string;
  readonly version: VmVersion;
  readonly isa: string;
  readonly cost: CostModel;
  readonly args: readonly string[];
  readonly memorySize?: number;
  readonly markProgram?: boolean;
  readonly budget?: number;
  readonly cuts?: readonly number[];
  readonly stop: string;
  readonly cycles?: number;
  readonly pc?: string;
  readonly loadedBytes?: number;
  /** By number. */
  readonly registers?: Readonly<Record<string, string>>;
  /** By page. */
  readonly pageFlags?: Readonly<Record<string, number>>;
}

const RUNS = tableOf("ckb-vm-runs.json") as readonly Run[];
const BUDGET = 200_000_000;

test("the programs are here", ({ skip }) => skip(NO_PROGRAMS, HOW_TO_GET));

test.each(NO_PROGRAMS ? [] : RUNS)("$program, version $version, $isa: $title", (run) => {
  const { version, cost, markProgram = true, memorySize, cuts = [], budget = BUDGET } = run;
  const isa = readIsa(run.isa) ?? 0;
  const changes: Partial<World> = { version, cost, isa, markProgram, ...(memorySize && { memorySize }) };
  const { stop, state, loadedBytes } = relay(worldOf(programOf(run.program), run.args, changes), cuts, budget);
  expect(stopText(stop)).toBe(run.stop);
  if (run.cycles !== undefined) expect(state.cycles).toBe(BigInt(run.cycles));
  if (run.pc !== undefined) expect(state.pc).toBe(BigInt(run.pc));
  if (run.loadedBytes !== undefined) expect(loadedBytes).toBe(BigInt(run.loadedBytes));
  for (const [number, value] of Object.entries(run.registers ?? {})) {
    expect([number, state.registers?.[Number(number)]]).toEqual([number, BigInt(value)]);
  }
  for (const [page, flags] of Object.entries(run.pageFlags ?? {})) {
    expect([page, state.pageFlags?.[Number(page)]]).toEqual([page, flags]);
  }
});
