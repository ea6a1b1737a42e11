import { expect, test } from "vitest";
import { readCase } from "../../src/case/index.ts";
import { decode } from "../../src/isa/index.ts";
import { locate } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";

const SLLI = 0x00109093; // slli ra, ra, 1
const text = "_start: li a7, 93\n li s1, 5\n slli ra, ra, 1\n ecall\n";

/** The reference with a name of its own, which knows one word less. */
class Lacking extends ReferenceTarget {
  override readonly name = "lacking";
  constructor() {
    super({ parts: { decode: (word, ...rest) => (word === SLLI ? undefined : decode(word, ...rest)) } });
  }
}

test("a word that one side does not know is where they part, not the instruction before it", async () => {
  const { checked } = readCase("slli.S", text);
  const found = await locate(checked, [new ReferenceTarget(), new Lacking()], "differential");
  expect(found).toMatchObject({ text: "slli ra, ra, 1", pc: expect.anything() });
});

test("so it is at the first instruction", async () => {
  const { checked } = readCase("first.S", "_start: slli ra, ra, 1\n li a7, 93\n ecall\n");
  const found = await locate(checked, [new ReferenceTarget(), new Lacking()], "differential");
  expect(found).toMatchObject({ text: "slli ra, ra, 1" });
});
