import type { Operands } from "./hart.ts";
import { FUSION_RULES, type FusionRule } from "./fusion.ts";
import { DISCARD, registerNumber } from "./registers.ts";
import { instructionsNamed, operandField, type Instruction } from "./table.ts";

/** An instruction of a sequence as fusion looks at it. */
export interface Fusible extends Operands {
  readonly instruction: Instruction;
}

type RegisterField = "rd" | "rs1" | "rs2";

/** What one instruction of a rule asks of a decoded one: its base, and a variable or number for each register. */
interface PartPattern {
  readonly base: Instruction;
  readonly registers: readonly { readonly field: RegisterField; readonly variable: number; readonly fixed: number }[];
}

interface CompiledRule {
  readonly rule: FusionRule;
  /** Position in `FUSION_RULES`. */
  readonly index: number;
  readonly parts: readonly PartPattern[];
  readonly distinct: readonly (readonly [number, number])[];
}

const VARIABLES = 5;
/** Where x0 stands among the bound registers. */
const ZERO = VARIABLES;

function compile(rule: FusionRule, index: number): CompiledRule {
  const distinct = rule.distinct
    .split(",")
    .filter(Boolean)
    .map((pair) => pair.split("!=").map((name) => variableOf(name.trim())) as [number, number]);
  return { rule, index, parts: rule.sequence.map(compilePart), distinct };
}

function compilePart(line: string): PartPattern {
  const [name, ...values] = line.split(/[\s,()]+/).filter(Boolean);
  const [base] = instructionsNamed(name);
  const fields = base.operands.split(/[\s,()]+/).map(operandField);
  const registers = fields.flatMap((field, k) =>
    field === "rd" || field === "rs1" || field === "rs2"
      ? [{ field, variable: variableOf(values[k]), fixed: registerNumber(values[k]) ?? -1 }]
      : [],
  );
  return { base, registers: registers.filter(({ variable, fixed }) => variable >= 0 || fixed >= 0) };
}

/** 0 to 4 for `r0` to `r4`, `ZERO` for `x0`, -1 for anything else. */
function variableOf(name: string): number {
  if (name === "x0") return ZERO;
  return /^r[0-4]$/.test(name) ? Number(name[1]) : -1;
}

const RULES = FUSION_RULES.map(compile);
const RULES_BY_HEAD = Map.groupBy(RULES, ({ parts }) => parts[0].base);

/** A rule that matched, and its parts. */
export interface Fusion<T extends Fusible> {
  readonly rule: FusionRule;
  readonly index: number;
  readonly parts: readonly T[];
}

/**
 * The first rule that matches the sequence beginning with `head`.
 * @param partAt gives the part that begins at an address, or undefined where nothing can be decoded
 */
export function fuse<T extends Fusible>(
  head: T,
  version: number,
  partAt: (pc: number) => T | undefined,
): Fusion<T> | undefined {
  const candidates = RULES_BY_HEAD.get(head.instruction.base);
  if (!candidates) return undefined;
  const parts = [head];
  for (const { rule, index, parts: patterns, distinct } of candidates) {
    if (!rule.versions.includes(Math.min(version, 2))) continue;
    const bound = new Array<number>(VARIABLES + 1).fill(-1);
    bound[ZERO] = 0;
    const matches = patterns.every((pattern, k) => {
      const before = parts[k - 1];
      const part = (parts[k] ??= k === 0 ? head : (partAt(before.pc + before.length) as T));
      return part !== undefined && bind(pattern, part, bound);
    });
    const length = patterns.length;
    const found = parts.slice(0, length);
    if (matches && distinct.every(([a, b]) => bound[a] !== bound[b]) && (rule.when?.(found) ?? true)) {
      return { rule, index, parts: found };
    }
  }
  return undefined;
}

function bind({ base, registers }: PartPattern, part: Fusible, bound: number[]): boolean {
  if (part.instruction.base !== base) return false;
  return registers.every(({ field, variable, fixed }) => {
    const register = part[field] === DISCARD ? 0 : part[field];
    if (variable < 0) return register === fixed;
    if (bound[variable] < 0) bound[variable] = register;
    return bound[variable] === register;
  });
}
