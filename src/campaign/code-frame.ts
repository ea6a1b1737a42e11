import { disassemble, instructionLength } from "../isa/index.ts";
import { byteAt, wordAt } from "../laws/index.ts";
import type { MemoryImage } from "../targets/index.ts";
import type { FrameLine } from "./investigation.ts";

/** Instructions before and behind the one that is shown. */
const AROUND = 4;
/** Bytes in front of it in which a beginning is looked for: a little more than those instructions have. */
const BACK_MAX = 32n;

/**
 * The instructions around `pc` as they stand in memory. Where those in front of it begin is not said anywhere: the frame
 * begins at a symbol if one is near, or as far in front as instructions fit that lead to `pc`.
 * @param here false: nothing at `pc` is wrong itself
 */
export function codeFrame(
  memory: MemoryImage,
  pc: bigint,
  symbols: ReadonlyMap<bigint, string>,
  here: boolean,
): FrameLine[] {
  const end = BigInt(memory.pageCount) << 12n;
  if (pc >= end) return [];
  const addresses = [...before(memory, pc, symbols).slice(-AROUND), pc];
  for (let at = next(memory, pc); at < end && addresses.length <= 2 * AROUND; at = next(memory, at)) {
    if (isEmpty(memory, at)) break; // behind the program
    addresses.push(at);
  }
  return addresses.map((at): FrameLine => {
    const symbol = symbols.get(at);
    return {
      pc: at,
      bytes: bytesText(memory, at, lengthAt(memory, at)),
      text: disassemble(wordAt(memory, at)),
      here: here && at === pc,
      ...(symbol !== undefined && { symbol }),
    };
  });
}

/** The addresses of instructions that lead to `pc`, in their order. */
function before(memory: MemoryImage, pc: bigint, symbols: ReadonlyMap<bigint, string>): bigint[] {
  const lowest = pc > BACK_MAX ? pc - BACK_MAX : 0n;
  const starts: bigint[] = [];
  for (let at = lowest; at < pc; at += 2n) starts.push(at);
  const sure = starts.filter((at) => symbols.has(at));
  for (const start of [...sure, ...starts]) {
    const found = leadingTo(memory, start, pc);
    if (found) return found;
  }
  return [];
}

function leadingTo(memory: MemoryImage, start: bigint, pc: bigint): bigint[] | undefined {
  const addresses: bigint[] = [];
  for (let at = start; at < pc; at = next(memory, at)) {
    if (isEmpty(memory, at)) return undefined;
    addresses.push(at);
    if (next(memory, at) > pc) return undefined;
  }
  return addresses;
}

/** Sixteen zero bits are no instruction, and are what memory has where nothing was written. */
function isEmpty(memory: MemoryImage, at: bigint): boolean {
  return byteAt(memory, at) === 0 && byteAt(memory, at + 1n) === 0;
}

function lengthAt(memory: MemoryImage, at: bigint): number {
  return instructionLength(byteAt(memory, at));
}

function next(memory: MemoryImage, at: bigint): bigint {
  return at + BigInt(lengthAt(memory, at));
}

function bytesText(memory: MemoryImage, at: bigint, length: number): string {
  return Array.from({ length }, (_, k) =>
    byteAt(memory, at + BigInt(k))
      .toString(16)
      .padStart(2, "0"),
  ).join(" ");
}
