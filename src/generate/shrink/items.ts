import type { GeneratedProgram } from "../program.ts";
import { BEGIN, changes, runs, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

/** Takes away items, many at once and then single ones. */
export const removeItems: Pass = function* (original, from) {
  const { items } = original.program;
  for (const { start, end, next } of runs(items.length, from)) {
    for (const smaller of withItems(original, items.toSpliced(start, end - start))) yield { smaller, next };
  }
};

/** Programs with fewer items. */
export function* smallerPrograms(program: GeneratedProgram): Generator<GeneratedProgram> {
  const { items } = program;
  for (const { start, end } of runs(items.length, BEGIN))
    yield { ...program, items: items.toSpliced(start, end - start) };
}

/** Takes away the head and foot of a loop, or a function's head and its calls, and leaves what is inside. */
export const removeFrames: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, (k) => {
    const { kind, id } = items[k];
    if (kind !== "loop" && kind !== "function") return [];
    const partner = kind === "loop" ? "end" : "call";
    const left = items.filter((item, n) => n !== k && !(item.kind === partner && item.target === id));
    return withItems(original, left);
  });
};
