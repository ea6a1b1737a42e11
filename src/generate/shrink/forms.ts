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

/**
 * Jumps and calls in one instruction, and no room behind them; jumps through a register without what stands between the
 * address being loaded and the jump; calls of a function as jumps to the next item, without what is called.
 */
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
    for (const shorter of shorterJumps(ops)) yield* withItems(original, items.with(k, { ...item, ops: shorter }));
    if (kind === "call") yield* withItems(original, withoutFunction(items, target));
  });
};

/**
 * A jump that loads its address, without one of the instructions in between: to an even number, and to an odd one, as the
 * lowest bit does not count.
 */
function* shorterJumps(ops: Item["ops"]): Generator<Item["ops"]> {
  const last = baseOp(ops[ops.length - 1]);
  if (ops.length < 3 || last.instruction !== JALR) return;
  const [{ rd: base }] = ops;
  for (let n = 1; n < ops.length - 1; n++) {
    const shorter = ops.toSpliced(n, 1);
    // The low bits go into the first that adds to the base: it must be one that adds, or the jump.
    const low = shorter.findIndex(
      ({ instruction, rs1 }, place) => place > 0 && rs1 === base && instruction?.length === 4,
    );
    const isAdding = low < 0 || low === shorter.length - 1 || ADDING.includes(shorter[low].instruction?.name ?? "");
    if (isAdding) for (const imm of [0, 1]) yield shorter.with(-1, { ...last, imm });
  }
}

const ADDING: readonly string[] = ["addi", "addiw"];

/** The items without a function and its body, with its calls as jumps to the item behind them. */
function withoutFunction(items: readonly Item[], id: number): readonly Item[] {
  const head = items.findIndex((item) => item.kind === "function" && item.id === id);
  if (head < 0) return items;
  const next = items.findIndex(({ kind }, n) => n > head && kind === "function");
  return items
    .toSpliced(head, (next < 0 ? items.length : next) - head)
    .map((item) =>
      item.kind === "call" && item.target === id ? { ...item, kind: "branch", target: item.id + 1 } : item,
    );
}
