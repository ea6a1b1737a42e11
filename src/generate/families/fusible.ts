import type { FusionPattern } from "../../isa/fuse.ts";
import type { Instruction } from "../../isa/index.ts";
import type { Grower } from "../grower.ts";
import { op, type Op } from "../op.ts";
import { pickImmediate } from "../values.ts";

const TRIES = 30;
const PERCENT_NEAR = 40;
const PERCENT_SAME = 28;
const PERCENT_ZERO = 6;
const NONE = -1;

/**
 * Registers for the variables of a rule that meet its conditions, or all but one: `same` are then two variables with the
 * same register. What the sequence writes may be written. @returns undefined if none were found
 */
export function bindRegisters(
  grower: Grower,
  pattern: FusionPattern,
  same?: readonly [number, number],
): readonly number[] | undefined {
  const { random } = grower;
  const near = random.chance(PERCENT_NEAR);
  const { variables } = planOf(pattern);
  const [one, two] = same ?? [NONE, NONE];
  for (let tries = 0; tries < TRIES; tries++) {
    const registers = [NONE, NONE, NONE, NONE, NONE, 0];
    let free = true;
    for (let bound = 0; bound < variables.length; bound++) {
      const { variable, written } = variables[bound];
      const partner = variable === one ? two : variable === two ? one : NONE;
      const known = partner === NONE ? NONE : registers[partner];
      const other = bound === 0 ? NONE : registers[variables[random.below(bound)].variable];
      const register = known === NONE ? pickRegister(grower, other, written, near) : known;
      registers[variable] = register;
      if (written && !grower.isFree(register)) free = false;
    }
    if (free && meets(pattern, registers, same)) return registers;
  }
  return undefined;
}

/** True if registers that must differ do so, all but those of `same`, which must be the same. */
function meets({ distinct }: FusionPattern, registers: readonly number[], same?: readonly [number, number]): boolean {
  for (const pair of distinct) {
    if ((registers[pair[0]] === registers[pair[1]]) !== (pair === same)) return false;
  }
  return true;
}

/** @param other a register of the sequence, or -1 */
function pickRegister(grower: Grower, other: number, written: boolean, near: boolean): number {
  const { random } = grower;
  const kind = random.below(100);
  if (kind < PERCENT_SAME && other !== NONE) return other;
  if (kind >= 100 - PERCENT_ZERO) return 0;
  return written ? grower.destination(near) : grower.source(near);
}

/** The instructions of a rule with these registers; what it does not name is drawn. */
export function partsOf(grower: Grower, pattern: FusionPattern, registers: readonly number[]): Op[] {
  return planOf(pattern).parts.map(({ base, rd, rs1, rs2 }) =>
    op(
      base,
      rd === NONE ? grower.destination() : registers[rd],
      rs1 === NONE ? grower.source() : registers[rs1],
      rs2 === NONE ? grower.source() : registers[rs2],
      pickImmediate(grower.random, base),
    ),
  );
}

/** A rule as it is drawn: no rule that is drawn here names a register by its number. */
interface Plan {
  /** In the order in which they occur. */
  readonly variables: readonly Variable[];
  /** Instructions, with the variable of each register, or -1. */
  readonly parts: readonly { base: Instruction; rd: number; rs1: number; rs2: number }[];
}

interface Variable {
  readonly variable: number;
  /** True if an instruction of the sequence writes it. */
  readonly written: boolean;
}

const plans: (Plan | undefined)[] = [];

function planOf(pattern: FusionPattern): Plan {
  return (plans[pattern.index] ??= makePlan(pattern));
}

function makePlan({ parts }: FusionPattern): Plan {
  const places = parts.flatMap(({ registers }) => registers);
  const written = new Set(places.filter(({ field }) => field === "rd").map(({ variable }) => variable));
  return {
    variables: [...new Set(places.map(({ variable }) => variable))].map((variable) => ({
      variable,
      written: written.has(variable),
    })),
    parts: parts.map(({ base, registers }) => {
      const variableOf = (name: string) => registers.find(({ field }) => field === name)?.variable ?? NONE;
      return { base, rd: variableOf("rd"), rs1: variableOf("rs1"), rs2: variableOf("rs2") };
    }),
  };
}
