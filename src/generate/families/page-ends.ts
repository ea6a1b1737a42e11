import { compressedForm } from "../compress.ts";
import type { Grower } from "../grower.ts";
import { bytesOfOps, row, type Op } from "../op.ts";
import type { Family } from "./family.ts";
import { counterOf, growLoop } from "./flow.ts";
import { leaveRoom } from "./room.ts";

const PAGE = 4096;
const PERCENT_SHORT = 50;
/** The instruction that begins at the end of a page, half of it on the next. */
const LONG = ["addi", "xori", "add", "mul", "slliw", "lui"].map(row);

/** Instructions of 2 and of 4 bytes over the end of a page, one of them with a half on each side; alone, or in a loop. */
export const pageEnds: Family = {
  name: "page-ends",
  usesCounters: true,
  grow(grower) {
    const { random } = grower;
    const before = mix(grower, random.between(0, 4));
    const bytes = bytesOfOps(before);
    const across = grower.randomOp(random.pick(LONG));
    const behind = mix(grower, random.between(0, 3));
    const most = Math.min(8, Math.floor(grower.room / (20 * grower.multiplicity)));
    const inLoop = counterOf(grower) !== undefined && most > 1 && random.chance(60);
    const body = () => {
      // In the loop, the room is jumped over in every round: where its body begins does not depend on the head.
      const where = leaveRoom(grower, PAGE - 2 - bytes) ? "over the end of a page" : "anywhere";
      grower.note(inLoop ? `${where}, in a loop` : where);
      for (const each of [...before, across, ...behind]) grower.add("code", [each]);
    };
    if (inLoop) growLoop(grower, random.between(2, most), body);
    else body();
  },
};

/** Instructions that only compute, of either length. */
function mix(grower: Grower, count: number): Op[] {
  const { random, groups, version } = grower;
  const ops: Op[] = [];
  for (let left = count; left > 0; left--) {
    const drawn = grower.randomOp(random.pick(random.pick(groups)));
    ops.push((random.chance(PERCENT_SHORT) ? compressedForm(random, drawn, version) : undefined) ?? drawn);
  }
  return ops;
}
