import fc from "fast-check";
import {
  encodeUnchecked,
  fieldRange,
  INSTRUCTIONS,
  type Field,
  type FieldValues,
  type Instruction,
} from "../../src/isa/index.ts";

/**
 * Registers of random code at 0x10000: data addresses in x2, x8 and x9, edge values in x10, x11 and x13, code addresses
 * in x12 and x14, an address near the end of memory in x15.
 */
export const START_REGISTERS: Readonly<Record<number, bigint>> = {
  2: 0x20f80n,
  8: 0x21000n,
  9: 0x20ffcn,
  10: 2n ** 64n - 1n,
  11: 0x8000000080000000n,
  12: 0x10040n,
  13: 3n,
  14: 0x10020n,
  15: 0x3ffff8n,
};

const DATA = [2, 8, 9, 2, 8, 9, 2, 8, 9, 2, 8, 9, 2, 8, 9, 8, 9, 15, 12];
const CODE = [12, 14];
const VALUES = [0, 1, 5, 6, 10, 11, 13, 8, 14];
const RESULTS = [0, 1, 5, 6, 7, 10, 11, 13];

function pick(list: readonly number[], { compressedRegister, forbidden }: Field, bits: number): number {
  const allowed = list.filter(
    (value) => (!compressedRegister || (value >= 8 && value < 16)) && !forbidden.includes(value),
  );
  return allowed[bits % allowed.length];
}

function valueOf(row: Instruction, field: Field, bits: number): number {
  const base = row.base.name;
  if (field.name === "rd") return pick(RESULTS, field, bits);
  if (field.name === "rs1") {
    const memory = /^(l[bhwd]u?|s[bhwd]|lr|sc|amo\w*)(\.[wd])?$/.test(base);
    return pick(memory ? DATA : base === "jalr" ? CODE : VALUES, field, bits);
  }
  if (field.name === "rs2") return pick(VALUES, field, bits);
  const { min, max } = fieldRange(field);
  const step = 2 ** field.lowestBit;
  if (row.endsBlock) return Math.min(max, Math.max(min, 4 * ((bits % 24) - 6)));
  const value = bits % 4 === 0 ? min + step * ((bits >>> 2) % ((max - min) / step + 1)) : step * ((bits >>> 2) % 16);
  return field.forbidden.includes(value) ? value + step : Math.min(value, max - (max % step));
}

const rows = INSTRUCTIONS.filter(({ base }) => base.name !== "ecall");

// Numbers without bias: fast-check prefers the ends of a range, and a program of edge cases ends at its first word.
const bits = fc.noBias(fc.nat(0x7fffffff));

/** Instruction words of every extension, now and then a call or a word that is none. */
function randomWord(lengths: readonly number[]): fc.Arbitrary<number> {
  const usable = rows.filter(({ length }) => lengths.includes(length));
  const straight = usable.filter(({ endsBlock, hint }) => !endsBlock && !hint);
  const rest = usable.filter(({ endsBlock, hint }) => endsBlock || hint);
  return fc.tuple(bits, bits, bits, bits, bits, bits, bits).map(([choice, which, ...random]) => {
    const kind = choice % 400;
    if (kind === 0) return 0x73; // ecall
    if (kind === 1) return (which | 3) >>> 0;
    const list = kind < 40 ? rest : straight;
    const row = list[which % list.length];
    const values: FieldValues = {};
    for (const [k, field] of row.fields.entries()) values[field.name] = valueOf(row, field, random[k]);
    return encodeUnchecked(row, values);
  });
}

function codeOf(lengths: readonly number[]): fc.Arbitrary<number[]> {
  return fc.noBias(fc.array(randomWord(lengths), { minLength: 20, maxLength: 100, size: "max" }));
}

/** Code of 32-bit words only, where jumps meet instructions, and code of both lengths. */
export const randomCode = fc.oneof({ weight: 2, arbitrary: codeOf([4]) }, { weight: 1, arbitrary: codeOf([2, 4]) });
