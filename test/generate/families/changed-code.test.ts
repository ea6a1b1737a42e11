import { expect, test } from "vitest";
import { HOST_CALLS } from "../../../src/case/index.ts";
import { generateCase, type CaseOptions, type GeneratedCase } from "../../../src/generate/index.ts";
import { ISA_A, ISA_B } from "../../../src/isa/index.ts";
import type { Memory, Observer } from "../../../src/machine/index.ts";
import { ReferenceTarget, type Leg } from "../../../src/targets/index.ts";
import { boot, machineFor } from "../../../src/targets/reference-machine.ts";
import { mustEnd, runWhole } from "../run.ts";

const { setFlags, clearFlags } = HOST_CALLS;
const [PAGE, EXECUTABLE] = [4096, 2];
const CALLS = [2041, 2042, 2092, 2177];

/** Both families, each in a world that has it. */
const FAMILIES = [
  { name: "changed-code", kind: { writeXorExecute: false } },
  { name: "hosted-code", kind: { systemCalls: [...CALLS, setFlags, clearFlags] } },
] as const;

/** Cases that end by exit: where the world has host calls, some programs are made to end by one. */
function casesOf({ name, kind }: (typeof FAMILIES)[number], count: number, options: CaseOptions = {}): GeneratedCase[] {
  const families = [name, "loops", "calls", "memory"];
  const cases = Array.from({ length: count }, (_, k) =>
    generateCase(31, k, { kinds: [kind], intents: { exit: 1 }, size: 300, families, ...options }),
  );
  return cases.filter(({ intent }) => intent === "exit");
}

/** Runs a case, and tells of each instruction before it is executed. */
function execute({ world, budget }: GeneratedCase, tell: (pc: number, length: number, memory: Memory) => void): void {
  const before: Observer["before"] = ({ pc, length }) => tell(pc, length, reference.machine.memory);
  const reference = machineFor(world, budget, { observer: { every: true, before, after: () => {} } });
  boot(reference, world);
  expect(reference.machine.run().kind).toBe("exit");
}

/**
 * The entry of an address in each cache of decoded instructions (reference/ckb-vm/decode.md 8 and machine.md 8.1): that of
 * decoders 0.24.12 and 0.24.15, and of blocks.
 */
const ENTRIES: readonly ((pc: number) => number)[] = [
  (pc) => ((pc >> 1) & 0xff) | (((pc >> 13) & 0xf) << 8),
  (pc) => ((pc >> 6) ^ pc) & 0x7fe,
  (pc) => (pc >> 2) & 8191,
];

test.each(FAMILIES)("$name: what was executed is changed and executed again, and nothing stale is met", (family) => {
  const changes = new Map<number, number>();
  const met = { atEnd: false, overPageEnd: false };
  // Without fusion, so that each instruction is executed by itself.
  for (const generated of casesOf(family, 400, { isa: ISA_A | ISA_B })) {
    /** What each address held when it was executed last, and how often it held something else than before. */
    const words = new Map<number, { word: number; changed: number }>();
    const holders = ENTRIES.map(() => new Map<number, number>());
    let before = { pc: 0, length: 0 };
    execute(generated, (pc, length, memory) => {
      const word = length === 4 ? memory.load32(BigInt(pc)) : memory.load16(BigInt(pc));
      const last = words.get(pc);
      const isChanged = last !== undefined && last.word !== word;
      // Blocks begin where something jumps to.
      const begins = pc !== before.pc + before.length;
      for (const [k, entryOf] of ENTRIES.entries()) {
        if (k === 2 && !begins) continue;
        if (isChanged)
          expect(holders[k].get(entryOf(pc)), `0x${pc.toString(16)} of ${generated.provenance}`).not.toBe(pc);
        holders[k].set(entryOf(pc), pc);
      }
      words.set(pc, { word, changed: (last?.changed ?? 0) + (isChanged ? 1 : 0) });
      if (isChanged && pc + length === memory.size) met.atEnd = true;
      if (isChanged && pc % PAGE === PAGE - 2 && length === 4) met.overPageEnd = true;
      before = { pc, length };
    });
    for (const { changed } of words.values()) changes.set(changed, (changes.get(changed) ?? 0) + 1);
  }
  for (const times of [1, 2, 3]) expect(changes.get(times) ?? 0).toBeGreaterThan(20);
  expect(met).toEqual({ atEnd: true, overPageEnd: true });
});

test.each(FAMILIES)("$name: a relay ends as the solo run does, cut anywhere", (family) => {
  const target = new ReferenceTarget();
  for (const generated of casesOf(family, 40)) {
    const solo = runWhole(generated);
    const total = solo.state.cycles ?? 0n;
    let start: Leg["start"] = "boot";
    for (let part = 1n; part < 20n; part++) {
      const { snapshot } = target.run(generated.world, { start, maxCycles: (total * part) / 20n, snapshot: true });
      if (!snapshot) throw new Error("no snapshot");
      start = snapshot;
    }
    const last = target.run(generated.world, { start, maxCycles: generated.budget, snapshot: false });
    expect(last.stop).toEqual(solo.stop);
    expect(last.state.registers).toEqual(solo.state.registers);
    expect(last.state.cycles).toBe(solo.state.cycles);
  }
});

test("what the host made executable no longer is so at the end", () => {
  for (const generated of casesOf(FAMILIES[1], 40)) {
    const { pageFlags } = runWhole(generated).state;
    if (!pageFlags) throw new Error("no flags");
    const { base, codeRoom } = generated.program;
    const [first, behind] = [Math.floor(base / PAGE), Math.floor(base / PAGE) + codeRoom / PAGE];
    const left = [...pageFlags.keys()].filter((page) => page < first || page >= behind);
    expect(left.filter((page) => pageFlags[page] & EXECUTABLE)).toEqual([]);
  }
});

test("each is left out where the world has not what it needs", () => {
  const worlds: CaseOptions[] = [{}, { kinds: [{ systemCalls: [...CALLS, setFlags] }] }];
  for (const options of worlds) {
    const families = ["changed-code", "hosted-code", "compute"];
    for (let k = 0; k < 20; k++) {
      const generated = generateCase(31, k, { ...options, families, intents: { exit: 1 } });
      expect(generated.families).not.toContain("changed-code");
      expect(generated.families).not.toContain("hosted-code");
    }
  }
});

test("where memory is too small for two places with the same entries, something else is computed", () => {
  const cases = casesOf(FAMILIES[0], 20, {
    kinds: [{ writeXorExecute: false, memorySize: 16 * PAGE }],
    families: ["changed-code"],
  });
  for (const generated of cases) {
    mustEnd(generated, "exit");
    for (const { note } of generated.program.items) expect(note).toBe("no room for code that changes");
  }
});
