import type { Case, Change, Counterpart, Moved } from "../case/index.ts";
import { SAME_REGISTERS, type RewrittenCase } from "../generate/index.ts";
import { codeEnd, codeStart } from "../generate/program.ts";

const PAGE = 4096;

/** A case with its counterpart. */
export interface Pair extends Case {
  readonly counterpart: Counterpart;
}

/** The case behind the first `from` rewritings, with the one behind the first `to` of them as its counterpart. */
export function pairOf({ original, steps }: RewrittenCase, from: number, to: number): Pair {
  const before = from === 0 ? original : steps[from - 1].rewritten;
  const { base, codeRoom } = before.program;
  const between = steps.slice(from, to);
  const counterpart = {
    checked: steps[to - 1].rewritten,
    name: between.map(({ name }) => name).join(", "),
    change: composed(between.map(({ change }) => change)),
    code: [codeStart(base) / PAGE, codeEnd(base, codeRoom) / PAGE],
  } as const;
  return { ...before, counterpart };
}

/** All changes in one: data moves before registers do, as it does among the rewritings. */
function composed(changes: readonly Change[]): Change {
  let registers = SAME_REGISTERS;
  let moreCycles = 0n;
  let moved: Moved | undefined;
  for (const change of changes) {
    registers = registers.map((register) => change.registers[register]);
    moreCycles += change.moreCycles;
    moved ??= change.moved;
  }
  return { registers, moreCycles, ...(moved && { moved }) };
}
