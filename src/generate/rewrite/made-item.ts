import { op, row, type Op } from "../op.ts";
import type { Item } from "../program.ts";

const ADDI = row("addi");

/** An item that no family has grown: instructions that only compute. */
export function madeItem(id: number, ops: readonly Op[]): Item {
  return {
    id,
    kind: "code",
    ops,
    target: -1,
    extraCycles: 0,
    family: "rewritten",
    note: undefined,
    endsAt: undefined,
    loads: undefined,
    passedOver: undefined,
  };
}

/** Sets a register to zero, in 32 bits. */
export function clear(register: number): Op {
  return op(ADDI, register, 0, 0, 0);
}
