import { beforeAll, describe, expect, test } from "vitest";
import { compressedForm } from "../../src/generate/compress.ts";
import { generateCase, toAssembly, type CaseOptions } from "../../src/generate/index.ts";
import { layOut } from "../../src/generate/layout.ts";
import { baseOp, op } from "../../src/generate/op.ts";
import { Random } from "../../src/generate/random.ts";
import { BEGIN } from "../../src/generate/shrink/pass.ts";
import { smallerCases } from "../../src/generate/shrink/stream.ts";
import { usualWorld } from "../../src/generate/shrink/world.ts";
import { encodingProblem, FUSION_RULES, INSTRUCTIONS, ISA_MOP } from "../../src/isa/index.ts";
import { mustEnd, runSingly, runWhole } from "./run.ts";

const SEED = 19;
const FUSED: CaseOptions = { families: ["fusion"], isa: ISA_MOP, versions: [1, 2], intents: { exit: 1 } };

describe("what 1200 cases of the family have", () => {
  const notes = new Set<string>();

  beforeAll(() => {
    for (let k = 0; k < 1200; k++) {
      for (const { note } of generateCase(SEED, k, FUSED).program.items) if (note) notes.add(note);
    }
  });

  const sequences = FUSION_RULES.filter(({ endsBlock }) => !endsBlock);

  test("every sequence", () => {
    expect([...notes]).toEqual(expect.arrayContaining(sequences.map(({ name }) => name)));
  });

  test("for every two registers that must differ, the same one", () => {
    const wanted = sequences.flatMap(({ name, distinct }) =>
      distinct.split(", ").flatMap((pair) => (pair === "" ? [] : [`${name}: ${pair.replace("!=", "=")}`])),
    );
    expect(wanted.length).toBeGreaterThan(50);
    expect([...notes]).toEqual(expect.arrayContaining(wanted));
  });

  test.each(["another register", "one in between", "last one missing", "similar instruction"])("%s", (what) => {
    expect([...notes]).toEqual(expect.arrayContaining(sequences.map(({ name }) => `${name}: ${what}`)));
  });

  test("swapped operands, where there are two", () => {
    const wanted = sequences
      .filter(({ name }) => name !== "CUSTOM_LOAD_IMM")
      .map(({ name }) => `${name}: swapped operands`);
    expect([...notes]).toEqual(expect.arrayContaining(wanted));
  });

  test.each([
    "CUSTOM_LOAD_IMM: 0x7fffffff",
    "CUSTOM_LOAD_IMM: 0x80000000",
    "CUSTOM_LOAD_IMM: into zero",
    "far jump from ra",
    "far jump from another register",
    "far jump from zero",
    "far jump: another link",
    "far jump: another base",
    "far jump: one in between",
    "far jump: one more addition",
    "far jump: c.jalr",
    "into the middle",
    "to the end of a page",
  ])("%s", (what) => expect(notes).toContain(what));
});

test("what follows a room in the code begins where it should, with the instruction across the end of a page", () => {
  let across = 0;
  for (let k = 0; k < 300; k++) {
    const { program } = generateCase(SEED, k, FUSED);
    const { base, offsets, pieces, ops } = layOut(program);
    for (const [piece, { item }] of pieces.entries()) {
      if (item?.endsAt === undefined) continue;
      const next = base + offsets[piece + 1];
      expect((next - (item.endsAt < 0 ? base + offsets[piece] : item.endsAt)) % 4096).toBe(0);
      if (next % 4096 === 4094 && ops[piece + 1][0]?.instruction?.length === 4) across++;
      expect(toAssembly(program).text).toContain("\t.zero ");
    }
  }
  expect(across).toBeGreaterThan(0);
});

test("programs end in every world, version 0 being one without fusion", () => {
  for (const version of [0, 1, 2] as const) {
    for (const isa of [0, 2, 3, 6, 7]) {
      for (let k = 0; k < 40; k++) {
        const options = { versions: [version], isa, families: ["fusion", "loops", "calls", "branches"] };
        const generated = generateCase(SEED, k, { ...options, intents: { exit: 1 } });
        expect(generated.world).toMatchObject({ version, isa: version === 0 ? isa & ~ISA_MOP : isa });
        mustEnd(generated, "exit");
      }
    }
  }
});

test("programs that jump from x0, as only version 1 does when it fuses, end in every world they are shrunk to", () => {
  let fromZero = 0;
  for (let k = 0; k < 80; k++) {
    const options = { versions: [1 as const], isa: 7, families: ["fusion", "loops", "branches"], size: 100 };
    const generated = generateCase(SEED, k, { ...options, intents: { exit: 1 } });
    if (generated.program.items.some(({ note }) => note === "far jump from zero")) fromZero++;
    for (const { smaller } of usualWorld(generated, BEGIN)) mustEnd(smaller, "exit");
  }
  expect(fromZero).toBeGreaterThan(3);
});

test("programs still end on the way down", () => {
  for (let k = 0; k < 25; k++) {
    const options = { versions: [1 as const], isa: 7, families: ["fusion", "loops", "branches"], size: 100 };
    let current = generateCase(SEED, k, { ...options, intents: { exit: 1 } });
    for (let step = 0; step < 30; step++) {
      let skip = (k * 7 + step * 5) % 23;
      let next: typeof current | undefined;
      for (const { smaller } of smallerCases(current)) {
        next = smaller;
        if (skip-- === 0) break;
      }
      if (!next) break;
      mustEnd(next, "exit");
      current = next;
    }
  }
});

test("cuts stand right before fused sequences, right behind them, and while they take their cycles", () => {
  // A step that goes on 8 bytes or more behind its beginning, without a jump, was a fused one.
  const heads = ["add", "sub", "lui", "auipc", "mulh", "mulhu", "mulhsu", "div", "divu"];
  const seen = { before: 0, behind: 0, inside: 0 };
  for (let k = 0; k < 600; k++) {
    const generated = generateCase(SEED, k, { ...FUSED, size: 100 });
    const cuts = new Set(generated.cuts);
    const where = new Set<keyof typeof seen>();
    runSingly(generated, ({ name, pc, cyclesBefore, machine }) => {
      const length = machine.pc - pc;
      if (!heads.includes(name) || length < 8n || length > 20n || cyclesBefore === 0n) return;
      if (cuts.has(cyclesBefore)) where.add("before");
      if (cuts.has(machine.cycles)) where.add("behind");
      for (let cycles = cyclesBefore + 1n; cycles < machine.cycles; cycles++) if (cuts.has(cycles)) where.add("inside");
    });
    for (const each of where) seen[each]++;
  }
  // Random cuts alone give about 80, 56 and 24.
  expect(seen.before).toBeGreaterThan(140);
  expect(seen.behind).toBeGreaterThan(120);
  expect(seen.inside).toBeGreaterThan(48);
});

test("a compressed form stands for the instruction it was made from", () => {
  const random = new Random(SEED);
  let found = 0;
  for (const row of INSTRUCTIONS) {
    for (let tries = 0; tries < 40; tries++) {
      const [rd, rs1, rs2] = [random.below(32), random.below(32), random.below(32)];
      const wide = op(row, rd, random.chance(50) ? rd : rs1, rs2, random.between(-8, 8));
      const form = row.base === row ? compressedForm(random, wide, random.below(3)) : undefined;
      if (!form) continue;
      found++;
      expect(encodingProblem(form.instruction ?? row, form)).toBeUndefined();
      const { instruction, ...fields } = baseOp(form);
      expect(instruction).toBe(row);
      for (const name of ["rd", "rs1", "rs2", "imm"] as const) {
        if (row.field.has(name)) expect(fields[name]).toBe(wide[name]);
      }
    }
  }
  expect(found).toBeGreaterThan(100);
});

test("a far jump over the border of 32 bits is a fault, fused or not", () => {
  let jumps = 0;
  for (let k = 0; k < 800; k++) {
    const generated = generateCase(SEED, k, { intents: { fault: 1 }, size: 50, isa: ISA_MOP });
    const fault = generated.program.items.find(({ kind }) => kind === "fault");
    if (fault?.ops.length !== 2 || fault.ops[1].instruction?.name !== "jalr") continue;
    if (![-(2 ** 31), 2 ** 31 - 4096].includes(fault.ops[0].imm)) continue;
    jumps++;
    expect(runWhole(generated).stop).toMatchObject({ kind: "fault", fault: { name: "MemOutOfBound" } });
  }
  expect(jumps).toBeGreaterThan(10);
});
