import { encodingProblem } from "../../isa/index.ts";
import { rebuildCase } from "../case.ts";
import { loadNumber } from "../constant.ts";
import { OPERAND } from "../families/fusion.ts";
import type { Op } from "../op.ts";
import type { Item } from "../program.ts";
import { withItems } from "./with-program.ts";
import { changes, type Pass } from "./pass.ts";

const A0 = 10;

/** Makes the fields of instructions simpler, where nothing depends on them. */
export const simplerOps: Pass = function* (original, from) {
  const { program, world, cuts } = original;
  const { items } = program;
  yield* changes(items.length, from, function* (k) {
    const item = items[k];
    for (const op of simplerThan(item)) {
      const ops = item.ops.with(-1, op);
      yield rebuildCase(original, { ...program, items: items.with(k, { ...item, ops }) }, world, cuts);
    }
  });
};

/** Loads smaller constants, in fewer instructions. */
export const simplerConstants: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k) {
    const item = items[k];
    if (item.family !== "constants" && item.note !== OPERAND) return;
    for (const value of [0, 1, -1]) {
      yield* withItems(original, items.with(k, { ...item, ops: loadNumber(item.ops[0].rd, value) }));
    }
    // The first instructions of a long constant load its high part.
    if (item.ops.length > 2) yield* withItems(original, items.with(k, { ...item, ops: item.ops.slice(0, 2) }));
  });
};

function* simplerThan({ kind, ops, family }: Item): Generator<Op> {
  const op = ops.at(-1);
  if (!op?.instruction || (kind !== "code" && kind !== "access" && kind !== "branch")) return;
  const { instruction, rd, rs1, rs2, imm, more } = op;
  const { field } = instruction;
  const candidates: Partial<Op>[] = [];
  // An address, a constant's target or a jump's link and base must stay what the item needs.
  const alone = ops.length === 1 && family !== "stack";
  const chosen = kind === "code" ? ops.length === 1 : kind === "access" ? field.has("rs2") || ops.length > 1 : alone;
  if (!chosen) return;
  if (field.has("rs2") && rs2 !== 0) candidates.push({ rs2: 0 }, { rs2: A0 });
  if (kind !== "access" && field.has("rs1") && rs1 !== 0) candidates.push({ rs1: 0 }, { rs1: A0 });
  if (kind === "branch" && field.has("rd") && rd !== 0) candidates.push({ rd: 0 });
  if (kind === "code" && field.has("rd") && rd !== A0) candidates.push({ rd: A0 });
  if (kind === "code" && field.has("imm") && imm !== 0) {
    const step = 2 ** (field.get("imm")?.lowestBit ?? 0);
    candidates.push({ imm: 0 }, { imm: step }, { imm: Math.trunc(imm / (2 * step)) * step });
  }
  if (more !== 0) candidates.push({ more: 0 });
  for (const candidate of candidates) {
    const simpler = { ...op, ...candidate };
    const { rd: to, rs1: first, rs2: second, imm: immediate } = simpler;
    if (!encodingProblem(instruction, { rd: to, rs1: first, rs2: second, imm: immediate })) yield simpler;
  }
}
