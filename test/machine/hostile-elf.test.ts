import fc from "fast-check";
import { expect, test } from "vitest";
import { loadProgram, Machine, parseElf } from "../../src/machine/index.ts";
import { elfFile, R, RW, RX } from "./elf-file.ts";
import { bytesOf, EXIT, faultOf, op } from "./program.ts";

// A program file is hostile input: whatever it says, what comes of it is a program or a fault, never another error, and
// no more memory than the machine has.

const file = elfFile(
  [
    { flags: RX, address: 0x10000, data: bytesOf([op("sd", { rs1: 2, rs2: 2, imm: -8 }), ...EXIT]), memorySize: 0x800 },
    { flags: R, address: 0x12010, data: new Uint8Array(40).fill(1) },
    { flags: RW, address: 0x13ff0, data: new Uint8Array(40).fill(2), memorySize: 0x3000 },
  ],
  { entry: 0x10000 },
);
const HEADERS = 64 + 3 * 56;
/** Offsets of the fields that are read: in the header, and in each program header. */
const FIELDS = [
  4,
  5,
  24,
  32,
  56,
  ...[0, 1, 2].flatMap((k) => [0, 4, 8, 16, 32, 40].map((offset) => 64 + 56 * k + offset)),
];
const NUMBERS = [0n, 1n, 8n, 0xfffn, 0x1000n, 0x10000n, 0x3ff000n, 0x400000n, 0x401000n, 2n ** 31n, 2n ** 32n]
  .concat([2n ** 53n, 2n ** 63n, 2n ** 64n - 4096n, 2n ** 64n - 8n, 2n ** 64n - 1n])
  .concat([2n, 3n, 6n, 7n]);

/** Overwrites a field with a number, or one byte with any. */
const change = fc.oneof(
  fc.record({ at: fc.constantFrom(...FIELDS), value: fc.constantFrom(...NUMBERS), size: fc.constantFrom(1, 2, 4, 8) }),
  fc.record({ at: fc.nat(HEADERS), value: fc.bigInt({ min: 0n, max: 255n }), size: fc.constant(1) }),
);

const mutated = fc
  .record({
    changes: fc.array(change, { maxLength: 4 }),
    length: fc.oneof({ weight: 4, arbitrary: fc.constant(file.length) }, { weight: 1, arbitrary: fc.nat(file.length) }),
  })
  .map(({ changes, length }) => {
    const copy = file.slice();
    for (const { at, value, size } of changes) {
      for (let k = 0; k < size; k++) copy[at + k] = Number((value >> BigInt(8 * k)) & 255n);
    }
    return copy.subarray(0, length);
  });

const anyFile = fc.oneof(
  { weight: 8, arbitrary: mutated },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ minLength: 100, maxLength: 200 }).map((bytes) => {
      bytes.set(file.subarray(0, 16));
      return bytes;
    }),
  },
);

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
