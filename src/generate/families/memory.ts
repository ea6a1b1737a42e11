import type { Instruction } from "../../isa/index.ts";
import { loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { isWritable, type MemoryMap } from "../memory-map.ts";
import { op, row, type Op } from "../op.ts";
import { accessWidth, stores } from "../rows.ts";
import type { Random } from "../random.ts";
import { registerFields } from "../register-fields.ts";
import { pickImmediate } from "../values.ts";
import type { Family } from "./family.ts";

const PAGE = 4096;
const SP = 2;
/** Of 100 loads through sp, where that may be written, those that load it. */
const PERCENT_INTO_SP = 20;
const ADDI16SP = row("c.addi16sp");

/** An address from which every offset of 12 bits, and 8 bytes there, is in the area of `map`. */
export function pickPointer(random: Random, { start, end }: MemoryMap): number {
  const page = start + PAGE * random.between(1, (end - start) / PAGE - 1);
  const address = page + random.pick([0, 0, -1, -2, -4, -8, -16, 4, 8, -120, random.between(-2000, 2000)]);
  return Math.min(Math.max(address, start + 2048), end - 2056);
}

/** Any load or store through a pointer, whose address is right wherever the pointer was moved to. */
export const memory: Family = {
  name: "memory",
  grow(grower) {
    const { random, rows, roles, map } = grower;
    for (let count = random.between(1, 4); count > 0; count--) {
      const instruction = random.pick(rows.loadsAndStores);
      const near = registerFields(instruction).rs1?.near === true;
      const pointer = near || random.chance(30) ? roles.nearPointer : roles.farPointer;
      if (random.chance(25)) grower.add("access", loadNumber(pointer, pickPointer(random, map)));
      grower.add("access", [grower.randomOp(instruction, pointer)]);
    }
  },
};

/** Loads and stores around sp, which moves. */
export const stack: Family = {
  name: "stack",
  grow(grower) {
    const { random, rows, map } = grower;
    if (random.chance(50)) {
      const imm = pickImmediate(random, ADDI16SP);
      const ops = [...loadNumber(SP, pickPointer(random, map) - imm), op(ADDI16SP, SP, 0, 0, imm)];
      grower.add("access", random.chance(50) ? ops : loadNumber(SP, pickPointer(random, map)));
    }
    for (let count = random.between(1, 3); count > 0; count--) {
      grower.add("access", [grower.randomOp(random.pick(rows.stackAccesses))]);
    }
  },
};

/** Loads and stores across borders: of pages, segments, loaded data and of memory itself. */
export const edges: Family = {
  name: "edges",
  grow(grower) {
    const { random, rows } = grower;
    for (let count = random.between(1, 3); count > 0; count--) {
      const instruction = random.pick(rows.loadsAndStores);
      const ops = accessAt(grower, instruction, pickEdge(grower, instruction));
      grower.add("access", ops);
    }
  },
};

/** An address at or beside a border at which `instruction` may access memory. */
export function pickEdge(grower: Grower, instruction: Instruction): number {
  const { random, map, hot, version } = grower;
  const width = accessWidth(instruction);
  // Version 0 refuses loads that end at the end of memory.
  const limit = version === 0 && instruction.base.extension !== "A" ? map.memorySize - 1 : map.memorySize;
  for (let tries = 0; tries < 8; tries++) {
    const border = hot.length > 0 && random.chance(40) ? random.pick(hot) : random.pick(map.borders);
    const address =
      border + random.pick([0, -width, -1, 1 - width, -width >> 1, random.between(-16, 16), random.below(PAGE)]);
    const inside = address >= 0 && address + width <= limit;
    if (inside && (!stores(instruction) || isWritable(map, address, width))) return address;
  }
  return map.start;
}

/**
 * An access to `address` whose base register is loaded just before: one that may be its operand or result too. Not to be
 * asked for one through sp where sp has a role.
 */
export function accessAt(grower: Grower, instruction: Instruction, address: number): Op[] {
  const access = accessBy(grower, instruction);
  const load = loadNumber(baseOf(access), registerFields(instruction).imm ? address - access.imm : address);
  return load.length === 1 ? [load[0], access] : [load[0], load[1], access];
}

/** An access through any register that may be written, or through sp if it is one of those. */
export function accessBy(grower: Grower, instruction: Instruction): Op {
  const { rd, rs1 } = registerFields(instruction);
  if (rs1) return grower.randomOp(instruction, grower.destination(rs1.near));
  const access = grower.randomOp(instruction);
  return rd && grower.random.chance(PERCENT_INTO_SP) ? { ...access, rd: SP } : access;
}

/** The register that an access takes its address from. */
export function baseOf({ instruction, rs1 }: Op): number {
  return instruction && registerFields(instruction).rs1 ? rs1 : SP;
}
