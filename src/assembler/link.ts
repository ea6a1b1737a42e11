import type { Section } from "./section.ts";

/** What a segment may be used for: the bits of p_flags. */
export const EXECUTABLE = 1;
export const WRITABLE = 2;
export const READABLE = 4;

export const PAGE_BYTES = 4096;

/** Sections that stand one after the other in memory. */
export interface Group {
  readonly flags: number;
  readonly address: bigint;
  readonly sections: Section[];
}

/**
 * Gives every allocated section its address: code, then read-only data, then data, each from a new page on, the first
 * one from `base` on. A section named in `addresses` stands there, and what follows it in its group follows it in memory.
 * @returns the groups, or a message if a section cannot stand where it should.
 */
export function placeSections(
  sections: Iterable<Section>,
  base: bigint,
  addresses: Readonly<Record<string, bigint>>,
): Group[] | string {
  if (base < 0n || base % BigInt(PAGE_BYTES) !== 0n) return `the base address must be a multiple of ${PAGE_BYTES}`;
  const allocated = [...sections].filter(({ flags, totalSize }) => flags.allocated && totalSize > 0);
  const groups: Group[] = [];
  let next = base;
  for (const flags of [READABLE | EXECUTABLE, READABLE | EXECUTABLE | WRITABLE, READABLE, READABLE | WRITABLE]) {
    const members = allocated.filter((section) => flagsOf(section) === flags);
    // What holds no bytes comes last, so that the file need not hold it.
    members.sort((a, b) => Number(a.flags.nobits) - Number(b.flags.nobits));
    let group: Group | undefined;
    for (const section of members) {
      const wanted = Object.hasOwn(addresses, section.name) ? addresses[section.name] : undefined;
      if (!group || wanted !== undefined) {
        next = wanted ?? roundUp(next, BigInt(Math.max(PAGE_BYTES, section.alignment)));
        group = { flags, address: next, sections: [] };
        groups.push(group);
      }
      next = roundUp(next, BigInt(section.alignment));
      if (wanted !== undefined && next !== wanted) {
        return `section ${section.name} needs an address that is a multiple of ${section.alignment}`;
      }
      section.address = next;
      group.sections.push(section);
      next += BigInt(section.totalSize);
    }
  }
  return overlap(groups) ?? groups;
}

function flagsOf({ flags }: Section): number {
  return READABLE | (flags.writable ? WRITABLE : 0) | (flags.executable ? EXECUTABLE : 0);
}

export function roundUp(value: bigint, to: bigint): bigint {
  return ((value + to - 1n) / to) * to;
}

function overlap(groups: readonly Group[]): string | undefined {
  const all = groups.flatMap(({ sections }) => sections).toSorted((a, b) => (a.address < b.address ? -1 : 1));
  for (let k = 0; k < all.length; k++) {
    const { name, address, totalSize } = all[k];
    const end = address + BigInt(totalSize);
    if (address < 0n || end > 1n << 64n) return `section ${name} does not fit into the address space`;
    if (k + 1 < all.length && all[k + 1].address < end) return `sections ${name} and ${all[k + 1].name} overlap`;
  }
  return undefined;
}
