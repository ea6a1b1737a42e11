import fc from "fast-check";
import { encodeUnchecked, fieldRange, INSTRUCTIONS, type Instruction } from "../../src/isa/index.ts";

/** Registers of random code: few, so that values flow; x16 to x23 keep the addresses they start with more often. */
export const START_REGISTERS: Readonly<Record<number, bigint>> = {
  2: 0x20ff8n,
  8: 0x20000n,
  9: 0x20ffcn,
  10: 2n ** 64n - 1n,
  11: 0x8000000080000000n,
  12: 0x10040n,
  13: 3n,
  14: 0x10020n,
  15: 0x3ffff8n,
};

const SOURCES = [0, 2, 8, 9, 10, 11, 12, 13, 14, 15];
const DESTINATIONS = [0, 1, 5, 6, 7, 10, 11, 13, 13];

/** A word of `row`, its fields taken from the bits of `random`, biased to what stays in the program. */
function wordOf(row: Instruction, random: readonly number[]): number {
  const values = row.fields.map((field, k) => {
    const { min, max } = fieldRange(field);
    const bits = random[k];
    const step = field.compressedRegister ? 1 : 2 ** field.lowestBit;
    const near = row.endsBlock ? 16 : 64;
    const free =
      field.name === "rd"
        ? DESTINATIONS[bits % DESTINATIONS.length]
        : field.name === "rs1" || field.name === "rs2"
          ? SOURCES[bits % SOURCES.length]
          : bits % 8 === 0
            ? min + step * (bits % ((max - min) / step + 1))
            : step * ((bits >>> 3) % near) - (field.signed ? (step * near) / 4 : 0);
    const clamped = Math.min(max, Math.max(min, free));
    return [field.name, field.forbidden.includes(clamped) ? Math.min(max, clamped + step) : clamped] as const;
  });
  return encodeUnchecked(row, Object.fromEntries(values));
}

const rows = INSTRUCTIONS.filter(({ base }) => base.name !== "ebreak" && base.name !== "ecall");
const common = rows.filter(({ base }) => !base.endsBlock);

/** Instruction words of every extension, now and then a call or a word that is none. */
export const randomWord: fc.Arbitrary<number> = fc
  .tuple(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...common) }, { weight: 3, arbitrary: fc.constantFrom(...rows) }),
    fc.array(fc.nat(0x7fffffff), { minLength: 5, maxLength: 5 }),
    fc.nat(99),
  )
  .map(([row, bits, odd]) => {
    if (odd === 0) return 0x73; // ecall
    if (odd === 1) return 0x100073; // ebreak
    if (odd === 2) return (bits[0] | 3) >>> 0;
    return wordOf(row, bits);
  });

export const randomCode = fc.array(randomWord, { minLength: 1, maxLength: 80 });
