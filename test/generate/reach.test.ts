import { beforeAll, describe, expect, test } from "vitest";
import { generateCase } from "../../src/generate/index.ts";
import { FUSION_RULES, INSTRUCTIONS } from "../../src/isa/index.ts";
import { runSingly, runWhole, type Executed } from "./run.ts";

const SEED = 99;
const FLAG_DIRTY = 4;
const [A0, A1, A2, A3, A7] = [10, 11, 12, 13, 17];
const ECALL_CYCLES = 500n;

test("every instruction and every fusion rule of the tables is executed, and every kind of stop met", () => {
  const retired = new Float64Array(INSTRUCTIONS.length);
  const stops = new Set<string>();
  const fused = new Set<string>();
  for (let k = 0; k < 1500; k++) {
    // By themselves, faults on purpose are too few to meet all of their kinds.
    const generated = generateCase(SEED, k, k % 10 === 9 ? { intents: { fault: 1 } } : {});
    const { stop, retired: counts = retired } = runWhole(generated);
    stops.add(stop.kind === "fault" ? stop.fault.name : stop.kind);
    for (const { index } of INSTRUCTIONS) retired[index] += counts[index];
    for (const rule of FUSION_RULES.keys()) {
      if (counts[INSTRUCTIONS.length + rule] > 0) fused.add(`rule ${rule} in version ${generated.world.version}`);
    }
  }
  const rules = FUSION_RULES.flatMap(({ versions }, rule) =>
    versions.map((version) => `rule ${rule} in version ${version}`),
  );
  expect(fused).toEqual(new Set(rules));
  expect(INSTRUCTIONS.filter(({ index }) => retired[index] === 0).map(({ key }) => key)).toEqual([]);
  const wanted = ["exit", "budget", "InvalidInstruction", "InvalidEcall", "MemOutOfBound", "MemWriteOnExecutablePage"];
  expect([...stops]).toEqual(expect.arrayContaining([...wanted, "External"]));
});

describe("what 400 cases reach", () => {
  const reached = new Set<string>();

  beforeAll(() => {
    for (let k = 0; k < 400; k++) {
      const loaded = new Set<number>();
      let output = 0;
      runSingly(generateCase(SEED, k), (step) => {
        for (const what of outcomes(step)) reached.add(what);
        if (step.name !== "ecall" && step.machine.running) return;
        const { memory } = step.machine;
        for (const page of loaded) if (memory.fetchFlag(page) & FLAG_DIRTY) reached.add("loaded page overwritten");
        for (let page = 0; page < memory.pageCount; page++) {
          if ((memory.fetchFlag(page) & FLAG_DIRTY) === 0 && !memory.isUntouched(page)) loaded.add(page);
        }
        if (loaded.size > 0) reached.add("page loaded from a source");
        output++;
      });
      if (output > 3) reached.add("several calls");
    }
  });

  test.each(["beq", "bne", "blt", "bge", "bltu", "bgeu", "c.beqz", "c.bnez"])("%s taken and not taken", (name) => {
    expect(reached).toContain(`${name} taken`);
    expect(reached).toContain(`${name} not taken`);
  });

  test.each(["slt", "sltu", "slti", "sltiu"])("%s gives 0 and 1", (name) => {
    expect(reached).toContain(`${name} gives 0`);
    expect(reached).toContain(`${name} gives 1`);
  });

  test.each(["sc.w", "sc.d"])("%s with success and without", (name) => {
    expect(reached).toContain(`${name} gives 0`);
    expect(reached).toContain(`${name} gives 1`);
  });

  test.each(["2041 gives 0", "2041 gives 1", "2041 gives 2", "2042", "2177", "2092 gives 0", "2092 gives 1"])(
    "system call %s",
    (what) => expect(reached).toContain(what),
  );

  test.each(["2092 moves nothing", "2092 from inside a piece", "2092 beyond the end", "2092 of the program"])(
    "system call %s",
    (what) => expect(reached).toContain(what),
  );

  test("pages of sources, and writes to them afterwards", () => {
    expect(reached).toContain("page loaded from a source");
    expect(reached).toContain("loaded page overwritten");
  });

  test.each(["load", "store"])(
    "a %s that is misaligned, one over a page border, and one at either end of memory",
    (kind) => {
      for (const how of ["misaligned", "over a border", "at the start", "at the end"])
        expect(reached).toContain(`${kind} ${how}`);
    },
  );
});

function* outcomes(step: Executed): Generator<string> {
  const { name, pc, length, registersBefore: before, cyclesBefore, machine } = step;
  const after = machine.registers;
  if (/^(c\.)?b(eq|ne|lt|ge)/.test(name)) yield `${name} ${machine.pc === pc + BigInt(length) ? "not taken" : "taken"}`;
  if (/^(sc\.[wd]|sltu?|sltiu?)$/.test(name)) {
    const rd = Number((machine.memory.load32(pc) >> 7) & 31);
    if (rd !== 0) yield `${name} gives ${after[rd]}`;
  }
  if (name === "ecall") {
    const call = before[A7];
    yield call === 2042n || call === 2177n ? `${call}` : `${call} gives ${after[A0]}`;
    if (call === 2092n) yield* loadOutcomes(before, after, machine.memory.load64(before[A1]));
    if (call === 2092n && machine.cycles - cyclesBefore === ECALL_CYCLES) yield "2092 moves nothing";
  }
  const width = { b: 1n, h: 2n, w: 4n, d: 8n }[/^[ls]([bhwd])u?$/.exec(name)?.[1] ?? ""];
  if (width) yield* accessOutcomes(step, name, width);
}

function* loadOutcomes(before: BigUint64Array, after: BigUint64Array, size: bigint): Generator<string> {
  if (after[A0] !== 0n) return;
  if (size === 0n) yield "2092 beyond the end";
  if (before[A2] > 0n && size > 0n) yield "2092 from inside a piece";
  if (before[A3] === 0n) yield "2092 of the program";
}

function* accessOutcomes({ pc, registersBefore, machine }: Executed, name: string, width: bigint): Generator<string> {
  const word = BigInt(machine.memory.load32(pc));
  const store = name.startsWith("s");
  const imm = store ? ((word >> 25n) << 5n) | ((word >> 7n) & 31n) : word >> 20n;
  const address = BigInt.asUintN(64, registersBefore[Number((word >> 15n) & 31n)] + BigInt.asIntN(12, imm));
  const kind = store ? "store" : "load";
  if (address % width !== 0n) yield `${kind} misaligned`;
  if (address >> 12n !== (address + width - 1n) >> 12n) yield `${kind} over a border`;
  if (address < 8n) yield `${kind} at the start`;
  if (address + width === BigInt(machine.memory.size)) yield `${kind} at the end`;
}
