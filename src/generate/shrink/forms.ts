import { baseOp, op, row } from "../op.ts";
import type { Item } from "../program.ts";
import { isOpaque } from "./opaque.ts";
import { changes, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

const JAL = row("jal");
const JALR = row("jalr");

/** Writes 32-bit instructions for 16-bit ones: what people read most easily. */
export const wideForms: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length + 1, from, function* (k) {
    if (k === 0) {
      if (items.some(isNarrow)) yield* withItems(original, items.map(widened));
      return;
    }
    const item = items[k - 1];
    if (!isNarrow(item)) return;
    yield* withItems(original, items.with(k - 1, widened(item)));
    if (item.ops.length < 2) return;
    for (let n = 0; n < item.ops.length; n++) {
      yield* withItems(original, items.with(k - 1, { ...item, ops: item.ops.with(n, baseOp(item.ops[n])) }));
    }
  });
};

function isNarrow(item: Item): boolean {
  return !isOpaque(item) && item.ops.some(({ instruction }) => instruction && instruction.base !== instruction);
}

function widened(item: Item): Item {
  return isNarrow(item) ? { ...item, ops: item.ops.map(baseOp) } : item;
}

/** Jumps and calls in one instruction, and no room behind them. */
export const simplerJumps: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k) {
    const item = items[k];
    const { kind, ops, endsAt, target } = item;
    if ((kind !== "branch" && kind !== "call") || target < 0) return;
    if (ops.length > 1 || ops[0].instruction === JALR) {
      const link = kind === "call" ? baseOp(ops[ops.length - 1]).rd : 0;
      const plain = { ...item, ops: [op(JAL, link, 0, 0, 0)], endsAt: undefined, loads: undefined };
      yield* withItems(original, items.with(k, plain));
    } else if (endsAt !== undefined) {
      yield* withItems(original, items.with(k, { ...item, endsAt: undefined }));
    }
  });
};
