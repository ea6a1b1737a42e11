import { CODE_ROOM, codeStart, type Item } from "../program.ts";
import { touchesMemory } from "../rows.ts";
import { changes, type Pass } from "./pass.ts";
import { USUAL_BASE } from "./measure.ts";
import { withProgram } from "./with-program.ts";

const MAY_NOT_FIT = true;

/**
 * Lets faults on purpose come from x0: a jump into the first page, where no code is, or an access at the last address
 * there is.
 */
export const simplerFaults: Pass = function* (original, from) {
  const { program } = original;
  const { items } = program;
  // Where code is in the first page, faults that are left need it elsewhere.
  const isFirst = codeStart(program.base) === 0;
  if (isFirst && (items.length > 1 || program.data.length > 0 || program.pointers.length > 0)) return;
  const place = isFirst ? { base: USUAL_BASE, codeRoom: CODE_ROOM } : {};
  yield* changes(items.length, from, function* (k) {
    const item = items[k];
    if (item.kind !== "fault") return;
    for (const ops of simplerOps(item)) {
      const simpler = { ...program, ...place, items: items.with(k, { ...item, ops }) };
      yield* withProgram(original, simpler, MAY_NOT_FIT);
    }
  });
};

function* simplerOps({ ops }: Item): Generator<Item["ops"]> {
  const last = ops[ops.length - 1];
  const { instruction, rs1, imm } = last;
  if (!instruction || (rs1 === 0 && ops.length === 1)) return;
  if (instruction.name === "jalr") yield [{ ...last, rs1: 0, imm: Math.abs(imm) & 1 }];
  else if (touchesMemory(instruction) && instruction.field.get("imm") && instruction.field.has("rs1")) {
    if (instruction.base === instruction) yield [{ ...last, rs1: 0, imm: -1 }];
  }
}
