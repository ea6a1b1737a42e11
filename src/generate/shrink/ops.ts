import { encodingProblem } from "../../isa/index.ts";
import { row, type Op } from "../op.ts";
import type { Item } from "../program.ts";
import { onlyComputes, touchesMemory } from "../rows.ts";
import { rankOf } from "./measure.ts";
import { isOpaque } from "./opaque.ts";
import { withItems } from "./with-program.ts";
import { changes, type Pass } from "./pass.ts";

const A0 = 10;
const SP = 2;
/** Registers whose value needs no instruction, and the one that the exit shows. */
const SIMPLE = [0, SP, A0];

const ADDI = row("addi");
/** Of what a register may have to be, what is simplest. */
const CONSTANTS = [0, 1, -1];

/** Makes the fields of instructions simpler, where nothing depends on them. */
export const simplerOps: Pass = function* (original, from) {
  const { items, reserved } = original.program;
  yield* changes(items.length, from, function* (k) {
    const item = items[k];
    for (let n = item.ops.length - 1; n >= 0; n--) {
      for (const op of simplerThan(item, n, reserved)) {
        yield* withItems(original, items.with(k, { ...item, ops: item.ops.with(n, op) }));
      }
    }
  });
};

/** Which fields of an instruction nothing depends on: an address or a jump's link and base must stay what they are. */
interface Free {
  readonly rd: readonly number[];
  readonly sources: boolean;
  readonly base: boolean;
  readonly imm: boolean;
}

const COMPUTES: Free = { rd: [A0], sources: true, base: true, imm: true };

function freeFields(item: Item, { instruction, rd }: Op, n: number, reserved: number): Free | undefined {
  const { kind, ops, loads } = item;
  if (!instruction || isOpaque(item)) return undefined;
  if (kind === "code") return loads === undefined ? COMPUTES : undefined;
  if (n < ops.length - 1) return undefined;
  if (kind === "access") {
    if (touchesMemory(instruction)) return { rd: [A0], sources: true, base: false, imm: false };
    // What moves a pointer must go on doing so.
    return onlyComputes(instruction) && (reserved & (1 << rd)) === 0 ? COMPUTES : undefined;
  }
  return kind === "branch" && ops.length === 1 ? { rd: [0], sources: true, base: true, imm: false } : undefined;
}

function* simplerThan(item: Item, n: number, reserved: number): Generator<Op> {
  const op = item.ops[n];
  const free = freeFields(item, op, n, reserved);
  if (!free || !op.instruction) return;
  const { instruction, rd, rs1, rs2, more } = op;
  const { field } = instruction;
  const candidates: Partial<Op>[] = [];
  const simpler = (register: number) => SIMPLE.filter((other) => rankOf(other) < rankOf(register));
  if (free.sources && field.has("rs2") && rs2 !== 0) {
    candidates.push(...simpler(rs2).map((other) => ({ rs2: other })), { rs2: rs1 });
  }
  if (free.base && field.has("rs1")) candidates.push(...simpler(rs1).map((other) => ({ rs1: other })));
  if (field.has("rd")) candidates.push(...free.rd.filter((other) => other !== rd).map((other) => ({ rd: other })));
  if (free.imm && field.has("imm")) candidates.push(...smallerImmediates(op).map((imm) => ({ imm })));
  if (more !== 0) candidates.push({ more: 0 });
  // An item of one instruction is replaced as a whole.
  if (
    free === COMPUTES &&
    item.ops.length > 1 &&
    rd !== 0 &&
    (reserved & (1 << rd)) === 0 &&
    onlyComputes(instruction)
  ) {
    const constants = instruction.name === "addiw" && rs1 === 0 ? [op.imm] : CONSTANTS;
    candidates.push(...constants.map((imm) => ({ instruction: ADDI, rs1: 0, rs2: 0, imm, more: 0 })));
  }
  for (const candidate of candidates) {
    const changed = { ...op, ...candidate };
    if (fits(changed)) yield changed;
  }
}

/** Immediates that are nearer to 0: by all, half, a quarter of the way and so on, and the smallest one of either sign. */
function smallerImmediates({ instruction, imm }: Op): number[] {
  const step = 2 ** (instruction?.field.get("imm")?.lowestBit ?? 0);
  const sign = Math.sign(imm);
  const smaller: number[] = [];
  for (let way = Math.abs(imm) / step; way >= 1; way = Math.floor(way / 2)) smaller.push(imm - sign * way * step);
  if (Math.abs(imm) > step) smaller.splice(1, 0, step, -step);
  return smaller;
}

/** True if the fields of `op` can be encoded. */
export function fits({ instruction, rd, rs1, rs2, imm }: Op): boolean {
  return instruction === undefined || encodingProblem(instruction, { rd, rs1, rs2, imm }) === undefined;
}
