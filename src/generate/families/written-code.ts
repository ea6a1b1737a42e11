import { loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, opLength, row, wordOf, type Op } from "../op.ts";
import type { Item } from "../program.ts";
import { otherRegister } from "../registers.ts";
import type { Family } from "./family.ts";

const JALR = row("jalr");
const JAL = row("jal");
const AUIPC = row("auipc");
const SW = row("sw");
const SH = row("sh");
/** Each piece of code in data has this many bytes for itself, and begins so many before them: over page ends too. */
const SLOT = 64;
const BEFORE_SLOT = 2;
/** The first slot ends a page, and so does every fourth one behind it. */
const SLOT_FIRST = 63;
/** A power of two, as the number of slots is odd: all of them are given out before one is given out again. */
const SLOT_STEP = 16;

/**
 * Programs that write code and execute it, where the world has no W^X: into data, and behind a jump in the code.
 *
 * CKB-VM keeps decoded instructions of a run (decode.md 8) and a snapshot does not hold them. So no address is executed,
 * then written with something else, then executed again: there, a relay would rightly differ from the solo run. Each
 * piece of code has a place of its own, at which it never changes; in a loop the same words are written again. The
 * instruction before a place that is written is a jump, and what is written begins no fused sequence, so that nothing
 * there is decoded ahead.
 */
export const writtenCode: Family = {
  name: "written-code",
  possible: ({ writeXorExecute }) => !writeXorExecute,
  grow(grower) {
    const address = grower.random.chance(60) ? freshSlot(grower) : undefined;
    if (address === undefined) growInCode(grower);
    else growInData(grower, address);
  },
};

/** Writes a function into data and calls it. */
function growInData(grower: Grower, address: number): void {
  const { random, roles } = grower;
  const pointer = grower.destination();
  const value = otherRegister(grower, pointer);
  const written = [...pickBody(grower), op(JALR, 0, roles.scratch, 0, 0)];
  grower.note(`written into data: ${namesOf(written)}`);
  const ops = [
    ...loadNumber(pointer, address),
    ...storeAll(written, pointer, value, 0),
    op(JALR, roles.scratch, pointer, 0, random.below(2)),
  ];
  // Whatever the cost model: each instruction that is written costs as much as in the table, or less.
  const cycles = written.reduce((sum, { instruction }) => sum + (instruction?.cost ?? 0), 0);
  grower.add("access", ops, -1, cycles);
}

/** Writes over instructions behind a jump, which come to them afterwards. What was there takes as many cycles. */
function growInCode(grower: Grower): void {
  const { random, rows } = grower;
  const pointer = grower.destination();
  const value = otherRegister(grower, pointer);
  const written = pickBody(grower);
  const before = written.map((each) =>
    grower.randomOp(random.pick(opLength(each) === 2 ? rows.plainShort : rows.plain)),
  );
  const jump = op(JAL, 0, 0, 0, 4);
  // The distance changes the stores only in their immediates.
  const lengthOf = (ops: readonly Op[]) => ops.reduce((sum, each) => sum + opLength(each), 0);
  const distance = 4 + lengthOf(storeAll(written, pointer, value, 0)) + 4;
  grower.note(`written over code: ${namesOf(written)}`);
  grower.add("access", [op(AUIPC, pointer, 0, 0, 0), ...storeAll(written, pointer, value, distance), jump, ...before]);
}

/** A few instructions that only compute, of either length. */
function pickBody(grower: Grower): Op[] {
  const { random, rows } = grower;
  return Array.from({ length: random.between(1, 4) }, () =>
    grower.randomOp(random.pick(random.chance(40) ? rows.plainShort : rows.plain)),
  );
}

/** Stores instructions one behind the other, the first one at `pointer` plus `offset`; `value` is overwritten. */
function storeAll(written: readonly Op[], pointer: number, value: number, offset: number): Op[] {
  let at = offset;
  return written.flatMap((each) => {
    const length = opLength(each);
    const store = op(length === 2 ? SH : SW, 0, pointer, value, at);
    at += length;
    const word = wordOf(each);
    return [...loadNumber(value, length === 2 ? (word << 16) >> 16 : word | 0), store];
  });
}

/** An address in data at which no code was written yet; undefined if there is none left. */
function freshSlot(grower: Grower): number | undefined {
  const { start, end } = grower.map;
  const slots = (end - start) / SLOT - 1;
  if (grower.codeSlots >= slots) return undefined;
  const slot = (SLOT_FIRST + grower.codeSlots++ * SLOT_STEP) % slots;
  return start + (slot + 1) * SLOT - BEFORE_SLOT;
}

/** True if an item writes code: such programs need a world without W^X. */
export function needsWritableCode({ family }: Item): boolean {
  return family === writtenCode.name;
}

function namesOf(written: readonly Op[]): string {
  return written.map(({ instruction }) => instruction?.name ?? "").join(", ");
}
