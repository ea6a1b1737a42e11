import { REGISTER_NAMES } from "../isa/index.ts";
import type { WorldSnapshot } from "../targets/target.ts";
import { flagsText } from "./compare-state.ts";
import type { Difference } from "./difference.ts";

/**
 * Compares two snapshots field by field: equal ones give no difference. The lists must agree run by run, in order:
 * a snapshot has one form.
 */
export function compareSnapshots(expected: WorldSnapshot, actual: WorldSnapshot): Difference[] {
  const differences: Difference[] = [];
  const note = (what: string, a: unknown, b: unknown): void => {
    if (a !== b) differences.push({ what: `snapshot ${what}`, expected: String(a), actual: String(b) });
  };
  for (const field of ["version", "pc", "cycles", "maxCycles", "loadReservationAddress"] as const) {
    note(field, expected[field], actual[field]);
  }
  REGISTER_NAMES.forEach((name, r) => note(name, expected.registers[r], actual.registers[r]));
  note("source runs", expected.pagesFromSource.map(sourceText).join(), actual.pagesFromSource.map(sourceText).join());
  note("dirty runs", expected.dirtyPages.map(dirtyText).join(), actual.dirtyPages.map(dirtyText).join());
  expected.dirtyPages.forEach(({ address, content }, k) => {
    const other = actual.dirtyPages[k]?.content;
    if (other && Buffer.compare(content, other) !== 0) {
      const at = content.findIndex((byte, offset) => byte !== other[offset]);
      note(`content at 0x${(address + BigInt(at)).toString(16)}`, content[at], other[at]);
    }
  });
  return differences;
}

function sourceText({ address, flag, id, offset, length }: WorldSnapshot["pagesFromSource"][number]): string {
  return `0x${address.toString(16)}+0x${length.toString(16)} ${flagsText(flag)} from ${id} at ${offset}`;
}

function dirtyText({ address, flag, content }: WorldSnapshot["dirtyPages"][number]): string {
  return `0x${address.toString(16)}+0x${content.length.toString(16)} ${flagsText(flag)}`;
}
