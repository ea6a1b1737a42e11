import { baseOp, op, row, type Op } from "../op.ts";
import { loadNumber } from "../constant.ts";
import type { GeneratedProgram, Item } from "../program.ts";
import { touchesMemory } from "../rows.ts";
import { isOpaque } from "./opaque.ts";

const SP = 2;
const A0 = 10;
const ADDI = row("addi");

/** The access that an item ends in, in 32 bits; undefined if it is none of those whose address can be another one. */
export function accessOf(item: Item): Op | undefined {
  const { kind, ops } = item;
  if (kind !== "access" || ops.length === 0 || isOpaque(item)) return undefined;
  const access = baseOp(ops[ops.length - 1]);
  return access.instruction && touchesMemory(access.instruction) ? access : undefined;
}

/** The address of an access whose base is x0 or loaded by the item itself; undefined where it is set elsewhere. */
export function addressOf(item: Item): number | undefined {
  const access = accessOf(item);
  if (!access) return undefined;
  const { rs1: base } = access;
  if (base === 0) return offsetOf(access);
  const setUp = item.ops.slice(0, -1);
  if (setUp.length === 0) return undefined;
  const loaded = loadedNumber(setUp, base);
  return loaded === undefined ? undefined : loaded + offsetOf(access);
}

/**
 * The address of each access; of those by a pointer, where it was set last before, going through the items once: it may
 * be elsewhere in a loop. Undefined for what is no access, or computes its address.
 */
export function likelyAddresses({ items, pointers }: GeneratedProgram): (number | undefined)[] {
  const values = new Map(pointers.map(({ register, address }) => [register, address]));
  return items.map((item) => {
    const access = accessOf(item);
    if (!access) {
      const moved = item.kind === "access" && item.ops.length > 0 ? baseOp(item.ops[0]).rd : 0;
      const value = moved > 0 ? loadedNumber(item.ops, moved) : undefined;
      if (value !== undefined) values.set(moved, value);
      return undefined;
    }
    if (item.ops.length > 1 || access.rs1 === 0) return addressOf(item);
    const value = values.get(access.rs1);
    return value === undefined ? undefined : value + offsetOf(access);
  });
}

function offsetOf({ instruction, imm }: Op): number {
  return instruction?.field.has("imm") ? imm : 0;
}

/** The number that instructions load into `register`, if that is all they do. */
function loadedNumber(ops: readonly Op[], register: number): number | undefined {
  let number = 0;
  for (const [k, { instruction, rd, rs1, imm }] of ops.entries()) {
    const adds = instruction?.name === "addi" || instruction?.name === "addiw";
    if (rd !== register || (instruction?.name === "lui" ? k > 0 : !adds || rs1 !== (k === 0 ? 0 : register))) {
      return undefined;
    }
    number += imm;
  }
  return number;
}

/**
 * An access that is to get another base. Where it also stores its base, what it stores becomes something else anyway: sp,
 * which is simplest.
 */
function unbound(access: Op): Op {
  return access.rs1 !== 0 && access.rs2 === access.rs1 ? { ...access, rs2: SP } : access;
}

/** Instructions that make the access at `address`, below 2048: from x0 where it has an offset. */
export function accessNearZero(bound: Op, address: number): Op[] {
  const access = unbound(bound);
  if (access.instruction?.field.has("imm")) return [{ ...access, rs1: 0, imm: address }];
  if (address === 0) return [{ ...access, rs1: 0 }];
  const base = access.rs1 === 0 || access.rs1 === SP ? A0 : access.rs1;
  return [op(ADDI, base, 0, 0, address), { ...access, rs1: base }];
}

/** Instructions that make the access with the base register set to `base`, which no pointer may become. */
export function accessFrom(bound: Op, base: number, imm: number, { reserved }: GeneratedProgram): Op[] {
  const access = unbound(bound);
  const free = access.rs1 !== 0 && access.rs1 !== SP && (reserved & (1 << access.rs1)) === 0;
  const register = free ? access.rs1 : A0;
  return [...loadNumber(register, base), { ...access, rs1: register, imm }];
}

/** True if an item takes an address from `register` that it has not loaded itself. */
export function isUsed({ items }: GeneratedProgram, register: number): boolean {
  return items.some(({ kind, ops }) => {
    if (kind !== "access" || ops.length === 0) return false;
    const [{ instruction, rs1 }] = ops;
    if (!instruction || !touchesMemory(instruction)) return false;
    return (instruction.field.has("rs1") ? rs1 : SP) === register;
  });
}

/** The program with other items, and without the pointers that nothing uses any more. */
export function withoutIdlePointers(program: GeneratedProgram, items: readonly Item[]): GeneratedProgram {
  const changed = { ...program, items };
  const pointers = program.pointers.filter(({ register }) => !isUsed(program, register) || isUsed(changed, register));
  return pointers.length === program.pointers.length ? changed : { ...changed, pointers };
}
