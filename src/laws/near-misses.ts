import { insertField, INSTRUCTIONS, type Field, type Instruction } from "../isa/index.ts";

/**
 * A word that is nearly an instruction: one of some row of the table, with any operands, in which one or two bits that the row
 * fixes are turned, or a field holds a value that the row forbids. It may be another instruction. Its length stays.
 * @param number which one: any whole number from 0 to 2^32 - 1
 */
export function nearMiss(number: number): { readonly word: number; readonly length: 2 | 4 } {
  const row = INSTRUCTIONS[mixed(number, 1) % INSTRUCTIONS.length];
  const word = row.match | (mixed(number, 2) & ~row.mask);
  const wrongs = wrongsOf(row);
  let wrong = wrongs[mixed(number, 3) % wrongs.length](word);
  if (mixed(number, 4) % 4 === 0) wrong = wrongs[mixed(number, 5) % wrongs.length](wrong);
  return { word: (row.length === 4 ? wrong : wrong & 0xffff) >>> 0, length: row.length };
}

type Wrong = (word: number) => number;

const KNOWN = new Map<Instruction, readonly Wrong[]>();

function wrongsOf(row: Instruction): readonly Wrong[] {
  let wrongs = KNOWN.get(row);
  if (wrongs) return wrongs;
  // The lowest two bits say how long a word is.
  const fixed = Array.from({ length: 8 * row.length - 2 }, (_, k) => k + 2).filter((bit) => (row.mask >>> bit) & 1);
  wrongs = [
    ...fixed.map(
      (bit): Wrong =>
        (word) =>
          word ^ (1 << bit),
    ),
    ...row.constrained.flatMap((field) =>
      field.forbidden.map((value): Wrong => {
        const [bits, forbidden] = [bitsOf(field), insertField(field, value)];
        return (word) => (word & ~bits) | forbidden;
      }),
    ),
  ];
  KNOWN.set(row, wrongs);
  return wrongs;
}

function bitsOf({ pieces }: Field): number {
  return pieces.reduce((bits, { at, mask }) => bits | (mask << at), 0);
}

/** A number whose every bit depends on every bit of the two. */
function mixed(number: number, turn: number): number {
  let value = Math.imul(number ^ Math.imul(turn, 0x9e3779b1), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  value = Math.imul(value ^ (value >>> 16), 0x27d4eb2d);
  return (value ^ (value >>> 15)) >>> 0;
}
