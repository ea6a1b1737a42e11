import fc from "fast-check";
import { expect, test } from "vitest";
import { readCase, writeCase, type Case } from "../../src/case/index.ts";
import { arbitraryCase } from "../../src/generate/arbitrary.ts";
import { assemblyOf, caseForFile, generateCase, isGenerated } from "../../src/generate/index.ts";
import { hasText } from "../../src/generate/text.ts";

test("a generated case comes back from its file, byte for byte", () => {
  for (let k = 0; k < 200; k++) {
    const generated = generateCase(12, k);
    const { sections, ...plain } = caseForFile(generated);
    // What no text can say is kept as the file itself.
    expect(plain.assembly).toBe(hasText(generated.program) ? assemblyOf(generated) : undefined);
    const { checked } = readCase("case.S", writeCase(plain, { sections }));
    const { world, cuts, budget, legTargets, provenance } = generated;
    expect(Buffer.compare(checked.world.program, world.program)).toBe(0);
    expect({ ...checked.world, program: 0 }).toEqual({ ...plainBytes(world), program: 0 });
    expect(checked).toMatchObject({ cuts, budget, legTargets, provenance });
  }
});

function plainBytes(world: Case["world"]): Case["world"] {
  const sources = world.sources.map(({ id, bytes }) => ({ id, bytes: Uint8Array.from(bytes) }));
  return { ...world, args: world.args.map((argument) => Uint8Array.from(argument)), sources };
}

test("other cases stay as they are", () => {
  const { world, cuts, budget } = generateCase(12, 0);
  const plain = { world, cuts, budget };
  expect(isGenerated(plain)).toBe(false);
  expect(caseForFile(plain)).toEqual({ ...plain, sections: new Map() });
});

test("fast-check prints a case as its file", () => {
  const [generated] = fc.sample(arbitraryCase({ intents: { exit: 1 } }), { seed: 2, numRuns: 1 });
  const printed = fc.stringify(generated);
  expect(printed).toMatch(/^\/\* rvrelay case 1\n/);
  expect(printed).toContain("_start:");
});
