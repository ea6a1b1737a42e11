import { roundsOf } from "../bounds.ts";
import { loadNumber } from "../constant.ts";
import { baseOp, type Op } from "../op.ts";
import type { GeneratedProgram, Item } from "../program.ts";
import { isOpaque } from "./opaque.ts";
import { changes, runs, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

/** Takes away items, many at once and then single ones. */
export const removeItems: Pass = function* (original, from) {
  const { items } = original.program;
  for (const { start, end, next } of runs(items.length, from)) {
    for (const smaller of withItems(original, items.toSpliced(start, end - start))) yield { smaller, next };
  }
};

/** Takes away whole blocks: a loop, a function with its calls, a branch with all it can jump over. */
export const removeBlocks: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, (k) => {
    const end = endOfBlock(original.program, k);
    if (end - k < 2) return [];
    const { kind, id } = items[k];
    const left = items.filter(
      (item, n) => (n < k || n >= end) && !(kind === "function" && item.kind === "call" && item.target === id),
    );
    return withItems(original, left);
  });
};

/** The index behind the last item of the block that item `k` begins; `k` if it begins none. */
function endOfBlock({ items }: GeneratedProgram, k: number): number {
  const { kind, id, target } = items[k];
  const ends = (item: Item): boolean => {
    if (kind === "loop") return item.kind === "end" && item.target === id;
    return item.kind === "function" || (kind === "branch" && item.id >= target);
  };
  if (kind !== "loop" && kind !== "function" && kind !== "branch") return k;
  const length = items.slice(k + 1).findIndex(ends);
  if (kind === "loop") return length < 0 ? k : k + 2 + length;
  return length < 0 ? items.length : k + 1 + length;
}

/**
 * Takes away the head and foot of a loop, or a function's head and its calls, and leaves what is inside. A loop inside may
 * then turn as often as both did; a call may leave a number in its link register.
 */
export const removeFrames: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k) {
    const { kind, id, ops } = items[k];
    if (kind !== "loop" && kind !== "function") return;
    const isPartner = (item: Item) => item.kind === (kind === "loop" ? "end" : "call") && item.target === id;
    const left = items.filter((item, n) => n !== k && !isPartner(item));
    yield* withItems(original, left);
    if (kind === "loop") {
      yield* withItems(original, withRounds(left, k, roundsOfItem(items[k])));
      // What the foot computes to compare with may be what the rest needs.
      const computed =
        items
          .find(isPartner)
          ?.ops.slice(0, -1)
          .filter(({ rd }) => rd !== ops[0].rd) ?? [];
      if (computed.length === 0) return;
      const kept = items.filter((_, n) => n !== k).map((item) => (isPartner(item) ? asCode(item, computed) : item));
      yield* withItems(original, kept);
    } else {
      const link = baseOp(ops[ops.length - 1]).rs1;
      const constant = loadNumber(link, 1);
      const linked = items.filter((_, n) => n !== k).map((item) => (isPartner(item) ? asCode(item, constant) : item));
      yield* withItems(original, linked);
    }
  });
};

/** The items with the first loop from item `k` on turning `times` as often. */
function withRounds(items: readonly Item[], k: number, times: number): readonly Item[] {
  const inner = items.findIndex(({ kind }, n) => n >= k && (kind === "loop" || kind === "function"));
  if (inner < 0 || items[inner].kind === "function") return items;
  const rounds = times * roundsOfItem(items[inner]);
  if (rounds > ROUNDS_MAX) return items;
  return items.with(inner, { ...items[inner], ops: loadNumber(items[inner].ops[0].rd, rounds) });
}

/** More would take long for nothing. */
const ROUNDS_MAX = 10_000;

/** How often a loop turns, by its head. */
export function roundsOfItem(item: Item): number {
  return roundsOf(item);
}

/** The item as one that only computes. */
export function asCode({ id, family }: Item, ops: readonly Op[]): Item {
  return { id, family, kind: "code", ops, target: -1, extraCycles: 0 };
}

/** Takes away single instructions of items that only compute. */
export const removeOps: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k) {
    const { kind, ops, loads } = items[k];
    if (kind !== "code" || loads !== undefined || ops.length < 2 || isOpaque(items[k])) return;
    for (let n = 0; n < ops.length; n++) {
      yield* withItems(original, items.with(k, { ...items[k], ops: ops.toSpliced(n, 1) }));
    }
  });
};
