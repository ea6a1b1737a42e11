import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCase, type World } from "../../src/case/index.ts";
import { decode, instructionsNamed } from "../../src/isa/index.ts";
import { locate } from "../../src/laws/index.ts";
import { EXHIBITS } from "../../src/museum/index.ts";
import { ReferenceTarget, type Finish, type Leg } from "../../src/targets/index.ts";

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

/** Cannot fetch the third instruction, which begins at cycle 2. */
class RefusesFetch extends ReferenceTarget {
  override readonly name = "refuses-fetch";
  override run(world: World, leg: Leg): Finish {
    if (leg.maxCycles < 2n) return super.run(world, leg);
    const finish = super.run(world, { ...leg, maxCycles: 2n });
    return { ...finish, stop: { kind: "fault", fault: { name: "MemWriteOnExecutablePage", page: 16n } } };
  }
}

describe("a fault that shows where the other side has spent its budget", () => {
  test("of an AMO that was executed, is that of the AMO and not of the instruction behind it", async () => {
    const path = join(import.meta.dirname, "../../corpus/conformance/rv64a/amo-on-code.S");
    const readFile = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
    const options = { includePaths: [dirname(path)], readFile };
    const { checked } = readCase("amo-on-code.S", readFileSync(path, "utf8"), options);
    const skips = EXHIBITS.find(({ id }) => id === "amo-skips-write-permission")!.open();
    const found = await locate(checked, [new ReferenceTarget(), skips], "differential");
    // LLA is two instructions; the AMO is the third, and costs 3 behind two that cost 1.
    expect(found).toMatchObject({ pc: 0x10008n, text: "amoadd.d a0, zero, (a1)", cycles: 5n });
  });

  test("of a store that was executed, is that of the store", async () => {
    const { checked } = readCase("store.S", "_start: auipc a1, 0\n sd zero, 0(a1)\n li a7, 93\n ecall\n");
    // The other side's store does nothing: both stand behind it.
    const [{ base }] = instructionsNamed("sd");
    const silent = Object.assign(new ReferenceTarget({ meanings: new Map([[base, () => undefined]]) }), {
      name: "silent",
    });
    const found = await locate(checked, [new ReferenceTarget(), silent], "differential");
    expect(found).toMatchObject({ pc: 0x10004n, text: "sd zero, 0(a1)" });
  });

  test("of a fetch, is at the word that is not fetched", async () => {
    const { checked } = readCase("fetch.S", "_start: li a7, 93\n li s1, 5\n slli ra, ra, 1\n ecall\n");
    const found = await locate(checked, [new ReferenceTarget(), new RefusesFetch()], "differential");
    expect(found).toMatchObject({ pc: 0x10008n, text: "slli ra, ra, 1" });
  });
});
