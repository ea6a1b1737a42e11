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
 * @returns the groups, those with named sections in the order of `addresses`, or a message if a section cannot stand
 * where it should.
 */
export function placeSections(
  sections: Iterable<Section>,
  base: bigint,
  addresses: Readonly<Record<string, bigint>>,
): Group[] | string {
  if (base < 0n || base % BigInt(PAGE_BYTES) !== 0n) return `the base address must be a multiple of ${PAGE_BYTES}`;
  const allocated = [...sections].filter(({ flags, totalSize }) => flags.allocated && totalSize > 0);
  const order = new Map(Object.keys(addresses).map((name, k) => [name, k]));
  const groups: Group[] = [];
  /** Where each group comes among all: where its named section says, or right behind the group before it. */
  const ranks = new Map<Group, number>();
  let rank = -1;
  let next = base;
  for (const flags of [READABLE | EXECUTABLE, READABLE | EXECUTABLE | WRITABLE, READABLE, READABLE | WRITABLE]) {
    const members = allocated.filter((section) => flagsOf(section) === flags);
    let group: Group | undefined;
    for (const section of inMemoryOrder(members, order)) {
      const wanted = Object.hasOwn(addresses, section.name) ? addresses[section.name] : undefined;
      if (!group || wanted !== undefined) {
        next = wanted ?? roundUp(next, BigInt(Math.max(PAGE_BYTES, section.alignment)));
        group = { flags, address: next, sections: [] };
        groups.push(group);
        rank = order.get(section.name) ?? rank;
        ranks.set(group, rank);
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
  return overlap(groups) ?? groups.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/**
 * What holds no bytes comes last, so that the file need not hold it: behind all, or, if it was opened after a section
 * with an address of its own, behind what follows that one.
 */
function inMemoryOrder(members: readonly Section[], named: ReadonlyMap<string, number>): Section[] {
  const runs: Section[][] = [[]];
  for (const section of members) {
    if (named.has(section.name)) runs.push([section]);
    else runs[runs.length - 1].push(section);
  }
  const early = runs.length > 1 ? runs[0].filter(({ flags }) => flags.nobits) : [];
  if (early.length > 0) runs[0] = runs[0].filter(({ flags }) => !flags.nobits);
  runs[runs.length - 1].push(...early);
  return runs.flatMap((run) => run.sort((a, b) => Number(a.flags.nobits) - Number(b.flags.nobits)));
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
