import { FUSION_PATTERNS, type FusionPattern } from "../../isa/fuse.ts";
import { ISA_MOP } from "../../isa/index.ts";
import { compressedForm } from "../compress.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import { registerFields } from "../register-fields.ts";
import { pickImmediate } from "../values.ts";
import { keep } from "./chains.ts";
import { growFarJump, NOPS } from "./far-jump.ts";
import type { Family } from "./family.ts";
import { branchByRound } from "./flow.ts";
import { bindRegisters, partsOf } from "./fusible.ts";
import { growFusedOperands } from "./fused-operands.ts";
import { pickNearMiss } from "./near-miss.ts";
import { leaveRoom } from "./room.ts";

const AUIPC = row("auipc");
const ADDI = row("addi");
const RA = 1;
const PAGE = 4096;
const PERCENT_MISS = 45;
const PERCENT_COMPRESSED = 60;
/** Sequences of 100 of a rule that the version at hand has. */
const PERCENT_OF_VERSION = 80;
/** Registers of 100 that a sequence has written and that are stored behind it. */
const PERCENT_KEPT = 30;
const PERCENT_PAGE_END = 3;
/** Sequences of 100 with a slow instruction behind them, for which a budget can have some cycles left and not enough. */
const PERCENT_SLOW_BEHIND = 12;
const PERCENT_INTO = 12;
/** In loops, where what is entered in the middle was executed before. */
const PERCENT_INTO_AGAIN = 35;
/** The last address that 32 bits with sign can say, and the one behind it; and some below 0, of which the upper half is all ones. */
const BORDERS = [2 ** 31 - 2, 2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1, -1, -2049, 2 ** 24 - 2 ** 31];
/** Sequences at the most, one after the other, where they are fused; elsewhere there is one. */
const SEQUENCES = 4;

/** Sequences that fuse where the world has macro-op fusion, and sequences that nearly do. */
export const fusion: Family = {
  name: "fusion",
  grow(grower) {
    const fuses = (grower.world.isa & ISA_MOP) !== 0;
    for (let left = fuses ? grower.random.between(1, SEQUENCES) : 1; left > 0; left--)
      growSequence(grower, pickPattern(grower));
  },
};

/** Adds a sequence that fuses, or nearly does, and whose first instruction has two operands. */
export function growOperandSequence(grower: Grower): void {
  growSequence(grower, grower.random.pick(operandPatterns(grower.version)));
}

/** Adds a sequence with its operands; nothing where no registers are found for it. */
function growSequence(grower: Grower, pattern: FusionPattern): void {
  const { random } = grower;
  const { base: head } = pattern.parts[0];
  if (pattern.rule.endsBlock) {
    if (grower.isFree(RA)) growFarJump(grower, head);
    return;
  }
  if (head === AUIPC && random.chance(30)) return growBorder(grower);
  if (head === AUIPC && random.chance(15)) return growNothing(grower);
  const { name } = pattern.rule;
  if (random.chance(PERCENT_MISS)) {
    const miss = pickNearMiss(grower, pattern);
    if (miss) growParts(grower, miss.ops, `${name}: ${miss.what}`);
    return;
  }
  const registers = bindRegisters(grower, pattern);
  if (registers) growParts(grower, partsOf(grower, pattern, registers), name);
}

/** Loads an address at or behind the end of what 32 bits can say. */
function growBorder(grower: Grower): void {
  const register = grower.destination();
  const border = grower.random.pick(BORDERS);
  grower.note(`CUSTOM_LOAD_IMM: 0x${border.toString(16)}`);
  grower.add("code", [op(AUIPC, register, 0, 0, 0), op(ADDI, register, register, 0, 0)], -1, 0, { loads: border });
}

/** Loads an address into x0, in any of the ways to do nothing. */
function growNothing(grower: Grower): void {
  const { random, rows } = grower;
  const hints = rows.enabled.filter(({ hint }) => hint);
  const nothing = hints.length > 0 && random.chance(70) ? grower.randomOp(random.pick(hints)) : random.pick(NOPS);
  grower.note("CUSTOM_LOAD_IMM: into zero");
  grower.add("code", [op(AUIPC, 0, 0, 0, pickImmediate(random, AUIPC))]);
  grower.add("code", [nothing]);
}

/** Adds each instruction as an item of its own: branches can then go to any of them, and shrinking can take any away. */
function growParts(grower: Grower, parts: readonly Op[], note: string): void {
  const { random, version } = grower;
  growFusedOperands(grower, parts);
  if (random.chance(PERCENT_PAGE_END)) leaveRoom(grower, PAGE - 2 * random.between(1, 9));
  if (random.chance(grower.depth > 0 ? PERCENT_INTO_AGAIN : PERCENT_INTO)) {
    // In a loop, what was executed as a whole in one round is entered in the middle in another.
    const branch = branchByRound(grower) ?? grower.randomOp(random.pick(grower.rows.branches));
    grower.note("into the middle");
    const part = random.chance(50) ? 1 : random.between(1, parts.length - 1);
    grower.add("branch", [branch], grower.nextId + 1 + part);
  }
  grower.note(note);
  for (const part of parts) {
    const compressed = random.chance(PERCENT_COMPRESSED) ? compressedForm(random, part, version) : undefined;
    grower.add("code", [compressed ?? part]);
  }
  if (!random.chance(PERCENT_SLOW_BEHIND)) return keepSome(grower, parts);
  grower.note("slow, behind a sequence");
  grower.add("code", [grower.randomOp(random.pick(grower.rows.slow))]);
}

/** Stores some of what a sequence has written, so that it outlives what the program computes next. */
function keepSome(grower: Grower, parts: readonly Op[]): void {
  const { random } = grower;
  grower.note(undefined);
  let kept = 1; // bit r: register r; x0 holds nothing
  for (const { instruction, rd } of parts) {
    if (!instruction || !registerFields(instruction).rd || (kept & (1 << rd)) !== 0) continue;
    kept |= 1 << rd;
    if (random.chance(PERCENT_KEPT)) keep(grower, rd);
  }
}

const ofVersion: (readonly FusionPattern[] | undefined)[] = [];

/** The rules that a version has; all of them for a version that has none. */
function patternsOf(version: number): readonly FusionPattern[] {
  const known = ofVersion[version];
  if (known) return known;
  const patterns = FUSION_PATTERNS.filter(({ rule }) => rule.versions.includes(version));
  return (ofVersion[version] = patterns.length > 0 ? patterns : FUSION_PATTERNS);
}

const withOperands: (readonly FusionPattern[] | undefined)[] = [];

/** Those whose first instruction has two operands. */
function operandPatterns(version: number): readonly FusionPattern[] {
  return (withOperands[version] ??= patternsOf(version).filter(({ parts }) => parts[0].base.field.has("rs2")));
}

/** A rule, of the version at hand more often than not: the others are there to be left alone. */
function pickPattern({ random, version }: Grower): FusionPattern {
  return random.pick(random.chance(PERCENT_OF_VERSION) ? patternsOf(version) : FUSION_PATTERNS);
}
