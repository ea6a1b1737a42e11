import { INSTRUCTIONS } from "../isa/index.ts";
import type { Op } from "./op.ts";

/** How far a branch or jump goes back at most, in bytes, by `Instruction.index`. */
const REACHES = INSTRUCTIONS.map(({ field }) => 2 ** ((field.get("imm")?.bits ?? 1) - 1));

/** True if a branch with this many bytes between its end and its target fits, with room for changes of length. */
export function reaches({ instruction }: Op, level: number, distance: number): boolean {
  const form = level === 0 ? instruction : instruction?.base;
  const reach = form ? REACHES[form.index] : 1;
  return distance >= 8 - reach && distance < reach - 8;
}
