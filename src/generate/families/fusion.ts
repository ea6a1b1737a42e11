import { FUSION_PATTERNS } from "../../isa/fuse.ts";
import { compressedForm } from "../compress.ts";
import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import { pickEnd, pickImmediate, pickValue } from "../values.ts";
import { growFarJump, NOPS } from "./far-jump.ts";
import type { Family } from "./family.ts";
import { branchByRound } from "./flow.ts";
import { bindRegisters, partsOf } from "./fusible.ts";
import { pickNearMiss } from "./near-miss.ts";
import { leaveRoom } from "./room.ts";

const AUIPC = row("auipc");
const ADDI = row("addi");
const RA = 1;
const PAGE = 4096;
/** The note of items that load operands for a sequence. */
export const OPERAND = "operand";
const PERCENT_MISS = 45;
const PERCENT_COMPRESSED = 60;
const PERCENT_OPERAND = 35;
const PERCENT_END = 40;
const PERCENT_PAGE_END = 3;
/** Sequences of 100 with a slow instruction behind them, for which a budget can have some cycles left and not enough. */
const PERCENT_SLOW_BEHIND = 12;
const PERCENT_INTO = 12;
/** In loops, where what is entered in the middle was executed before. */
const PERCENT_INTO_AGAIN = 35;
/** The last address that 32 bits with sign can say, and the one behind it. */
const BORDERS = [2 ** 31 - 2, 2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1];

/** Sequences that fuse where the world has macro-op fusion, and sequences that nearly do. */
export const fusion: Family = {
  name: "fusion",
  grow(grower) {
    const { random } = grower;
    const pattern = random.pick(FUSION_PATTERNS);
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
  },
};

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
  growOperands(grower, parts);
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
  if (!random.chance(PERCENT_SLOW_BEHIND)) return;
  grower.note("slow, behind a sequence");
  grower.add("code", [grower.randomOp(random.pick(grower.rows.slow))]);
}

/** Loads some of the registers that are read. */
function growOperands(grower: Grower, parts: readonly Op[]): void {
  const { random } = grower;
  grower.note(OPERAND);
  let looked = 1; // bit r: register r; x0 has its value
  for (const { instruction, rs1, rs2 } of parts) {
    if (!instruction?.field.has("rs2")) continue;
    for (let k = 0; k < 2; k++) {
      const register = k === 0 ? rs1 : rs2;
      const seen = (looked & (1 << register)) !== 0;
      looked |= 1 << register;
      if (seen || !grower.isFree(register) || !random.chance(PERCENT_OPERAND)) continue;
      grower.add("code", loadConstant(register, random.chance(PERCENT_END) ? pickEnd(random) : pickValue(random)));
    }
  }
}
