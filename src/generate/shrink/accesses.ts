import { loadNumber } from "../constant.ts";
import { codeEnd, type GeneratedProgram, type Item } from "../program.ts";
import { touchesMemory } from "../rows.ts";
import { withItems } from "./with-program.ts";
import { changes, type Pass } from "./pass.ts";

/** Turns system calls into their stores alone, and accesses with an address of their own into ones at a simple address. */
export const simplerAccesses: Pass = function* (original, from) {
  const { program } = original;
  const { items } = program;
  yield* changes(items.length, from, function* (k) {
    for (const simpler of simplerThan(items[k], program)) yield* withItems(original, items.with(k, simpler));
  });
};

const FAR_ENOUGH = 0x2000;

function* simplerThan(item: Item, { base }: GeneratedProgram): Generator<Item> {
  const { kind, ops } = item;
  const last = ops.findLastIndex(({ instruction }) => instruction !== undefined && touchesMemory(instruction));
  if (last < 0) return;
  if (kind === "system") yield { ...item, kind: "access", ops: ops.slice(0, last + 1), extraCycles: 0 };
  const access = ops[last];
  const ownAddress =
    last === ops.length - 1 && last > 0 && ops[0].rd === access.rs1 && access.instruction?.field.has("rs1");
  if (kind !== "access" || !ownAddress) return;
  // A page border, which one instruction loads; then the same away from it.
  for (const offset of [0, FAR_ENOUGH]) {
    const setUp = loadNumber(access.rs1, codeEnd(base) + offset);
    const imm = access.instruction?.field.has("imm") ? 0 : access.imm;
    yield { ...item, ops: [...setUp, { ...access, imm }] };
  }
}
