import { codeEnd, codeStart, type GeneratedProgram } from "../program.ts";
import { isNowhere } from "../segments.ts";
import type { Surroundings } from "../surroundings.ts";

const PAGE = 4096;

/** What of a world decides how its program is loaded. */
type Loading = Pick<Surroundings, "version" | "writeXorExecute">;

/**
 * True if no segment is loaded to a page that one before it has frozen, and no data to one that has code: with W^X, what
 * cannot be written is frozen as soon as it is loaded, in version 0 everything is; without, loading empties the pages of a
 * segment before it fills them. All room for code counts as code.
 */
export function isLoadable(program: GeneratedProgram, { version, writeXorExecute }: Loading): boolean {
  const { base, codeRoom, data, dataBeforeCode } = program;
  if (data.length === 0) return true;
  const taken: [start: number, end: number][] = [];
  const isFree = (start: number, end: number) => taken.every(([from, behind]) => end <= from || start >= behind);
  const code: [number, number] = [codeStart(base), codeEnd(base, codeRoom)];
  for (const [k, segment] of data.entries()) {
    const { address, memoryBytes, writable } = segment;
    if (k === dataBeforeCode) {
      if (!isFree(...code)) return false;
      taken.push(code);
    }
    if (isNowhere(segment)) continue;
    const pages: [number, number] = [address & -PAGE, (address + memoryBytes + PAGE - 1) & -PAGE];
    if (!isFree(...pages)) return false;
    if (writeXorExecute && (!writable || version === 0)) taken.push(pages);
  }
  return dataBeforeCode < data.length || isFree(...code);
}

/** True if a change of program or world leaves a program that was loaded one that is. */
export function staysLoadable(
  before: { readonly program: GeneratedProgram; readonly world: Loading },
  program: GeneratedProgram,
  world: Loading,
): boolean {
  return isLoadable(program, world) || !isLoadable(before.program, before.world);
}
