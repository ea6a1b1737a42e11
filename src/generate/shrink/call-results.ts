import { loadNumber } from "../constant.ts";
import type { GeneratedProgram, Item } from "../program.ts";
import { onlyComputes } from "../rows.ts";
import { asCode } from "./items.ts";
import { changes, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

const A0 = 10;
/** What system calls answer: success, a missing item or index, and what is none of that. */
const ANSWERS = [0, 1, 2, -1];

/** Leaves of system calls what they set up, with an answer loaded as a constant, or neither. */
export const callsAsConstants: Pass = function* (original, from) {
  const { program } = original;
  const { items } = program;
  yield* changes(items.length, from, function* (k) {
    const item = items[k];
    if (item.kind !== "system") return;
    for (const ops of constantsFor(item, program)) yield* withItems(original, items.with(k, asCode(item, ops)));
  });
};

function* constantsFor({ ops }: Item, { reserved }: GeneratedProgram): Generator<Item["ops"]> {
  const isFree = (register: number) => (reserved & (1 << register)) === 0;
  const setUp = ops.filter(({ instruction, rd }) => instruction && onlyComputes(instruction) && isFree(rd));
  for (const before of [[], setUp]) {
    if (before.length > 0) yield before;
    if (isFree(A0)) for (const answer of ANSWERS) yield [...before, ...loadNumber(A0, answer)];
  }
}
