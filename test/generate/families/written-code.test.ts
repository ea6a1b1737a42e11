import { expect, test } from "vitest";
import { generateCase, type CaseOptions, type GeneratedCase } from "../../../src/generate/index.ts";
import { layOut } from "../../../src/generate/layout.ts";
import { ReferenceTarget, type Leg } from "../../../src/targets/index.ts";
import { mustEnd, runSingly, runWhole } from "../run.ts";

const OPTIONS: CaseOptions = { kinds: [{ writeXorExecute: false }], intents: { exit: 1 }, size: 300 };
const FAMILIES = ["written-code", "loops", "calls", "branches", "memory", "sources"];

function cases(count: number, options: CaseOptions = {}): GeneratedCase[] {
  return Array.from({ length: count }, (_, k) => generateCase(12, k, { ...OPTIONS, families: FAMILIES, ...options }));
}

test("what is written is executed, in data and over code, and no address ever holds two instructions", () => {
  const written = { data: 0, code: 0, overPageEnd: 0 };
  for (const generated of cases(80, { families: ["written-code", "loops", "memory"] })) {
    const { base, segments } = layOut(generated.program);
    const inCode = (pc: number) => segments.some(({ address, size }) => pc >= address && pc < address + size);
    const words = new Map<number, number>();
    const original = new Map<number, number>();
    runSingly(generated, ({ pc, length, machine: { memory } }) => {
      const at = Number(pc);
      const word = length === 4 ? memory.load32(pc) : memory.load16(pc);
      if (original.size === 0) for (let k = base; k < base + 0x1000; k += 2) original.set(k, memory.load16(BigInt(k)));
      expect(words.get(at) ?? word, `0x${at.toString(16)} of ${generated.provenance}`).toBe(word);
      words.set(at, word);
      if (!inCode(at)) written.data++;
      else if (original.has(at) && original.get(at) !== memory.load16(pc)) written.code++;
      if (!inCode(at) && at % 4096 === 4094 && length === 4) written.overPageEnd++;
    });
  }
  expect(written.data).toBeGreaterThan(1000);
  expect(written.code).toBeGreaterThan(100);
  expect(written.overPageEnd).toBeGreaterThan(0);
});

test("a relay ends as the solo run does, in every world", () => {
  const target = new ReferenceTarget();
  for (const generated of cases(60)) {
    mustEnd(generated, "exit");
    const solo = runWhole(generated);
    const total = solo.state.cycles ?? 0n;
    let start: Leg["start"] = "boot";
    for (const part of [1n, 2n, 3n]) {
      const { snapshot } = target.run(generated.world, { start, maxCycles: (total * part) / 4n, snapshot: true });
      if (!snapshot) throw new Error("no snapshot");
      start = snapshot;
    }
    const last = target.run(generated.world, { start, maxCycles: generated.budget, snapshot: false });
    expect(last.stop).toEqual(solo.stop);
    expect(last.state.registers).toEqual(solo.state.registers);
    expect(last.state.cycles).toBe(solo.state.cycles);
  }
});

test("there is none where the world has W^X", () => {
  const options: CaseOptions = { families: ["written-code", "compute"], intents: { exit: 1 } };
  for (let k = 0; k < 20; k++) expect(generateCase(12, k, options).families).not.toContain("written-code");
});
