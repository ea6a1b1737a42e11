import { expect, test } from "vitest";
import { accessWidth } from "../../../src/generate/rows.ts";
import { INSTRUCTIONS } from "../../../src/isa/index.ts";
import { casesOf, eachStep } from "./steps.ts";

const PAGE = 4096;

test("every AMO, every store of 32 bits, and SC with success and without is the first to write to a page", () => {
  const first = new Set<string>();
  for (const generated of casesOf("untouched", 150)) {
    eachStep(generated, ({ op: { instruction }, address, machine: { memory } }) => {
      if (!instruction || accessWidth(instruction) === 0) return;
      const page = Math.floor(address / PAGE);
      if (page >= memory.pageCount || !memory.isUntouched(page)) return;
      const { name } = instruction.base;
      first.add(name.startsWith("sc.") ? `${name} ${BigInt(address) === memory.reservation}` : name);
    });
  }
  const atomics = INSTRUCTIONS.filter(({ name }) => name.startsWith("amo")).map(({ name }) => name);
  expect(atomics).toHaveLength(18);
  const conditionals = ["sc.w true", "sc.w false", "sc.d true", "sc.d false"];
  expect([...first]).toEqual(expect.arrayContaining([...atomics, ...conditionals, "sb", "sh", "sw", "sd"]));
});
