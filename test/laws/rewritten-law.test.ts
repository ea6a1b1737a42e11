import { expect, test } from "vitest";
import { readCase, writeCase, type Case } from "../../src/case/index.ts";
import { caseForFile, generateCase, REWRITINGS } from "../../src/generate/index.ts";
import { ISA_A, ISA_B, ISA_MOP } from "../../src/isa/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { caseOf } from "./altered.ts";
import { countVerdicts, endsAtOnce, lawNamed, meaning } from "./law-counts.ts";
import { limited } from "./limited.ts";
import { REWRITTEN_FAULTS } from "./seeded/rewritten.ts";

const law = lawNamed(LAWS, "rewritten");

test("holds on the reference, and every rewriting is used", async () => {
  const counts = await countVerdicts(law, [new ReferenceTarget()]);
  expect(counts).toMatchObject({ held: 40, broken: 0, unsupported: 0 });
  expect([...counts.exercised.keys()].toSorted()).toEqual(REWRITINGS.map(({ name }) => name).toSorted());
});

test.each([
  ["register renaming", "loses a bit in some registers"],
  ["compressed or not", "adds one more by a 16-bit instruction"],
  ["relocation", "computes with the address of an instruction"],
  ["NOP insertion", "charges by the place where code ends"],
  ["NOP insertion", "changes a register by a no-op"],
  ["dead code", "leaves a link by jumps without one"],
  ["loop unrolling", "changes a register by branches"],
  ["relocation of data", "stores zero in every other page"],
] as const)("%s tells a target that %s", async (name, fault) => {
  const target = REWRITTEN_FAULTS[fault]();
  const { broken, divergences } = await countVerdicts(law, [target], { cases: 320 });
  expect(broken).toBeGreaterThan(0);
  const all = divergences.map(({ actualFrom }) => actualFrom);
  expect(all).toContain(`the same after ${name}`);
  // The two programs of the pair differ by that rewriting alone, and show it again.
  for (const { pair, actualFrom, differences } of divergences) {
    expect(actualFrom).toBe(`the same after ${pair?.counterpart?.name}`);
    if (!pair) throw new Error("unreachable");
    const again = await law.check({ ...pair }, [target]);
    expect(again.kind === "broken" && again.divergence.differences).toEqual(differences);
    expect((await law.check({ ...pair }, [new ReferenceTarget()])).kind).toBe("held");
  }
});

test("the law about one rewriting does no other, and finds what that shows", async () => {
  const target = meaning("sd", (right) => (h, i) => (h.address(i) & 0x1000 ? h.store64(h.address(i), 0) : right(h, i)));
  const { divergences } = await countVerdicts(law, [target]);
  const moved = divergences.find(({ pair }) => pair?.counterpart?.name === "relocation of data");
  if (!moved) throw new Error("unreachable");
  const narrowed = law.narrowed?.(moved) ?? law;
  const counts = await countVerdicts(narrowed, [new ReferenceTarget()]);
  expect(counts).toMatchObject({ held: 40, broken: 0 });
  expect([...counts.exercised.keys()]).toEqual(["relocation of data"]);
  expect((await countVerdicts(narrowed, [target])).broken).toBeGreaterThan(10);
});

test("a pair read from its files breaks in the same way, without the generator", async () => {
  const target = meaning("xor", (right) => (h, i) => (right(h, i), i.pc & 0x1000 && i.rd < 32 && (h.x[i.rd] ^= 4n)));
  const { divergences } = await countVerdicts(law, [target], { cases: 120 });
  expect(divergences.length).toBeGreaterThan(0);
  for (const { pair, differences } of divergences) {
    if (!pair?.counterpart) throw new Error("unreachable");
    const other = textOf(pair.counterpart.checked, undefined);
    const options = { includePaths: ["here"], readFile: (file: string) => (file === "here/b.S" ? other : undefined) };
    const { checked } = readCase("a.S", textOf(pair, "b.S"), options);
    const verdict = await law.check(checked, [target]);
    expect(verdict.kind === "broken" && verdict.divergence.differences).toEqual(differences);
    expect((await law.check(checked, [new ReferenceTarget()])).kind).toBe("held");
  }
});

function textOf(kept: Case, counterpartFile: string | undefined): string {
  const { sections, ...plain } = caseForFile(kept);
  return writeCase(plain, { sections, ...(counterpartFile !== undefined && { counterpartFile }) });
}

test("the same case is always rewritten in the same way", async () => {
  const target = meaning("addi", (right) => (h, i) => (right(h, i), i.length === 2 && i.rd < 32 && (h.x[i.rd] += 1n)));
  let index = 0;
  while ((await law.check(generateCase(3, index), [target])).kind !== "broken" && index < 50) index++;
  const once = await law.check(generateCase(3, index), [target]);
  const again = await law.check(generateCase(3, index), [target]);
  expect(once.kind).toBe("broken");
  if (once.kind !== "broken" || again.kind !== "broken") throw new Error("unreachable");
  expect(again.divergence.differences).toEqual(once.divergence.differences);
  const [first, second] = [once, again].map(({ divergence }) => divergence.pair?.counterpart?.checked.world.program);
  expect(second).toEqual(first);
  expect(first).toBeDefined();
});

test("does not pass where nothing is executed; says nothing of cases that were not generated", async () => {
  expect(await countVerdicts(law, [endsAtOnce()])).toMatchObject({ held: 0, broken: 40 });
  const written = caseOf("_start: li a7, 93; ecall\n");
  expect(await law.check(written, [new ReferenceTarget()])).toMatchObject({
    reason: "the case was not generated and has no counterpart",
  });
});

test("asks the targets that run the rewritten programs, whose worlds are without fusion", async () => {
  // Of version 1 on, it runs worlds with fusion only, and has none of those that programs are made plain for.
  const fusing = limited("fusing", {}, ({ isa }) => ((isa & ISA_MOP) === 0 ? "fusing always fuses" : undefined));
  const options = { versions: [2], kinds: [{ isa: [ISA_MOP] }] } as const;
  const alone = await countVerdicts(law, [fusing], options);
  expect(alone).toMatchObject({ held: 0, broken: 0, unsupported: 40 });
  expect([...alone.reasons]).toEqual(["fusing always fuses"]);
  const checked = generateCase(1, 0, options);
  const verdict = await law.check(checked, [new ReferenceTarget(), fusing]);
  expect(verdict).toMatchObject({ kind: "held", evidence: { tookPart: new Set(["reference"]) } });
  // One that runs nothing else is asked, also where it does not run the case itself.
  const plain = limited("plain", { isa: ISA_A | ISA_B });
  expect(await countVerdicts(law, [plain], options)).toMatchObject({ held: 40 });
});

test("a pair is asked of the targets that run both of its programs", async () => {
  const target = meaning("xor", (right) => (h, i) => (right(h, i), i.pc & 0x1000 && i.rd < 32 && (h.x[i.rd] ^= 4n)));
  const { divergences } = await countVerdicts(law, [target], { cases: 120 });
  const pair = divergences[0]?.pair;
  if (!pair?.counterpart) throw new Error("unreachable");
  const { counterpart } = pair;
  const other = { ...counterpart.checked, world: { ...counterpart.checked.world, version: 0 as const } };
  const first = limited("first", {}, ({ version }) => (version === 0 ? "first does not run the second" : undefined));
  const verdict = await law.check({ ...pair, counterpart: { ...counterpart, checked: other } }, [first]);
  expect(verdict).toEqual({ kind: "unsupported", reason: "first does not run the second" });
});
