import { baseOp, type Op } from "../op.ts";
import type { Item } from "../program.ts";
import { clear, madeItem } from "./made-item.ts";

/** Calls and functions of a program, whose links and targets are addresses of its code. */
export interface Calls {
  /** True if an instruction reads a register in which a function keeps where to return to. */
  readsLink(base: Op): boolean;
  /** What stands behind a call, or behind the head of a function, so that no address is left over. */
  behind(item: Item): readonly Item[];
}

const NOTHING: readonly Item[] = [];
const NO_CALLS: Calls = { readsLink: () => false, behind: () => NOTHING };
/** Between two ids. */
const HALF = 0.5;

/** What calls leave in registers, and where it is to be taken away. */
export function callsOf(items: readonly Item[]): Calls {
  const calls = items.filter(({ kind }) => kind === "call");
  if (calls.length === 0) return NO_CALLS;
  let links = 0;
  /** By the id of a function, the registers that calls of it take its address in. */
  const taken = new Map<number, Set<number>>();
  for (const { ops, target } of calls) {
    const link = linkOf(ops);
    links |= 1 << link;
    const registers = taken.get(target) ?? new Set();
    taken.set(target, registers);
    for (const { instruction, rd } of ops) if (instruction?.field.has("rd") && rd !== link) registers.add(rd);
  }
  return {
    readsLink: ({ instruction, rs1, rs2 }) =>
      (links & ((instruction?.field.has("rs1") ? 1 << rs1 : 0) | (instruction?.field.has("rs2") ? 1 << rs2 : 0))) !== 0,
    behind: (item) => {
      const { id, kind, ops } = item;
      if (kind === "call") return [madeItem(id + HALF, [clear(linkOf(ops))])];
      const registers = kind === "function" ? taken.get(id) : undefined;
      return registers && registers.size > 0 ? [madeItem(id + HALF, [...registers].map(clear))] : NOTHING;
    },
  };
}

function linkOf(ops: readonly Op[]): number {
  return ops.length === 0 ? 0 : baseOp(ops[ops.length - 1]).rd;
}
