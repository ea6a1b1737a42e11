import { loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, opLength, row, type Op } from "../op.ts";
import type { Item } from "../program.ts";
import { otherRegister } from "../registers.ts";
import { changedCode } from "./changed-code.ts";
import type { Family } from "./family.ts";
import { freshSlot } from "./written-places.ts";
import { bytesOf, cyclesOf, namesOf, pickPlain, storeAll } from "./written-routine.ts";

const JALR = row("jalr");
const JAL = row("jal");
const AUIPC = row("auipc");

/**
 * Programs that write code and execute it, where the world has no W^X: into data, and behind a jump in the code.
 *
 * CKB-VM keeps decoded instructions of a run (decode.md 8) and a snapshot does not hold them. So no address is executed,
 * then written with something else, then executed again (`changed-code` does that, with care): there, a relay would rightly
 * differ from the solo run. Each piece of code has a place of its own, at which it never changes; in a loop the same words
 * are written again. The instruction before a place that is written is a jump, and what is written begins no fused sequence,
 * so that nothing there is decoded ahead.
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
  grower.add("access", ops, -1, cyclesOf(written));
}

/** Writes over instructions behind a jump, which come to them afterwards. What was there takes as many cycles. */
function growInCode(grower: Grower): void {
  const pointer = grower.destination();
  const value = otherRegister(grower, pointer);
  const written = pickBody(grower);
  const before = written.map((each) => pickPlain(grower, opLength(each)));
  const jump = op(JAL, 0, 0, 0, 4);
  // The distance changes the stores only in their immediates.
  const distance = 4 + bytesOf(storeAll(written, pointer, value, 0)) + 4;
  grower.note(`written over code: ${namesOf(written)}`);
  grower.add("access", [op(AUIPC, pointer, 0, 0, 0), ...storeAll(written, pointer, value, distance), jump, ...before]);
}

/** A few instructions that only compute, of either length. */
function pickBody(grower: Grower): Op[] {
  const { random } = grower;
  return Array.from({ length: random.between(1, 4) }, () => pickPlain(grower, random.chance(40) ? 2 : 4));
}

/** True if an item writes code: such programs need a world without W^X. */
export function needsWritableCode({ family }: Item): boolean {
  return family === writtenCode.name || family === changedCode.name;
}
