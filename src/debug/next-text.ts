import { REGISTER_NAMES, registerNumber } from "../isa/index.ts";
import type { Machine } from "../machine/index.ts";
import { nextInstruction } from "./code-view.ts";
import type { ProgramMap } from "./program-map.ts";
import type { Rig } from "./rig.ts";

/** What is executed next, with the values of its registers; a line for each instruction of a fused sequence. */
export function nextText(rig: Rig, map: ProgramMap): string[] {
  const { machine } = rig;
  const { line, fused, stale } = nextInstruction(rig);
  if (!line) return [`  ${map.place(machine.pc)}  nothing: there is no memory`];
  const parts = fused?.parts ?? [line];
  const lines = parts.map(({ address, text }, k) => {
    const values = k === 0 ? registerValues(machine, parts.map((part) => part.text).join(" ")) : "";
    const notes = [values, map.source(address)].filter(Boolean).join("  ");
    return `  ${map.place(address)}  ${text}${notes && `  # ${notes}`}`;
  });
  if (fused) lines.push(`  (one step: fused as ${fused.rule})`);
  if (stale !== undefined) lines.push(`  (executed is what was decoded before the code changed: ${stale})`);
  return lines;
}

/** `a0=0x1 s0=0x11000` for the registers that a text names. */
function registerValues({ registers }: Machine, text: string): string {
  const numbers = new Set<number>();
  for (const [word] of text.replace(/^\S+/, "").matchAll(/\b[a-z]+\d*\b/g)) {
    const number = registerNumber(word);
    if (number !== undefined && number !== 0) numbers.add(number);
  }
  return [...numbers].map((number) => `${REGISTER_NAMES[number]}=0x${registers[number].toString(16)}`).join(" ");
}
