import type { Op } from "../op.ts";
import type { Item } from "../program.ts";
import { stores } from "../rows.ts";
import { changes, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

/** Offset, index and source of a load from a data piece: whatever they are, the call has an answer. */
const FREE_ARGUMENTS = [12, 13, 14];
/** More cycles than moving the longest data piece takes. */
const LONGEST_LOAD_CYCLES = 5000;

/** Rounds addresses and sizes of calls that load data to pages, and leaves out the arguments that may be anything. */
export const simplerCalls: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k) {
    const item = items[k];
    if (item.kind !== "system" || item.family !== "sources") return;
    for (let n = 0; n < item.ops.length - 1; n++) {
      if (!canGo(item, n)) continue;
      const simpler = { ...item, ops: item.ops.toSpliced(n, 1), extraCycles: LONGEST_LOAD_CYCLES };
      yield* withItems(original, items.with(k, simpler));
    }
  });
};

function isStore({ instruction }: Op): boolean {
  return instruction !== undefined && stores(instruction);
}

function canGo({ ops }: Item, n: number): boolean {
  const { instruction, rd } = ops[n];
  // Without a size of its own it may load all there is, for which there need not be room.
  if (FREE_ARGUMENTS.includes(rd)) return ops.some(isStore);
  const rounds =
    n > 0 && instruction?.name === "addiw" && ops[n - 1].instruction?.name === "lui" && ops[n - 1].rd === rd;
  return rounds && ops[n + 1].instruction?.name !== "ecall"; // the last constant is the number of the call
}
