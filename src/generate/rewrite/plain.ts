import { PROGRAM_ID, SYSTEM_CALLS } from "../../case/index.ts";
import { ISA_MOP } from "../../isa/index.ts";
import { buildCase } from "./build-case.ts";
import type { GeneratedCase } from "../case.ts";
import { baseOp, row, type Op } from "../op.ts";
import { fitIntoStack } from "../program-arguments.ts";
import { codeEnd, codeStart, PAGE_END_ID, type GeneratedProgram, type Item } from "../program.ts";
import { accessesOf, type ItemAccesses } from "./item-accesses.ts";
import { callsOf, type Calls } from "./calls.ts";
import { valueAfter } from "./constant-values.ts";
import { jumpsInside, staysInside } from "./jumps-inside.ts";
import { clear } from "./made-item.ts";

const [AUIPC, JAL, JALR] = ["auipc", "jal", "jalr"].map(row);
const [A3, A4, A7] = [13, 14, 17];
/** Accesses through a pointer reach so far below and above it. */
export const POINTER_BELOW = 2048;
export const POINTER_ABOVE = 2056;

/** What a plain program is to be without. */
export interface PlainOptions {
  /** False to take its branches out too, so that it executes the same instructions whatever it computes. */
  readonly branches: boolean;
  /** True if it is not to see where its data stands, either. */
  readonly blind: boolean;
}

/**
 * The case without all that lets its program see where its code stands, what it is, or how many cycles it took: what is left
 * means the same however it is written. Registers in which addresses are left over are set to zero. Without macro-op
 * fusion, whose cycles depend on neighbours; without cuts; with all its cycles.
 */
export function plainCase(original: GeneratedCase, options: PlainOptions): GeneratedCase {
  const { program, world } = original;
  const calls = callsOf(program.items);
  const pointers = pointersIn(program);
  const items: Item[] = [];
  for (const item of program.items) {
    if (!isPlain(item, calls, options)) continue;
    const accesses = accessesOf(item, pointers);
    if (!accesses || touchesCode(accesses, program) || (options.blind && !accesses.blind)) continue;
    items.push(options.blind ? blinded(item, accesses) : item, ...calls.behind(item));
  }
  const isa = world.isa & ~ISA_MOP;
  const data = original.intent === "fault" ? loadable(program) : program.data;
  const plain = { ...program, items, data, functions: "behind", spoiling: undefined } as const;
  const args = fitIntoStack(world) ? world.args : [];
  return buildCase(original, plain, { ...world, args, isa, markProgram: false });
}

function isPlain(item: Item, calls: Calls, { branches }: PlainOptions): boolean {
  const { kind, ops, loads, target } = item;
  if (kind === "call" || kind === "function") return item.id !== PAGE_END_ID;
  if (kind === "fault" || loads !== undefined || (kind === "end" && target < 0)) return false;
  if (kind === "branch" && (!branches || ops.length > 1) && !leadsOn(item)) return false;
  for (const each of ops) {
    const base = baseOp(each);
    if (base.instruction === undefined || readsPc(base) || calls.readsLink(base)) return false;
  }
  if (jumpsInside(item) && (kind !== "code" || !staysInside(item))) return false;
  return kind !== "system" || isPlainCall(ops);
}

/** True if a branch is a jump to the next item: it leaves room before that. */
function leadsOn({ id, ops, target, endsAt }: Item): boolean {
  return endsAt !== undefined && target === id + 1 && ops.length === 1 && ops[0].instruction?.base === JAL;
}

/** True if an instruction gives the program an address of its code. */
function readsPc({ instruction, rd }: Op): boolean {
  return rd !== 0 && (instruction === AUIPC || instruction === JAL || instruction === JALR);
}

/** True if the call asks neither for cycles nor for bytes of the program. */
function isPlainCall(ops: readonly Op[]): boolean {
  const asked = valueAfter(ops, A7);
  if (asked === BigInt(SYSTEM_CALLS.currentCycles)) return false;
  if (asked !== BigInt(SYSTEM_CALLS.loadCellData)) return true;
  return valueAfter(ops, A3) !== PROGRAM_ID || valueAfter(ops, A4) !== PROGRAM_ID;
}

/** The pointers around which nothing is code, as bits. */
function pointersIn(program: GeneratedProgram): number {
  let bits = 0;
  for (const { register, address } of program.pointers) if (!isNearCode(address, program)) bits |= 1 << register;
  return bits;
}

function isNearCode(pointer: number, program: GeneratedProgram): boolean {
  return overlapsCode(pointer - POINTER_BELOW, pointer + POINTER_ABOVE, program);
}

function overlapsCode(from: number, to: number, { base, codeRoom }: GeneratedProgram): boolean {
  return to > codeStart(base) && from < codeEnd(base, codeRoom);
}

function touchesCode({ accesses, pointers }: ItemAccesses, program: GeneratedProgram): boolean {
  for (const { from, to } of accesses) if (overlapsCode(from, to, program)) return true;
  return pointers.some(({ address }) => isNearCode(address, program));
}

/** The item with its addresses in instructions that hold any address, and no address left over behind it. */
function blinded(item: Item, { luis, held }: ItemAccesses): Item {
  if (luis.size === 0) return item;
  const ops = item.ops.map((each, k) => (luis.has(k) ? baseOp(each) : each));
  return { ...item, ops: [...ops, ...held.map(clear)] };
}

/** The segments of a program that may be one that cannot be loaded: then that is because of the last of them. */
function loadable({ data, items }: GeneratedProgram): GeneratedProgram["data"] {
  return items.some(({ kind }) => kind === "fault") ? data : data.slice(0, -1);
}
