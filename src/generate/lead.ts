import { loadNumber } from "./constant.ts";
import { op, row, wordOf } from "./op.ts";
import type { Random } from "./random.ts";

/** What stands before the first instruction exits with this: a machine that is not entered where it should be shows it. */
const WRONG_EXIT = 113;
const SIZES = [2, 4, 16, 64, 0x7fe, 0xffe, 0x1000, 0x1002, 0x1ffe];

const EXIT = [...loadNumber(10, WRONG_EXIT), ...loadNumber(17, 93), op(row("ecall"), 0, 0, 0, 0)].map(wordOf);
const EXIT_BYTES = new Uint8Array(Uint32Array.from(EXIT).buffer);

/** Bytes before the first instruction that nothing executes: zeros, code that exits, or both. */
export function pickLead(random: Random): Uint8Array {
  const lead = new Uint8Array(random.pick(SIZES));
  const exits = random.below(3);
  if (lead.length < EXIT_BYTES.length || exits === 0) return lead;
  lead.set(EXIT_BYTES);
  if (exits === 2) lead.set(EXIT_BYTES, lead.length - EXIT_BYTES.length);
  return lead;
}
