import { INSTRUCTIONS } from "../../../src/isa/index.ts";
import type { Random } from "./random.ts";

const wide = INSTRUCTIONS.filter(({ length }) => length === 4);

/** A 32-bit word: any, one of an instruction, or one a bit away from an instruction. Never of a longer encoding. */
export function structuredWord(random: Random): number {
  let word = random.word();
  const kind = random.below(4);
  if (kind > 0) {
    const { mask, match } = random.pick(wide);
    word = (word & ~mask) | match;
  }
  if (kind === 3) word ^= 1 << random.below(32);
  word |= 3;
  return ((word & 0x1f) === 0x1f ? word ^ 4 : word) >>> 0;
}
