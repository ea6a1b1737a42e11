import type { Operands } from "./hart.ts";
import { FUSION_RULES, type FusionRule } from "./fusion.ts";
import { DISCARD, registerNumber } from "./registers.ts";
import { instructionsNamed, operandField, type Instruction } from "./table.ts";

/** An instruction of a sequence as fusion looks at it. */
export interface Fusible extends Operands {
  readonly instruction: Instruction;
}

type RegisterField = "rd" | "rs1" | "rs2";

/** A register that an instruction of a rule names: by a variable, or by its number. */
export interface RegisterPattern {
  readonly field: RegisterField;
  /** 0 to 4 for `r0` to `r4`, -1 for a register with a number. */
  readonly variable: number;
  /** Its number, or -1. */
  readonly fixed: number;
}

/** What one instruction of a rule asks of a decoded one. Registers that may be any are not among `registers`. */
export interface PartPattern {
  readonly base: Instruction;
  readonly registers: readonly RegisterPattern[];
}

/** A rule as it is matched. */
export interface FusionPattern {
  readonly rule: FusionRule;
  /** Position in `FUSION_RULES`. */
  readonly index: number;
  readonly parts: readonly PartPattern[];
  /** Variables whose registers must differ; `ZERO_VARIABLE` stands for x0. */
  readonly distinct: readonly (readonly [number, number])[];
}

const VARIABLES = 5;
/** Where x0 stands among the variables. */
export const ZERO_VARIABLE = VARIABLES;

function compile(rule: FusionRule, index: number): FusionPattern {
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

/** 0 to 4 for `r0` to `r4`, `ZERO_VARIABLE` for `x0`, -1 for anything else. */
function variableOf(name: string): number {
  if (name === "x0") return ZERO_VARIABLE;
  return /^r[0-4]$/.test(name) ? Number(name[1]) : -1;
}

/** `FUSION_RULES` as they are matched, in the same order. */
export const FUSION_PATTERNS: readonly FusionPattern[] = FUSION_RULES.map(compile);
const VERSION_MAX = 2;
/** The patterns by version and index of their first instruction's base. */
const CANDIDATES = [0, 1, VERSION_MAX].map((version) => {
  const byHead: FusionPattern[][] = [];
  for (const pattern of FUSION_PATTERNS) {
    if (pattern.rule.versions.includes(version)) (byHead[pattern.parts[0].base.index] ??= []).push(pattern);
  }
  return byHead;
});

/** The patterns that begin with `head`, in the order in which they are tried. */
export function patternsFrom(head: Instruction, version: number): readonly FusionPattern[] {
  return CANDIDATES[Math.min(version, VERSION_MAX)][head.base.index] ?? NONE;
}

const NONE: readonly FusionPattern[] = [];

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
  const patterns = patternsFrom(head.instruction, version);
  if (patterns.length === 0) return undefined;
  const parts = [head];
  for (const pattern of patterns) {
    const next = (k: number): T | undefined => partAt(parts[k - 1].pc + parts[k - 1].length);
    if (!matchesRegisters(pattern, parts, next)) continue;
    const { rule, index } = pattern;
    const found = parts.slice(0, pattern.parts.length);
    if (rule.when?.(found) ?? true) return { rule, index, parts: found };
  }
  return undefined;
}

/** What of an instruction `matchesRegisters` looks at. */
export interface Matchable {
  /** Undefined for what is no instruction. */
  readonly instruction: Instruction | undefined;
  readonly rd: number;
  readonly rs1: number;
  readonly rs2: number;
}

/** The registers that variables stand for, -1 for none yet; the last one is x0. One for all, as nothing is kept in it. */
const bound = new Int8Array(VARIABLES + 1);

/**
 * True if instructions and registers of a sequence are as the pattern asks for; `rule.when` is not asked.
 * @param parts its instructions as far as they are known; those that are looked at are added
 * @param next gives part k, which is not known yet, after all before it have matched
 */
export function matchesRegisters<T extends Matchable>(
  { parts: patterns, distinct }: FusionPattern,
  parts: T[],
  next: (k: number) => T | undefined,
): boolean {
  for (let variable = 0; variable < VARIABLES; variable++) bound[variable] = -1;
  bound[ZERO_VARIABLE] = 0;
  for (let k = 0; k < patterns.length; k++) {
    if (k === parts.length) {
      const part = next(k);
      if (part === undefined) return false;
      parts.push(part);
    }
    if (!bind(patterns[k], parts[k])) return false;
  }
  for (const [a, b] of distinct) if (bound[a] === bound[b]) return false;
  return true;
}

function bind({ base, registers }: PartPattern, part: Matchable): boolean {
  if (part.instruction?.base !== base) return false;
  for (const { field, variable, fixed } of registers) {
    const register = part[field] === DISCARD ? 0 : part[field];
    if (variable < 0) {
      if (register !== fixed) return false;
    } else if (bound[variable] < 0) bound[variable] = register;
    else if (bound[variable] !== register) return false;
  }
  return true;
}
