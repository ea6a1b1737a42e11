import fc from "fast-check";
import { elfFile, R, RW, RX } from "./elf-file.ts";
import { bytesOf, EXIT, op } from "./program.ts";

/** A good program file of three segments. */
export const file = elfFile(
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

/** Damaged copies of it, and a few files that are nothing else. */
export const anyFile = fc.oneof(
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
