import type { GeneratedCase } from "../case.ts";
import { loadNumber } from "../constant.ts";
import type { GeneratedProgram } from "../program.ts";
import { touchesMemory } from "../rows.ts";
import { withItems, withProgram } from "./with-program.ts";
import { changes, type Pass } from "./pass.ts";

/** Takes away data segments, what they hold, pointers that nothing uses, and the exit code. */
export const removeParts: Pass = function* (original, from) {
  const { program } = original;
  const { data, pointers } = program;
  const parts: Partial<GeneratedProgram>[] = [
    { data: [] },
    ...data.map((_, k) => ({ data: data.toSpliced(k, 1) })),
    ...data.map((segment, k) => ({ data: data.with(k, { ...segment, patches: [] }) })),
    { pointers: pointers.filter(({ register }) => isUsed(program, register)) },
    { exitCode: undefined },
  ];
  yield* changes(parts.length, from, (k) => withProgram(original, { ...program, ...parts[k] }));
};

const SP = 2;

/** True if an item takes an address from `register` that it has not loaded itself. */
function isUsed({ items }: GeneratedProgram, register: number): boolean {
  return items.some(({ kind, ops }) => {
    if (kind !== "access") return false;
    const [{ instruction, rs1 }] = ops;
    if (!instruction || !touchesMemory(instruction)) return false;
    return (instruction.field.has("rs1") ? rs1 : SP) === register;
  });
}

/** Lets loops turn less often. */
export const fewerRounds: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k): Generator<GeneratedCase> {
    const item = items[k];
    if (item.kind !== "loop") return;
    const [{ rd, imm }] = item.ops;
    for (const rounds of [1, 2, imm >> 1, imm - 1]) {
      if (rounds < 1 || rounds >= imm) continue;
      yield* withItems(original, items.with(k, { ...item, ops: loadNumber(rd, rounds) }));
    }
  });
};
