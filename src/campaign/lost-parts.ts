import { REGISTER_NAMES } from "../isa/index.ts";
import type { Cause, Difference, Divergence } from "../laws/index.ts";
import type { Finish } from "../targets/index.ts";
import type { LostPart } from "./investigation.ts";
import { registerText } from "./state-values.ts";

/** What of a snapshot was lost, where the state is wrong right after a resume or in a snapshot; otherwise nothing. */
export function lostParts({ location, snapshot }: Cause, divergence: Divergence): LostPart[] {
  if (snapshot) return [fieldOf(snapshot.difference)];
  const resumed = location?.wrongAfterResume;
  const expected = location?.there?.expected ?? divergence.expected;
  if (resumed) return resumed.map((difference) => lostPart(difference, expected));
  if (!divergence.resumedOnly) return [];
  return divergence.differences.map((difference) => lostPart(difference, divergence.expected));
}

const NUMBERS: Readonly<Record<string, readonly [what: string, field: string]>> = {
  pc: ["pc", "pc"],
  cycles: ["cycles", "cycles"],
  "max cycles": ["max cycles", "max_cycles"],
  reservation: ["load reservation", "load_reservation_address"],
};

function lostPart(difference: Difference, expected: Finish): LostPart {
  const { what, expected: right, actual } = difference;
  const values = { expected: right, actual };
  const register = REGISTER_NAMES.indexOf(what);
  if (register >= 0) return { what: `register ${registerText(register)}`, field: `registers[${register}]`, ...values };
  const number = Object.hasOwn(NUMBERS, what) ? NUMBERS[what] : undefined;
  if (number) return { what: number[0], field: number[1], ...values };
  const byte = /^memory at (0x[0-9a-f]+)$/.exec(what);
  if (byte) {
    const page = Number(BigInt(byte[1]) >> 12n);
    return { what: `page ${page}, from ${byte[1]} on`, field: listOf(expected, page), ...values };
  }
  const flags = /^flags of page (\d+)$/.exec(what);
  if (flags)
    return { what: `flags of page ${flags[1]}`, field: `${listOf(expected, Number(flags[1]))}[..].flag`, ...values };
  if (what.startsWith("snapshot ")) return fieldOf(difference);
  // A stop: the snapshot was refused as a whole.
  return { what: "snapshot", field: "snapshot", ...values };
}

const FLAG_DIRTY = 4;

/** The list of the snapshot that a page is in: by content if it is dirty (reference/ckb-vm/snapshot.md 5). */
function listOf({ state }: Finish, page: number): string {
  const flags = state.pageFlags?.[page];
  if (flags === undefined) return "dirty_pages or pages_from_source";
  return flags & FLAG_DIRTY ? "dirty_pages" : "pages_from_source";
}

function fieldOf({ what, expected, actual }: Difference): LostPart {
  const field = what.replace(/^snapshot /, "");
  const register = /^registers\[(\d+)\]$/.exec(field);
  const name = register
    ? `register ${registerText(Number(register[1]))}`
    : (FIELDS[field] ?? `snapshot field ${field}`);
  return { what: name, field, expected, actual };
}

const FIELDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(NUMBERS).map(([what, field]) => [field, what]),
);
