import { moreFields, baseOp, type Op } from "../op.ts";
import type { Item } from "../program.ts";
import { touchesMemory } from "../rows.ts";
import { SAME_REGISTERS, type Rewriting } from "./rewriting.ts";

/** Neighbours that know nothing of each other, in the other order. */
export const reordering: Rewriting = {
  name: "reordering",
  sentence: "With independent neighbours in the other order, a program ends in the same state after the same cycles.",
  withoutBranches: false,
  blind: false,
  rewrite(random, program) {
    const entered = new Set(program.items.map(({ target }) => target));
    const items = program.items.slice();
    let swapped = 0;
    for (let k = 0; k + 1 < items.length; k++) {
      const [one, next] = [items[k], items[k + 1]];
      if (!areIndependent(one, next) || isEntered(entered, one.id, next.id) || random.chance(30)) continue;
      items[k] = { ...next, id: one.id };
      items[k + 1] = { ...one, id: next.id };
      swapped++;
    }
    if (swapped === 0) return undefined;
    return { program: { ...program, items }, registers: SAME_REGISTERS, moreCycles: 0n };
  },
};

/** True if a branch leads between two items: what goes to an id that is gone goes to the next one. */
function isEntered(targets: ReadonlySet<number>, one: number, next: number): boolean {
  for (let id = Math.floor(one) + 1; id <= next; id++) if (targets.has(id)) return true;
  return false;
}

function areIndependent(one: Item, next: Item): boolean {
  if (one.kind !== "code" || next.kind !== "code") return false;
  const [first, second] = [usesOf(one.ops), usesOf(next.ops)];
  if (!first || !second) return false;
  return (first.written & (second.read | second.written)) === 0 && (second.written & first.read) === 0;
}

/** Registers as bits; undefined where memory or anything else beside registers is touched. */
function usesOf(ops: readonly Op[]): { read: number; written: number } | undefined {
  let [read, written] = [0, 0];
  for (const each of ops) {
    const { instruction, rd, rs1, rs2 } = baseOp(each);
    if (!instruction || instruction.endsBlock || touchesMemory(instruction) || moreFields(instruction).length > 0)
      return undefined;
    if (instruction.field.has("rs1")) read |= 1 << rs1;
    if (instruction.field.has("rs2")) read |= 1 << rs2;
    if (instruction.field.has("rd")) written |= 1 << rd;
  }
  return { read, written: written & ~1 };
}
