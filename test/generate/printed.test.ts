import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_WORLD, readCase } from "../../src/case/index.ts";
import { arbitraryCase, arbitraryCutPlan, arbitraryProgram, arbitraryWorld } from "../../src/generate/arbitrary.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";

const SEED = 3;
const target = new ReferenceTarget();

/** The first value of an arbitrary, and how fast-check prints it. */
function printed<T>(arbitrary: fc.Arbitrary<T>): [value: T, text: string] {
  const [value] = fc.sample(arbitrary, { seed: SEED, numRuns: 1 });
  return [value, fc.stringify(value)];
}

describe("fast-check prints", () => {
  test("a program as a case file that reads back and exits, with nothing of the instruction table", () => {
    for (const world of [DEFAULT_WORLD, { ...DEFAULT_WORLD, version: 1 as const, isa: 0 }]) {
      const [, text] = printed(arbitraryProgram({ size: 50 }, world));
      const { checked } = readCase("p.S", text);
      expect(checked.world).toMatchObject({ version: world.version, isa: world.isa });
      const { stop } = target.run(checked.world, { start: "boot", maxCycles: checked.budget, snapshot: false });
      expect(stop.kind).toBe("exit");
      expect(text).not.toMatch(/\[object|pattern|\{/);
    }
  });

  test("a shrunk program in the same way", () => {
    let shown = "";
    try {
      fc.assert(
        fc.property(arbitraryProgram({ size: 50 }), () => false),
        { seed: SEED },
      );
    } catch (error) {
      shown = String(error);
    }
    expect(shown).toContain("Counterexample: [/* rvrelay case 1\n");
    expect(shown).toContain("ecall");
  });

  test("a world in one line that names all of it", () => {
    const [world, text] = printed(arbitraryWorld({ versions: [1], isa: 5, memorySizes: [65_536] }));
    expect(text).not.toContain("\n");
    expect(text).toContain("world of version 1, isa imc,a,b, memory 65536, cost ");
    expect(text).toContain(`arguments of [${world.args.map(({ length }) => length).join(", ")}] bytes`);
  });

  test("a cut plan as its cycles, and a case as a case file", () => {
    const [cuts, text] = printed(arbitraryCutPlan(1000n));
    expect(text).toBe(`cuts [${cuts.join(", ")}]`);
    expect(Object.keys(cuts)).toHaveLength(cuts.length);
    expect(readCase("c.S", printed(arbitraryCase({ size: 20 }))[1]).headed).toBe(true);
  });
});
