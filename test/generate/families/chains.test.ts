import { expect, test } from "vitest";
import { baseOp } from "../../../src/generate/op.ts";
import { INSTRUCTIONS } from "../../../src/isa/index.ts";
import { casesOf, eachStep } from "./steps.ts";

test("each instruction of a chain reads what the one before wrote, and the end of the chain is observed", () => {
  const ends = new Set<string>();
  const lengths = new Set<number>();
  const rows = new Set<string>();
  for (const generated of casesOf("chains", 250, { versions: [2] })) {
    const chain: { id: number; rd: number }[] = [];
    eachStep(generated, ({ item: { id, note }, op }) => {
      const previous = chain.at(-1);
      const { instruction, rd, rs1, rs2 } = baseOp(op);
      const { field } = instruction ?? {};
      const sources = [field?.has("rs1") ? rs1 : -1, field?.has("rs2") ? rs2 : -1];
      if (previous?.id === id - 1 && note?.startsWith("chain")) {
        expect(sources, `item ${id} of ${generated.provenance}`).toContain(previous.rd);
      }
      if (note === "chain") {
        chain.push({ id, rd });
        rows.add(op.instruction?.key ?? "");
      } else {
        if (previous?.id === id - 1 && note?.startsWith("chain: ")) {
          ends.add(note);
          lengths.add(chain.length);
        }
        chain.length = 0;
      }
    });
  }
  expect(ends).toEqual(new Set(["chain: its end is stored", "chain: its end decides a branch"]));
  expect(Math.max(...lengths)).toBeGreaterThanOrEqual(18);
  const wide = INSTRUCTIONS.filter(
    ({ length, field, operands, endsBlock }) =>
      length === 4 && field.has("rd") && field.has("rs1") && !operands.includes("(") && !endsBlock,
  );
  const narrow = [
    "addi",
    "addiw",
    "andi",
    "slli",
    "srli",
    "srai",
    "sub",
    "xor",
    "or",
    "and",
    "subw",
    "addw",
    "add",
    "mv",
  ];
  expect(wide.length).toBeGreaterThan(80);
  const wanted = [...wide.map(({ key }) => key), ...narrow.map((name) => `c.${name}`)];
  expect(wanted.filter((key) => !rows.has(key))).toEqual([]);
});
