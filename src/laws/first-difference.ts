import { REGISTER_NAMES } from "../isa/index.ts";
import type { Step } from "../targets/target.ts";

/** Where two step logs part. */
export interface StepDifference {
  /** Number of the first instruction, from 0, that left the two in different states; -1 if they start differently. */
  readonly step: number;
  /** Its address; undefined if they start differently. */
  readonly pc: bigint | undefined;
  /** What differs behind it, as `pc` or the name of a register, with both values. */
  readonly differences: readonly StepValue[];
}

/** A value of both sides; undefined for a side that executed nothing more. */
export interface StepValue {
  readonly what: string;
  readonly expected: bigint | undefined;
  readonly actual: bigint | undefined;
}

/**
 * The first instruction behind which two runs differ, in pc or in a register: the first step whose state differs names
 * the instruction before it. @returns undefined if both logs are the same
 */
export function firstDifference(expected: readonly Step[], actual: readonly Step[]): StepDifference | undefined {
  const count = Math.max(expected.length, actual.length);
  for (let k = 0; k < count; k++) {
    const differences = compareSteps(expected[k], actual[k]);
    if (differences.length > 0) return { step: k - 1, pc: k > 0 ? expected[k - 1].pc : undefined, differences };
  }
  return undefined;
}

function compareSteps(expected: Step | undefined, actual: Step | undefined): StepValue[] {
  if (!expected || !actual) return [{ what: "pc", expected: expected?.pc, actual: actual?.pc }];
  const values: StepValue[] = [{ what: "pc", expected: expected.pc, actual: actual.pc }];
  for (const [r, what] of REGISTER_NAMES.entries()) {
    values.push({ what, expected: expected.registers[r], actual: actual.registers[r] });
  }
  return values.filter((value) => value.expected !== value.actual);
}
