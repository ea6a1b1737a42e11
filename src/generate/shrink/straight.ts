import type { GeneratedCase } from "../case.ts";
import { op, row } from "../op.ts";
import { onlyComputes } from "../rows.ts";
import { asCode } from "./items.ts";
import { isOpaque } from "./opaque.ts";
import { changes, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

const ADDI = row("addi");

/** Leaves of items that go many ways inside only what computes, one instruction behind the other, or a register of theirs. */
export const straightItems: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k): Generator<GeneratedCase> {
    const item = items[k];
    if (item.kind !== "code" || !isOpaque(item)) return;
    const straight = item.ops.filter(({ instruction }) => instruction && onlyComputes(instruction));
    yield* withItems(original, items.with(k, asCode(item, straight)));
    // What else writes a register, such as a link, is as good as a number.
    const links = item.ops.filter(({ instruction }) => !instruction || !onlyComputes(instruction));
    for (const rd of new Set(links.map((each) => each.rd).filter(Boolean))) {
      yield* withItems(original, items.with(k, asCode(item, [op(ADDI, rd, 0, 0, 1)])));
    }
  });
};
