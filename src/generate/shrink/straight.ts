import { onlyComputes } from "../rows.ts";
import { asCode } from "./items.ts";
import { isOpaque } from "./opaque.ts";
import { changes, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

/** Leaves of items that go many ways inside only what computes: one instruction behind the other. */
export const straightItems: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, (k) => {
    const item = items[k];
    if (item.kind !== "code" || !isOpaque(item)) return [];
    const straight = item.ops.filter(({ instruction }) => instruction && onlyComputes(instruction));
    return withItems(original, items.with(k, asCode(item, straight)));
  });
};
