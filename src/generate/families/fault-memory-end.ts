import { itemBytesMax } from "../code-room.ts";
import { loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, opLength, row, type Op } from "../op.ts";
import { codeEnd, codeStart } from "../program.ts";
import { otherRegister } from "../registers.ts";
import type { FaultCause } from "./fault-cause.ts";
import { pickPlain, storeAll } from "./written-routine.ts";

const ADDI = row("addi");
const JAL = row("jal");
const JALR = row("jalr");
const SH = row("sh");
const ALWAYS = ["beq", "bge", "bgeu"].map(row);
/** How far back a jump and a branch lead, in bytes. */
const JUMP_REACH = 2 ** 20;
const BRANCH_REACH = 2 ** 12;
/** Bytes of what stands before the items of every program. */
const SET_UP_BYTES = 64;
/** The lowest two bits of an instruction of 4 bytes. */
const LONG = 3;

/** Causes for code that goes on where memory does not: below address 0, and behind the end. */
export const MEMORY_END_FAULTS: readonly FaultCause[] = [
  { name: "jump back below address 0", fault: "MemOutOfBound", make: jumpBelowZero },
  { name: "jump back below address 0", fault: "MemOutOfBound", make: jumpBelowZero },
  {
    name: "an instruction ends with the memory",
    fault: "MemOutOfBound",
    make: (grower) => atEnd(grower, () => pickPlain(grower, grower.random.chance(50) ? 2 : 4)),
  },
  {
    name: "an instruction over the end of memory",
    fault: "MemOutOfBound",
    make: (grower) => atEnd(grower, () => undefined),
  },
];

/** A jump that adds a negative number to a smaller pc: to the end of all addresses. Undefined where none reaches that far. */
function jumpBelowZero(grower: Grower): Op[] | undefined {
  const { random, map } = grower;
  const behind = codeEnd(map.base, map.codeRoom);
  const before = bytesBefore(grower);
  if (before !== undefined && before < BRANCH_REACH && random.chance(70)) {
    const register = grower.source();
    return [op(random.pick(ALWAYS), 0, register, register, back(grower, before, BRANCH_REACH))];
  }
  if (behind >= JUMP_REACH) return undefined;
  return [op(JAL, random.chance(50) ? 0 : grower.destination(), 0, 0, back(grower, behind, JUMP_REACH))];
}

/** A number of bytes back, beyond `least` and at most `most`: mostly one of the two, or near it. */
function back({ random }: Grower, least: number, most: number): number {
  const bytes = random.pick([least + 2, least + 4, most - 2, most, random.between(least + 2, most)]);
  return -Math.min(most, (bytes + 1) & -2);
}

/** The greatest address that the next item can stand at, where code is in the first page; undefined elsewhere. */
function bytesBefore({ map, items }: Grower): number | undefined {
  const { base, lead, functions } = map;
  if (codeStart(base) !== 0 || functions === "before") return undefined;
  return items.reduce((sum, item) => sum + itemBytesMax(item), base + lead.length + SET_UP_BYTES);
}

/**
 * Writes an instruction that ends with the memory, or, if `pick` gives none, the first half of one that does not, and goes
 * there. Undefined where what is written cannot be executed.
 */
function atEnd(grower: Grower, pick: () => Op | undefined): Op[] | undefined {
  const { random, world, map } = grower;
  if (world.writeXorExecute) return undefined;
  const pointer = grower.destination();
  const value = otherRegister(grower, pointer);
  const last = pick();
  const address = map.memorySize - (last ? opLength(last) : 2);
  const write = last ? storeAll([last], pointer, value, 0) : storeHalf(pointer, value, random.below(512));
  return [...loadNumber(pointer, address), ...write, op(JALR, 0, pointer, 0, random.below(2))];
}

/** Stores two bytes of which the lowest two bits are those of a 4-byte instruction. */
function storeHalf(pointer: number, value: number, others: number): Op[] {
  return [op(ADDI, value, 0, 0, 4 * others + LONG), op(SH, 0, pointer, value, 0)];
}
