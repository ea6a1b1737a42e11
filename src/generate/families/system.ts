import { SYSTEM_CALLS } from "../../case/index.ts";
import { loadConstant, loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { characterFrom } from "../long-text.ts";
import { op, row, type Op } from "../op.ts";
import type { DataSegment } from "../program.ts";
import { pickPointer } from "./memory.ts";
import type { Family } from "./family.ts";

const [A0, A7] = [10, 17];
const SD = row("sd");
const ECALL = op(row("ecall"), 0, 0, 0, 0);
const BREAKS = [op(row("ebreak"), 0, 0, 0, 0), op(row("c.ebreak"), 0, 0, 0, 0)];
/** What the debug call prints, in programs that have no long text: at most seven bytes. */
const TEXTS = ["", "a", "relay\n", "é", "\t ~", "1234567"].map((text) => new TextEncoder().encode(text));
/** Where this is executed more often, nothing long is printed: reading it takes longer than all else. */
const LONG_TIMES_MAX = 4;
const PERCENT_LONG = 40;

/** The calls that answer a question, the debug call, and breakpoints, which nobody attends to. */
export const system: Family = {
  name: "system",
  grow(grower) {
    growQuestion(grower);
  },
};

/** Adds a call that answers a question, a debug call or a breakpoint. */
export function growQuestion(grower: Grower): void {
  const { random, world, map, multiplicity } = grower;
  if (map.text && multiplicity <= LONG_TIMES_MAX && random.chance(PERCENT_LONG)) return printLong(grower, map.text);
  const { vmVersion, currentCycles, debug } = SYSTEM_CALLS;
  const kind = random.below(5);
  const number = kind < 1 ? vmVersion : kind < 3 ? currentCycles : debug;
  if (kind === 4 || !world.systemCalls.includes(number)) grower.add("system", [random.pick(BREAKS)]);
  else if (number === debug) print(grower);
  else grower.add("system", [...loadNumber(A7, number), ECALL]);
}

function print(grower: Grower): void {
  const { random, map } = grower;
  const text = random.pick(TEXTS);
  grower.add("system", printOps(text, pickPointer(random, map)), -1, Math.ceil(text.length / 4));
}

/** Prints the long text of the program, from its beginning or from a character in it on. */
function printLong(grower: Grower, { address, memoryBytes, patches: [{ bytes }] }: DataSegment): void {
  const { random } = grower;
  const from = random.chance(60) ? 0 : characterFrom(bytes, random.below(bytes.length));
  grower.note("a long text");
  const ops = [...loadNumber(A0, address + from), ...loadNumber(A7, SYSTEM_CALLS.debug), ECALL];
  grower.add("system", ops, -1, Math.ceil((memoryBytes - 1 - from) / 4));
  grower.note(undefined);
}

/**
 * Stores words of eight bytes without a zero, then up to seven bytes and a zero, at `address`, and has all of that printed.
 * @param words up to 255; the same one several times in a row takes the fewest instructions
 */
export function printOps(text: Uint8Array, address: number, words: readonly Uint8Array[] = []): Op[] {
  return [
    ...loadNumber(A0, address),
    ...words.flatMap((word, k) => [
      ...(word === words[k - 1] ? [] : loadConstant(A7, wordFrom(word))),
      op(SD, 0, A0, A7, 8 * k),
    ]),
    ...loadConstant(A7, wordFrom(text)),
    op(SD, 0, A0, A7, 8 * words.length),
    ...loadNumber(A7, SYSTEM_CALLS.debug),
    ECALL,
  ];
}

function wordFrom(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
