import type { GeneratedCase } from "../case.ts";
import { baseOp, type Op } from "../op.ts";
import type { Item } from "../program.ts";
import { addressOf } from "./addresses.ts";
import { fits } from "./ops.ts";
import { isOpaque } from "./opaque.ts";
import { changes, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

const A0 = 10;
const SP = 2;
/** With more registers than this, each is tried as a0 only: pairs would be too many. */
const PAIRS_MAX = 6;

/** Names one register another everywhere: a0, or one that is named anyway. Registers that have a role keep it. */
export const fewerRegisters: Pass = function* (original, from) {
  const named = namedRegisters(original);
  yield* changes(named.length, from, function* (k) {
    const others = named.length <= PAIRS_MAX ? named.slice(0, k) : [];
    for (const other of new Set([A0, ...others])) {
      const renamed = other === named[k] ? undefined : renamedItems(original, named[k], other);
      if (renamed) yield* withItems(original, renamed);
    }
  });
};

/** Registers that items name and may write, ascending, without x0 and sp. */
function namedRegisters({ program: { items, reserved } }: GeneratedCase): number[] {
  let named = 0;
  for (const { ops, kind } of items) {
    if (kind === "system" || kind === "fault") continue;
    for (const { rd, rs1, rs2 } of ops) named |= (1 << rd) | (1 << rs1) | (1 << rs2);
  }
  const free = named & ~reserved & ~(1 << 0) & ~(1 << SP);
  return Array.from({ length: 32 }, (_, register) => register).filter((register) => (free & (1 << register)) !== 0);
}

function renamedItems({ program: { items }, world }: GeneratedCase, from: number, to: number): Item[] | undefined {
  const renamed: Item[] = [];
  for (const item of items) {
    if (!item.ops.some((op) => names(op, from))) renamed.push(item);
    else {
      // A call takes its numbers from certain registers.
      if (item.kind === "system" || item.kind === "fault") return undefined;
      // What jumps inside may jump into an instruction: its bits are another one.
      if (isOpaque(item)) return undefined;
      if (item.ops.some((op) => names(op, to)) && !mayBeOne(item)) return undefined;
      const ops = item.ops.map((op) => renamedOp(op, from, to));
      if (!ops.every(fits) || (world.version === 0 && ops.some(linksItsBase))) return undefined;
      renamed.push({ ...item, ops });
    }
  }
  return renamed;
}

/** True if two registers of an item may become one: where it computes an address or a way from two, they must differ. */
function mayBeOne(item: Item): boolean {
  if (item.ops.length === 1) return true;
  return item.kind === "code" || addressOf(item) !== undefined;
}

function names({ instruction, rd, rs1, rs2 }: Op, register: number): boolean {
  if (!instruction) return false;
  const { field } = instruction;
  const named = (field.has("rd") && rd === register) || (field.has("rs1") && rs1 === register);
  return named || (field.has("rs2") && rs2 === register);
}

function renamedOp(op: Op, from: number, to: number): Op {
  const other = (register: number) => (register === from ? to : register);
  return { ...op, rd: other(op.rd), rs1: other(op.rs1), rs2: other(op.rs2) };
}

/** True for a jump that writes the register it jumps by: version 0 writes it first. */
function linksItsBase(op: Op): boolean {
  const { instruction, rd, rs1 } = baseOp(op);
  return instruction?.name === "jalr" && rd === rs1 && rd !== 0;
}
