import { codeStart, type Item } from "../program.ts";
import { touchesMemory } from "../rows.ts";
import { changes, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

/**
 * Lets faults on purpose come from x0: a jump into the first page, where no code is, or an access at the last address
 * there is.
 */
export const simplerFaults: Pass = function* (original, from) {
  const { items, base } = original.program;
  if (codeStart(base) === 0) return;
  yield* changes(items.length, from, function* (k) {
    const item = items[k];
    if (item.kind === "fault")
      for (const ops of simplerOps(item)) yield* withItems(original, items.with(k, { ...item, ops }));
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
