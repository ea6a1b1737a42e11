import { itemBytesMax } from "../code-room.ts";
import { codeEnd, type GeneratedProgram } from "../program.ts";

/** Bytes of setting pointers and of the exit, at most. */
const SURROUNDING_BYTES = 64;
/** Bytes of what closes the segment. */
const CLOSING_BYTES = 4;

/** Bytes that the code of a program comes to at most, with what stands before it. */
export function codeBytesMax({ items, lead }: GeneratedProgram): number {
  let bytes = lead.length + SURROUNDING_BYTES + CLOSING_BYTES;
  for (const item of items) bytes += itemBytesMax(item);
  return bytes;
}

/** True if the code of a program surely fits into its room. */
export function fitsIntoRoom(program: GeneratedProgram): boolean {
  return program.base + codeBytesMax(program) <= codeEnd(program.base, program.codeRoom);
}
