import { readCase, type World } from "../../../src/case/index.ts";
import {
  cellName,
  CELL_FAMILIES,
  Coverage,
  firstCell,
  ReferenceTarget,
  type Finish,
  type Leg,
} from "../../../src/targets/index.ts";

/** The world of a program as text, with a header if it has one. */
export function worldOf(text: string): World {
  return readCase("p.S", text).checked.world;
}

/** Names of the cells of a family that were hit, in the order of the space. */
export function hitsOf(coverage: Coverage, name: string): string[] {
  const family = CELL_FAMILIES.find((each) => each.name === name);
  if (family === undefined) throw new Error(`there is no family ${name}`);
  const first = firstCell(family);
  const cells = Array.from({ length: family.cells }, (_, cell) => cell);
  return cells.filter((cell) => coverage.hits(first + cell) > 0).map((cell) => cellName(family, cell));
}

/** A leg of a world, recorded. */
export function record(coverage: Coverage, world: World, leg: Partial<Leg> = {}): Finish {
  const whole = { start: "boot", maxCycles: 10_000n, snapshot: false, ...leg } as const;
  return new ReferenceTarget({ coverage }).run(world, whole);
}

/** What a program hits of a family in one leg. */
export function hitsOfProgram(text: string, family: string, leg: Partial<Leg> = {}): string[] {
  const coverage = new Coverage();
  record(coverage, worldOf(text), leg);
  return hitsOf(coverage, family);
}

/** The header of a program in a world with macro-op fusion. */
export const FUSING = "/* rvrelay case 1\n * isa: imc,mop\n */\n";

/** Ends a program with exit code 0. */
export const EXIT = "\n li a0, 0\n li a7, 93\n ecall\n";
