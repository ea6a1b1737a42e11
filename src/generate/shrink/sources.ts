import { baseOp, type Op } from "../op.ts";
import type { Item } from "../program.ts";
import { fits } from "./ops.ts";
import { isOpaque } from "./opaque.ts";
import { changes, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

/** Registers whose value needs no instruction: x0, and sp, which is a positive number. */
const FOR_NOTHING = [0, 2];
/** In longer programs what computes a register goes item by item. */
const ITEMS_MAX = 16;

/**
 * Lets all that reads a register read x0 or sp instead, at once, without the items that do nothing but set it: instructions
 * that must have the same operands, such as those of a fused sequence, cannot change one by one.
 */
export const simplerSources: Pass = function* (original, from) {
  const { items } = original.program;
  const read = items.length > ITEMS_MAX ? [] : registersRead(items);
  yield* changes(read.length, from, function* (k) {
    for (const other of FOR_NOTHING) {
      const changed = readInstead(items, read[k], other);
      if (changed) yield* withItems(original, changed);
    }
  });
};

function registersRead(items: readonly Item[]): number[] {
  const read = new Set<number>();
  for (const item of items) {
    for (const { instruction, rs1, rs2 } of mayChange(item) ? item.ops : []) {
      if (instruction?.field.has("rs1")) read.add(rs1);
      if (instruction?.field.has("rs2")) read.add(rs2);
    }
  }
  for (const register of FOR_NOTHING) read.delete(register);
  return [...read].toSorted((a, b) => a - b);
}

/** The items with `other` in the place of a register that they read; undefined if some may not change. */
function readInstead(items: readonly Item[], register: number, other: number): Item[] | undefined {
  const changed: Item[] = [];
  for (const item of items) {
    const reads = (op: Op) => op.rs1 === register || op.rs2 === register;
    if (onlySets(item, register)) continue;
    if (!item.ops.some((op) => reads(baseOp(op)))) changed.push(item);
    else {
      if (!mayChange(item)) return undefined;
      const ops = item.ops.map((op) => withSource(op, register, other));
      if (!ops.every(fits)) return undefined;
      changed.push({ ...item, ops });
    }
  }
  return changed;
}

function withSource(op: Op, register: number, other: number): Op {
  const instead = (source: number) => (source === register ? other : source);
  return { ...op, rs1: instead(op.rs1), rs2: instead(op.rs2) };
}

/** True for what only computes, and for a branch by two registers: an address or a way must not become another one. */
function mayChange(item: Item): boolean {
  const { kind, ops, loads } = item;
  if (loads !== undefined || isOpaque(item)) return false;
  return kind === "code" || (kind === "branch" && ops.length === 1 && !ops[0].instruction?.field.has("rd"));
}

/** True for an item that computes nothing but a register. */
function onlySets({ kind, ops }: Item, register: number): boolean {
  return (
    kind === "code" && ops.every((op) => op.instruction !== undefined && baseOp(op).rd === register && !readsItself(op))
  );
}

/** True if it computes from the register it writes, and from another one: then it may be what the case is about. */
function readsItself(op: Op): boolean {
  const { instruction, rd, rs1, rs2 } = baseOp(op);
  return instruction?.field.has("rs2") === true && (rs1 === rd || rs2 === rd);
}
