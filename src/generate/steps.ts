import type { CostModel } from "../case/index.ts";
import { FUSION_PATTERNS, matchesRegisters, patternsFrom, type FusionPattern } from "../isa/fuse.ts";
import { INSTRUCTIONS, ISA_MOP, type IsaSet } from "../isa/index.ts";
import type { Layout } from "./layout.ts";
import { baseOp, opLength, type Op } from "./op.ts";

/** What of a world says how many cycles its instructions take. */
export interface Charging {
  readonly version: number;
  readonly isa: IsaSet;
  readonly cost: CostModel;
}

/** What is executed when execution comes to an instruction: that one alone, or a fused sequence that begins with it. */
export interface Steps {
  /** The position of the first instruction of each piece among all, and at the end their number. */
  readonly firsts: readonly number[];
  /** Cycles of the step that begins at each instruction. */
  readonly costs: readonly number[];
  /** Instructions of the step that begins at each one; there may be more of them than instructions. */
  readonly lengths: readonly number[];
  /** The fused sequences, by ascending positions; execution need not come to all of them. */
  readonly fused: readonly FusedStep[];
}

/** A fused sequence. */
export interface FusedStep {
  /** The position of its first instruction. */
  readonly at: number;
  /** The position of its rule in `FUSION_RULES`. */
  readonly rule: number;
  /** Cycles that it takes, and cycles that its instructions take one by one. */
  readonly cost: number;
  readonly apart: number;
}

/** The steps of a laid out program. */
export function stepsOf(layout: Layout, { version, isa, cost }: Charging): Steps {
  const { ops, pieces } = layout;
  // Plain arrays: they are small, and typed arrays of that size take longer to make than to fill.
  const fuses = (isa & ISA_MOP) !== 0;
  const isConstant = cost === "constant";
  const firsts = new Array<number>(ops.length + 1);
  let count = 0;
  for (let k = 0; k < ops.length; k++) {
    firsts[k] = count;
    count += ops[k].length;
  }
  firsts[ops.length] = count;
  const costs = new Array<number>(count);
  const all = new Array<Op>(fuses ? count : 0);
  let at = 0;
  for (let k = 0; k < ops.length; k++) {
    const list = ops[k];
    const counted = list.length - (pieces[k].item?.passedOver ?? 0);
    for (let n = 0; n < list.length; n++) {
      const { instruction } = list[n];
      costs[at] = n >= counted ? 0 : isConstant ? 1 : instruction === undefined ? 0 : instruction.cost;
      if (fuses) all[at] = list[n];
      at++;
    }
  }
  if (!fuses) return { firsts, costs, lengths: onesFor(count), fused: NOTHING_FUSED };
  const lengths = onesFor(count).slice(0, count);
  const fused: FusedStep[] = [];
  fuseAll(layout, all, { firsts, costs, lengths, fused }, version, cost);
  return { firsts, costs, lengths, fused };
}

const NOTHING_FUSED: readonly FusedStep[] = [];
/** The lengths of steps of which none is fused: the same for all programs. */
const ones: number[] = [];

/** `count` ones at least. */
function onesFor(count: number): readonly number[] {
  while (ones.length < count) ones.push(1);
  return ones;
}

/** Fills in what is fused. */
function fuseAll(
  layout: Layout,
  ops: readonly Op[],
  { firsts, costs, lengths, fused }: { firsts: number[]; costs: number[]; lengths: number[]; fused: FusedStep[] },
  version: number,
  cost: CostModel,
): void {
  for (let k = 0; k < layout.ops.length; k++) {
    for (let n = firsts[k]; n < firsts[k + 1]; n++) {
      if (!mayBegin(ops, n)) continue;
      let pc = layout.base + layout.offsets[k];
      for (let before = firsts[k]; before < n; before++) pc += opLength(ops[before]);
      const pattern = fusedAt(ops, n, version, pc);
      if (!pattern) continue;
      const { length } = pattern.parts;
      let apart = 0;
      for (let part = n; part < n + length; part++) apart += costs[part];
      fused.push({ at: n, rule: pattern.index, cost: cost === "constant" ? 1 : pattern.rule.cost, apart });
      lengths[n] = length;
    }
  }
  for (const each of fused) costs[each.at] = each.cost;
}

const COUNT = INSTRUCTIONS.length;
/** Is 1 for an instruction and its successor if some rule begins with these two: most pairs need no closer look. */
const BEGINNINGS = new Uint8Array(COUNT * COUNT);
for (const { parts } of FUSION_PATTERNS) BEGINNINGS[parts[0].base.index * COUNT + parts[1].base.index] = 1;

function mayBegin(ops: readonly Op[], n: number): boolean {
  const head = ops[n].instruction;
  const next = n + 1 < ops.length ? ops[n + 1].instruction : undefined;
  return head !== undefined && next !== undefined && BEGINNINGS[head.base.index * COUNT + next.base.index] === 1;
}

/** The rule by which the instructions from position `n` on are fused; the first one stands at `pc`. */
export function fusedAt(ops: readonly Op[], n: number, version: number, pc: number): FusionPattern | undefined {
  const { instruction } = ops[n];
  if (!instruction) return undefined;
  const parts: Op[] = [];
  for (const pattern of patternsFrom(instruction, version)) {
    if (!hasInstructions(pattern, ops, n)) continue;
    while (parts.length < pattern.parts.length) parts.push(baseOp(ops[n + parts.length]));
    if (!matchesRegisters(pattern, parts, noMore)) continue;
    const { when } = pattern.rule;
    if (!when || when(parts.map((part, k) => ({ ...part, imm64: 0n, pc: pc + 4 * k, length: 4 })))) return pattern;
  }
  return undefined;
}

/** True if the instructions from position `n` on are those of a rule, whatever their registers: most are not. */
function hasInstructions({ parts }: FusionPattern, ops: readonly Op[], n: number): boolean {
  if (n + parts.length > ops.length) return false;
  for (let k = 0; k < parts.length; k++) if (ops[n + k].instruction?.base !== parts[k].base) return false;
  return true;
}

function noMore(): undefined {
  return undefined;
}
