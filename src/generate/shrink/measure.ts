import { DEFAULT_WORLD } from "../../case/index.ts";
import type { GeneratedCase } from "../case.ts";
import { loadNumber } from "../constant.ts";
import type { Op } from "../op.ts";
import { CODE_ROOM, type GeneratedProgram, type Item } from "../program.ts";
import type { Surroundings } from "../surroundings.ts";
import { measureSpoiling } from "./spoiling.ts";

const A0 = 10;
const SP = 2;
/** x0 and sp need no instruction. */
const FOR_NOTHING = 1 | (1 << SP);

/** More than budgets and cuts can come to: they follow from the rest where they can. */
const CYCLES = 72n;

/**
 * How large a case is: a natural number. Every step of shrinking makes it smaller, so shrinking ends. Only the order
 * matters: fewer items before simpler items, fewer cuts before earlier cuts.
 */
export function measure({ world, cuts, budget, legTargets = [], program }: GeneratedCase): bigint {
  let small = measureWorld(world) + 1000 * cuts.length;
  for (const target of legTargets) small += 1 + target;
  let cycles = budget;
  for (const cut of cuts) cycles += cut;
  return ((measureProgram(program) + BigInt(small)) << CYCLES) + cycles;
}

/** How unusual a world is: a natural number, 0 for the usual one. */
export function measureWorld(world: Surroundings): number {
  const { version, isa, memorySize, cost, args, sources, markProgram, systemCalls, writeXorExecute } = world;
  let sum = 2 - version;
  if (isa !== DEFAULT_WORLD.isa) sum++;
  if (memorySize !== DEFAULT_WORLD.memorySize) sum++;
  if (cost !== DEFAULT_WORLD.cost) sum++;
  if (markProgram !== DEFAULT_WORLD.markProgram) sum++;
  if (writeXorExecute !== DEFAULT_WORLD.writeXorExecute) sum++;
  if (systemCalls.join() !== DEFAULT_WORLD.systemCalls.join()) sum++;
  for (const { length } of args) sum += 10 + length;
  for (const { bytes } of sources) sum += 10 + bytes.length;
  return sum;
}

/** More than all immediates, registers and bytes of a program can come to. */
const ONE_OP = 1n << 48n;

/** How large a program is: a natural number. */
export function measureProgram(program: GeneratedProgram): bigint {
  const { items, pointers, data, exitCode } = program;
  let ops = 4 * items.length + (exitCode === undefined ? 0 : 1);
  let small = 0;
  for (const { register, address } of pointers) {
    ops += 4 + loadNumber(register, address).length;
    if (address !== 1) small++; // 1 is any number, where no access needs it
  }
  let registers = 0; // bit r is set if register r is named
  for (const item of items) {
    ops += item.ops.length + (item.endsAt === undefined ? 0 : 1);
    if (item.passedOver !== undefined) small++;
    for (const op of item.ops) {
      small += measureOp(op, item);
      registers |= (1 << op.rd) | (1 << op.rs1) | (1 << op.rs2);
    }
  }
  for (registers &= ~FOR_NOTHING; registers !== 0; registers &= registers - 1) small++;
  for (const { fileBytes, memoryBytes, patches } of data) {
    small += 1000 + fileBytes + memoryBytes;
    for (const { bytes } of patches) small += 10 + bytes.length;
  }
  const sum = ONE_OP * BigInt(ops) + BigInt(small + measurePlaces(program));
  return program.spoiling === undefined ? sum : sum + measureSpoiling(program.spoiling);
}

/** What is unusual about where a program stands. */
function measurePlaces({ base, codeRoom, lead, functions, dataBeforeCode }: GeneratedProgram): number {
  let sum = lead.length;
  if (base !== USUAL_BASE) sum++;
  if (codeRoom !== CODE_ROOM) sum++;
  if (functions !== "behind") sum++;
  return sum + dataBeforeCode;
}

/** Where most programs have their code. */
export const USUAL_BASE = 0x10000;

/** More than a 16-bit instruction saves by naming fewer registers; less than by being no constant. */
const COMPRESSED = 100;
/** More than what a round does saves by being smaller. */
const ROUND = 4096;
/** More than a constant saves by being smaller. */
const NO_CONSTANT = 2 ** 20;

function measureOp({ instruction, rd, rs1, rs2, imm, more }: Op, { kind, loads }: Item): number {
  if (!instruction) return 0;
  const { field } = instruction;
  let sum = more === 0 ? 0 : 1;
  if (instruction.base !== instruction) sum += COMPRESSED;
  // Anything that computes can be simpler by loading a number instead.
  if (kind !== "code" || !((instruction.name === "addi" && rs1 === 0) || instruction.name === "lui"))
    sum += NO_CONSTANT;
  if (field.has("rd")) sum += rankOf(rd);
  if (field.has("rs1")) sum += rankOf(rs1);
  if (field.has("rs2")) sum += rs2 === rs1 ? Math.min(TWICE, rankOf(rs2)) : rankOf(rs2);
  if (loads !== undefined || !field.has("imm")) return sum;
  const upper = instruction.base.name === "lui" || instruction.base.name === "auipc";
  if (upper) sum++; // -1 is simpler than -4096
  return sum + Math.abs(upper ? imm / 4096 : imm) * (kind === "loop" ? ROUND : 1);
}

/** The rank of a register that an instruction takes twice. */
const TWICE = 2;

/**
 * How simple a register is: x0 is simplest; sp holds a number that is not 0 from the start, without an instruction; a0 is
 * what the exit shows.
 */
export function rankOf(register: number): number {
  return register === 0 ? 0 : register === SP ? 1 : register === A0 ? 3 : 4;
}
