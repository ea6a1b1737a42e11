import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Tests that only look for crashes in many thousand random inputs: too slow to be asked of every mutant. */
const LEFT_OUT = ["machine/hostile-elf.test.ts", "snapshot/damaged.test.ts", "snapshot/hostile.test.ts"];

test("every unit test of the three rooms is asked of the mutants, or left out on purpose", () => {
  const asked = readFileSync(join(import.meta.dirname, "unit.ts"), "utf8");
  const there = ["isa", "machine", "snapshot"].flatMap((room) =>
    readdirSync(join(import.meta.dirname, "..", room))
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => `${room}/${file}`),
  );
  expect(there.length).toBeGreaterThan(40);
  expect(there.filter((file) => !asked.includes(`import "../${file}";`))).toEqual(LEFT_OUT);
});
