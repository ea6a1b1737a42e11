import { instructionLength } from "../isa/index.ts";
import { FaultError } from "./fault.ts";
import type { Memory } from "./memory.ts";
import { FLAG_EXECUTABLE, OFFSET_MASK, PAGE_SHIFT, PAGE_SIZE } from "./page.ts";

/**
 * The instruction word at `pc`, 16-bit units zero-extended (reference/ckb-vm/decode.md 1). Away from the end of a page
 * one 4-byte read serves both lengths, so at odd offsets even a 16-bit unit may need the next page to be executable.
 *
 * @throws FaultError MemOutOfBound, or MemWriteOnExecutablePage for a page that is not executable (sic)
 */
export function fetch(memory: Memory, pc: number): number {
  const offset = pc & OFFSET_MASK;
  if (offset <= PAGE_SIZE - 4 && memory.isExecutable(pc >>> PAGE_SHIFT)) {
    const word = memory.read32(pc);
    return instructionLength(word) === 4 ? word >>> 0 : word & 0xffff;
  }
  if (offset < PAGE_SIZE - 2) {
    checkExecutable(memory, pc, 4);
    const word = memory.read32(pc) >>> 0;
    return instructionLength(word) === 4 ? word : word & 0xffff;
  }
  checkExecutable(memory, pc, 2);
  const half = memory.read16(pc);
  if (instructionLength(half) === 2) return half;
  checkExecutable(memory, pc + 2, 2);
  return (half | (memory.read16(pc + 2) << 16)) >>> 0;
}

function checkExecutable(memory: Memory, pc: number, length: number): void {
  memory.checkRange(pc, length);
  if (!memory.writeXorExecute) return;
  const first = pc >>> PAGE_SHIFT;
  const last = (pc + length - 1) >>> PAGE_SHIFT;
  for (let page = first; page <= last; page++) {
    if ((memory.fetchFlag(page) & FLAG_EXECUTABLE) === 0) {
      throw new FaultError({ name: "MemWriteOnExecutablePage", page: BigInt(page) });
    }
  }
}
