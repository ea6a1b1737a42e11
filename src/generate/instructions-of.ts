import type { GeneratedCase } from "./case.ts";
import { layOut } from "./layout.ts";

/**
 * The instructions of a program by name, beside the call of exit at its end, which every program has: a7 is set for it, and
 * a0 where there is an exit code. Bits that are no instruction are `raw bits`.
 */
export function instructionsOf({ program }: GeneratedCase): string[] {
  const { pieces, ops } = layOut(program);
  const names = ops.map((list) => list.map(({ instruction }) => instruction?.name ?? "raw bits"));
  const exit = pieces.findIndex(({ item }, k) => k > 0 && item === undefined);
  names[exit] = names[exit].slice(0, -2);
  return names.flat();
}
