import type { GeneratedCase } from "../case.ts";
import { loadNumber } from "../constant.ts";
import type { Op } from "../op.ts";
import type { Item } from "../program.ts";
import { roundsOfItem } from "./items.ts";
import { isOpaque } from "./opaque.ts";
import { fits } from "./ops.ts";
import { changes, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

/** Lets loops turn less often, with what each round adds or shifts by as it is, or as much more in each round. */
export const fewerRounds: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k): Generator<GeneratedCase> {
    const item = items[k];
    if (item.kind !== "loop") return;
    const rounds = roundsOfItem(item);
    const foot = items.findIndex(({ kind, target }) => kind === "end" && target === item.id);
    for (const fewer of new Set([1, 2, rounds >> 1, rounds - 1])) {
      if (fewer < 1 || fewer >= rounds) continue;
      const turning = items.with(k, { ...item, ops: loadNumber(item.ops[0].rd, fewer) });
      yield* withItems(original, turning);
      if (rounds % fewer !== 0) continue;
      const steeper = turning.map((each, n) => (n > k && n < foot ? scaled(each, rounds / fewer) : each));
      if (steeper.every((each, n) => each === turning[n])) continue;
      yield* withItems(original, steeper);
      // Once round is no round: a loop that turns once goes without its frame.
      if (fewer === 1) yield* withItems(original, steeper.filter((_, n) => n !== k && n !== foot)); // prettier-ignore
    }
  });
};

/** Instructions that, executed many times on one register, do what one with as many times the immediate does. */
const REPEATED: readonly string[] = ["addi", "addiw", "slli", "srli", "srai", "slliw", "srliw", "sraiw", "rori"];

function scaled(item: Item, times: number): Item {
  if (item.kind !== "code" || item.loads !== undefined || isOpaque(item)) return item;
  const ops = item.ops.map((op) => scaledOp(op, times));
  return ops.every((op, n) => op === item.ops[n]) ? item : { ...item, ops };
}

function scaledOp(op: Op, times: number): Op {
  if (!op.instruction || op.rd !== op.rs1 || op.rd === 0 || !REPEATED.includes(op.instruction.name)) return op;
  const more = { ...op, imm: op.imm * times };
  return fits(more) ? more : op;
}
