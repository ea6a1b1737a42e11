import { expect, test } from "vitest";
import { generateCase } from "../../../src/generate/index.ts";
import { casesOf, eachStep } from "./steps.ts";

const RA = 1;

test("jumps through a register lead to odd addresses too, in 16 bits and in 32, linking and not", () => {
  const met = new Set<string>();
  for (const generated of casesOf("branches", 400, { families: ["branches", "calls"], size: 200 })) {
    eachStep(generated, ({ op: { instruction, rs1, imm }, machine: { registers } }) => {
      if (!instruction || !/^(c\.)?j(al)?r$/.test(instruction.name)) return;
      met.add(`${instruction.name} to ${(registers[rs1] + BigInt(imm)) & 1n ? "odd" : "even"}`);
    });
  }
  for (const name of ["jalr", "c.jr", "c.jalr"]) {
    for (const parity of ["odd", "even"]) expect(met).toContain(`${name} to ${parity}`);
  }
});

test("where code is near address 0, programs jump from x0, linking and not, and go on", () => {
  const links = new Set<number>();
  let far = 0;
  for (const generated of casesOf("branches", 2500, { families: ["branches", "compute", "constants"], size: 100 })) {
    const { base } = generated.program;
    if (base >= 0x1000) continue;
    eachStep(generated, ({ op: { instruction, rd, rs1, imm }, item }) => {
      if (item.note !== "jump from x0" || item.kind !== "branch") return;
      if (instruction?.name === "jal") return void far++;
      expect([instruction?.name, rs1]).toEqual(["jalr", 0]);
      expect(imm).toBeGreaterThan(0);
      links.add(rd);
    });
  }
  expect(links.has(0)).toBe(true);
  expect(links.size).toBeGreaterThan(3);
  // A fused far jump of version 1 would begin with `lui` or `auipc` of x0 before it.
  expect(links.has(RA)).toBe(false);
  expect(far).toBeGreaterThan(0);
});

test("faults on purpose are jumps from x0 as well: into the first page, and to the end of all addresses", () => {
  const met = new Set<string>();
  for (let k = 0; k < 800; k++) {
    const item = generateCase(11, k, { intents: { fault: 1 }, size: 1 }).program.items.find(
      ({ kind }) => kind === "fault",
    );
    const last = item?.ops.at(-1);
    if (last?.instruction?.name === "jalr" && last.rs1 === 0) met.add(last.imm < 0 ? "the end" : "the first page");
  }
  expect([...met].toSorted()).toEqual(["the end", "the first page"]);
});

test("in loops, branches are taken in one round and not in another; so are those into the middle of a sequence", () => {
  const both = new Map<string, number>();
  for (const generated of casesOf("loops", 300, { families: ["loops", "branches", "fusion"], size: 300 })) {
    const ways = new Map<number, Set<boolean>>();
    let last: { pc: number; note: string } | undefined;
    eachStep(generated, ({ op: { instruction }, item, pc }) => {
      if (last) {
        const taken = ways.get(last.pc) ?? new Set();
        ways.set(last.pc, taken.add(pc === last.pc + 4));
        if (taken.size === 2) both.set(last.note, (both.get(last.note) ?? 0) + 1);
      }
      const isBranch = item.kind === "branch" && (instruction?.name === "beq" || instruction?.name === "bne");
      last = isBranch ? { pc, note: item.note ?? "" } : undefined;
    });
  }
  expect(both.get("taken in some rounds") ?? 0).toBeGreaterThan(10);
  expect(both.get("into the middle") ?? 0).toBeGreaterThan(10);
});
