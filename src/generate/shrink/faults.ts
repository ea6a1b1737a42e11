import { baseOp, op, row, type Op } from "../op.ts";
import { CODE_ROOM, codeStart, type Item } from "../program.ts";
import { touchesMemory } from "../rows.ts";
import { isOpaque } from "./opaque.ts";
import { changes, type Pass } from "./pass.ts";
import { USUAL_BASE } from "./measure.ts";
import { withProgram } from "./with-program.ts";

const MAY_NOT_FIT = true;
const JALR = row("jalr");

/**
 * Lets faults on purpose come from x0: a jump into the first page, where no code is, or an access at the last address
 * there is. In a program that is to fault, any jump through a register may become such a fault.
 */
export const simplerFaults: Pass = function* (original, from) {
  const { program, intent, world } = original;
  const { items } = program;
  // Where code is in the first page, faults that are left need it elsewhere.
  const isFirst = codeStart(program.base) === 0;
  if (isFirst && (items.length > 1 || program.data.length > 0 || program.pointers.length > 0)) return;
  // Without W^X, what a program has written to the first page would be executed.
  const isToFault = intent === "fault" && world.writeXorExecute;
  const place = isFirst ? { base: USUAL_BASE, codeRoom: CODE_ROOM } : {};
  yield* changes(items.length, from, function* (k) {
    for (const simpler of simplerThan(items[k], isToFault)) {
      yield* withProgram(original, { ...program, ...place, items: items.with(k, simpler) }, MAY_NOT_FIT);
    }
  });
};

function* simplerThan(item: Item, isToFault: boolean): Generator<Item> {
  const { id, family, kind, ops } = item;
  if (ops.length === 0) return;
  const last = baseOp(ops[ops.length - 1]);
  if (kind === "fault") for (const simpler of simplerOps(ops, last)) yield { ...item, ops: simpler };
  else if (isToFault && (kind === "branch" || kind === "call") && last.instruction === JALR && !isOpaque(item)) {
    // It leads to none of its targets then, so what it was to go to is forgotten.
    for (const jump of jumpsFromZero(last)) {
      yield { id, family, kind: "fault", ops: [jump], target: -1, extraCycles: 0 };
    }
  }
}

function* simplerOps(ops: Item["ops"], last: Op): Generator<Item["ops"]> {
  const { instruction, rs1 } = last;
  if (!instruction || (rs1 === 0 && ops.length === 1)) return;
  if (instruction === JALR) for (const jump of jumpsFromZero(last)) yield [jump];
  else if (touchesMemory(instruction) && instruction.field.get("imm") && instruction.field.has("rs1")) {
    if (ops[ops.length - 1].instruction === instruction) yield [{ ...last, rs1: 0, imm: -1 }];
  }
}

/** Jumps that link as `jump` does, to an even address of the first page and to an odd one: the lowest bit does not count. */
function jumpsFromZero({ rd }: Op): Op[] {
  return [0, 1].map((imm) => op(JALR, rd, 0, 0, imm));
}
