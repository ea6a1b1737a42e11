import fc from "fast-check";
import { expect, test } from "vitest";
import { loadProgram, Machine, parseElf } from "../../src/machine/index.ts";
import { elfFile, R, RW } from "./elf-file.ts";
import { anyFile, file } from "./hostile-files.ts";
import { faultOf } from "./program.ts";

// A program file is hostile input: whatever it says, what comes of it is a program or a fault, never another error, and
// no more memory than the machine has.

const argumentLists = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 3 });

test("a mutated file loads and runs, or gives a fault", () => {
  const ends = new Map<string, number>();
  fc.assert(
    fc.property(
      anyFile,
      fc.constantFrom(0, 1, 2) as fc.Arbitrary<0 | 1 | 2>,
      argumentLists,
      (program, version, args) => {
        const machine = new Machine({ version, isa: 5, maxCycles: 600n });
        // Anything but a fault is thrown on, and fails the property.
        const fault = faultOf(() => loadProgram(machine, program, args));
        const result = fault ?? machine.run();
        const end = "kind" in result && "code" in result ? "exit" : fault ? `load: ${fault.name}` : "run";
        ends.set(end, (ends.get(end) ?? 0) + 1);
        return [...machine.memory.flags()].every((flags) => flags <= 7) && machine.pc >= 0n && machine.pc < 2n ** 64n;
      },
    ),
    { numRuns: 2000, seed: 1 },
  );
  // Not vacuous: some run to their exit, some are refused in each way.
  expect([...ends.keys()]).toEqual(
    expect.arrayContaining(["exit", "run", "load: ElfParseError", "load: MemOutOfBound"]),
  );
  expect(ends.get("exit")).toBeGreaterThan(50);
});

test("any bytes are parsed or refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
      const program = new Uint8Array([...file.subarray(0, 6), ...tail]);
      faultOf(() => parseElf(program, 2));
    }),
    { numRuns: 500, seed: 1 },
  );
});

test("sizes beyond memory are refused before anything is allocated", () => {
  for (const memorySize of [2n ** 31n, 2n ** 40n, 2n ** 63n, 2n ** 64n - 0x20000n]) {
    const machine = new Machine({ version: 2, isa: 0 });
    const program = elfFile([{ flags: RW, address: 0x10000, data: new Uint8Array(8), memorySize }]);
    expect(faultOf(() => loadProgram(machine, program, []))).toMatchObject({ name: "MemOutOfBound" });
    expect(Array.from({ length: 1024 }, (_, page) => machine.memory.isUntouched(page))).not.toContain(false);
  }
});

test("65535 program headers in a file of as many are read", () => {
  const headers = Array.from({ length: 65535 }, () => ({ type: 0, flags: 0, address: 0 }));
  expect(parseElf(elfFile(headers), 2).actions).toEqual([]);
});

test("as many segments as a file can state, each of all memory, end at the first that may not", () => {
  const segments = Array.from({ length: 2000 }, () => ({
    flags: R,
    address: 0,
    offset: 0,
    fileSize: 64,
    data: new Uint8Array(0),
    memorySize: 0x400000,
  }));
  const machine = new Machine({ version: 2, isa: 0 });
  expect(faultOf(() => loadProgram(machine, elfFile(segments), []))).toEqual({
    name: "MemWriteOnFreezedPage",
    page: 0n,
  });
});
