import { checkApart } from "./apart.ts";
import { stopsEqual, stopText, type Finish, type Observable, type State } from "../targets/target.ts";
import { compareFlags, compareMemory, compareNumber, compareOutput, compareRegisters } from "./compare-state.ts";
import type { Difference } from "./difference.ts";

/** Parts of the state that two finishes both show. */
export function comparable(a: Finish, b: Finish): Observable[] {
  return (Object.keys(a.state) as Observable[]).filter((part) => part in b.state);
}

/**
 * Compares two finishes in every part both targets observe; all of memory, all flags. Equal finishes give no
 * difference. `maxCycles` is left out by `except` where the limits were not the same on purpose.
 * @throws TargetError if both show one and the same object
 */
export function compareFinishes(expected: Finish, actual: Finish, except: readonly Observable[] = []): Difference[] {
  checkApart(expected, actual);
  const differences: Difference[] = [];
  if (!stopsEqual(expected.stop, actual.stop)) {
    differences.push({ what: "stop", expected: stopText(expected.stop), actual: stopText(actual.stop) });
  }
  for (const part of comparable(expected, actual)) {
    if (!except.includes(part)) differences.push(...PARTS[part](expected.state, actual.state));
  }
  return differences;
}

type Comparison = (expected: Partial<State>, actual: Partial<State>) => Difference[];

const PARTS: Record<Observable, Comparison> = {
  registers: compareRegisters,
  pc: (a, b) => compareNumber("pc", a.pc, b.pc),
  cycles: (a, b) => compareNumber("cycles", a.cycles, b.cycles),
  maxCycles: (a, b) => compareNumber("max cycles", a.maxCycles, b.maxCycles),
  reservation: (a, b) => compareNumber("reservation", a.reservation, b.reservation),
  pageFlags: compareFlags,
  memory: compareMemory,
  output: compareOutput,
};
