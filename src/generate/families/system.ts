import { SYSTEM_CALLS } from "../../case/index.ts";
import { loadConstant, loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import { pickPointer } from "./memory.ts";
import type { Family } from "./family.ts";

const [A0, A7] = [10, 17];
const SD = row("sd");
const ECALL = op(row("ecall"), 0, 0, 0, 0);
const BREAKS = [op(row("ebreak"), 0, 0, 0, 0), op(row("c.ebreak"), 0, 0, 0, 0)];
/** What the debug call prints: at most seven bytes. */
const TEXTS = ["", "a", "relay\n", "é", "\t ~", "1234567"].map((text) => new TextEncoder().encode(text));

/** The calls that answer a question, the debug call, and breakpoints, which nobody attends to. */
export const system: Family = {
  name: "system",
  grow(grower) {
    growQuestion(grower);
  },
};

/** Adds a call that answers a question, a debug call or a breakpoint. */
export function growQuestion(grower: Grower): void {
  const { random, world } = grower;
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

/** Stores up to seven bytes and a zero at `address` and has them printed. */
export function printOps(text: Uint8Array, address: number): Op[] {
  const word = text.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return [
    ...loadNumber(A0, address),
    ...loadConstant(A7, word),
    op(SD, 0, A0, A7, 0),
    ...loadNumber(A7, SYSTEM_CALLS.debug),
    ECALL,
  ];
}
