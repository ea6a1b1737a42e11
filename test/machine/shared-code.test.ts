import { describe, expect, test } from "vitest";
import { decode, type VmVersion } from "../../src/isa/index.ts";
import { constantCost, realCost, type MachineOptions } from "../../src/machine/index.ts";
import { sharedCode } from "../../src/machine/decoded-code.ts";
import { CODE, EXIT, machineWith, op } from "./program.ts";

// What all machines of a process share if nothing is said: only those that decode, charge and mean the same.

test("each version, ISA set and cost has code of its own, as long as no other comes between", () => {
  const versions: readonly VmVersion[] = [0, 1, 2];
  const sets = Array.from({ length: 8 }, (_, isa) => isa);
  const all = versions.flatMap((version) =>
    sets.flatMap((isa) => [realCost, constantCost].map((cost) => [version, isa, cost] as const)),
  );
  for (const one of all) {
    for (const other of all) {
      const code = sharedCode(...one);
      expect(code).toBeDefined();
      expect(sharedCode(...other) === code).toBe(one === other);
    }
  }
});

test("costs that nobody knows are not shared, and disturb nothing", () => {
  const code = sharedCode(2, 5, realCost);
  expect(sharedCode(2, 5, () => 1)).toBeUndefined();
  expect(sharedCode(2, 5, realCost)).toBe(code);
});

describe("machines that are wrong on purpose", () => {
  const doubled: MachineOptions["meanings"] = {
    get: ({ name }) => (name === "add" ? (h, i) => (h.x[i.rd] = 2n * h.x[i.rs1] + 2n * h.x[i.rs2]) : undefined),
  };
  const [add, sub] = ["add", "sub"].map((name) => op(name, { rd: 5, rs1: 6, rs2: 7 }));
  const parts: MachineOptions["parts"] = {
    decode: (word, isa, version) => decode(word === add ? sub : word, isa, version),
  };
  const code = [add, ...EXIT];
  const sum = (options: Partial<MachineOptions>): bigint => {
    const machine = machineWith(code, { registers: { 6: 50n, 7: 8n }, ...options });
    expect(machine.run()).toEqual({ kind: "exit", code: 0 });
    return machine.registers[5];
  };

  test.each<[string, Partial<MachineOptions>, bigint]>([
    ["by meanings", { meanings: doubled }, 116n],
    ["by parts", { parts }, 42n],
    // The part decodes another instruction, of which the meaning is the usual one.
    ["by both", { meanings: doubled, parts }, 42n],
  ])("%s neither take nor give decoded code, whoever runs first", (_, wrong, result) => {
    for (const first of [{}, wrong]) {
      // Another version in between, so that nothing is shared yet.
      expect(sum({ version: 1 })).toBe(58n);
      const second = first === wrong ? {} : wrong;
      const sums = [first, second, first, second].map((options) => sum(options));
      expect(sums).toEqual(first === wrong ? [result, 58n, result, 58n] : [58n, result, 58n, result]);
    }
  });
});

test("machines of the reference do share: what one has run is not decoded by the next", () => {
  const machine = machineWith([op("addi", { rd: 5, rs1: 5, imm: 1 }), ...EXIT]);
  expect(machine.decoded).toBe(sharedCode(machine.version, machine.isa, realCost));
  machine.run();
  expect(
    machine.decoded?.sameIn(machineWith([op("addi", { rd: 5, rs1: 5, imm: 1 }), ...EXIT]).memory, CODE >>> 12)?.blocks
      .size,
  ).toBe(1);
});
