import { ISA_A, type Instruction } from "../../isa/index.ts";
import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { pickEnd } from "../values.ts";
import { OPERAND } from "./fused-operands.ts";
import { addReader } from "./link.ts";
import { accessAt, pickEdge, pickPointer } from "./memory.ts";
import type { Family } from "./family.ts";

/** LR, SC and AMO on few addresses, aligned or not, with whatever comes between them. */
export const atomics: Family = {
  name: "atomics",
  possible: ({ isa }) => (isa & ISA_A) !== 0,
  grow(grower) {
    const { random, rows } = grower;
    const kind = random.below(8);
    const rowsOfKind = kind < 3 ? rows.memoryOperations : kind < 5 ? rows.storeConditionals : rows.reservations;
    const instruction = random.pick(rowsOfKind);
    const address = random.chance(15) ? pickEdge(grower, instruction) : pickAddress(grower);
    if (kind < 3 && random.chance(50)) return growUpdate(grower, instruction, address);
    grower.add("access", accessAt(grower, instruction, address));
    if (kind >= 7) grower.add("access", accessAt(grower, random.pick(rows.storeConditionals), pickAddress(grower)));
  },
};

/** An AMO with an operand at the end of what it can be, and its result, which the next instruction reads. */
function growUpdate(grower: Grower, instruction: Instruction, address: number): void {
  const { random } = grower;
  const operand = grower.destination();
  if (random.chance(70)) {
    grower.note(OPERAND);
    grower.add("code", loadConstant(operand, pickEnd(random)));
  }
  grower.note("AMO whose result is read");
  const ops = accessAt(grower, instruction, address);
  const last = ops.length - 1;
  const update = { ...ops[last], rs2: operand, rd: grower.destination() };
  grower.add("access", ops.with(last, update));
  addReader(grower, update.rd);
}

function pickAddress({ random, map, hot }: Grower): number {
  const address = hot[0];
  if (address !== undefined && random.chance(70)) return address;
  const other = pickPointer(random, map);
  hot.unshift(other);
  return other;
}
