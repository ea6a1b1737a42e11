// Snapshots that differ in exactly one thing.
import type { WorldSnapshot } from "../../src/targets/target.ts";
import { BITS, PAGE, type Change } from "./finish-changes.ts";

/** A snapshot with something in every field. */
export function snapshotOf(): WorldSnapshot {
  return {
    pagesFromSource: [
      { address: 0x1000n, flag: 3, id: 7n, offset: 0n, length: 0x2000n },
      { address: 0x8000n, flag: 0, id: 2n ** 63n, offset: 0x1000n, length: 0x1000n },
    ],
    dirtyPages: [
      { address: 0x4000n, flag: 4, content: new Uint8Array(PAGE) },
      { address: 0xa000n, flag: 5, content: new Uint8Array(2 * PAGE).fill(9) },
    ],
    version: 2,
    registers: BigUint64Array.from({ length: 32 }, (_, r) => BigInt(r)),
    pc: 1n,
    cycles: 2n,
    maxCycles: 3n,
    loadReservationAddress: 4n,
  };
}

type Runs = "pagesFromSource" | "dirtyPages";

function changeRun(
  list: Runs,
  index: number,
  change: (run: Record<string, unknown>) => object,
): (s: WorldSnapshot) => WorldSnapshot {
  return (s) => ({ ...s, [list]: s[list].map((run, k) => (k === index ? { ...run, ...change({ ...run }) } : run)) });
}

/** Changes of one field each, or of one element of a list. */
export function snapshotChanges(): Change<WorldSnapshot>[] {
  const changes: Change<WorldSnapshot>[] = [
    ["version", (s) => ({ ...s, version: 1 })],
    ["registers.length", (s) => ({ ...s, registers: BigUint64Array.from([...s.registers, 0n]) })],
  ];
  const numbers = [
    ["pc", "pc"],
    ["cycles", "cycles"],
    ["maxCycles", "max_cycles"],
    ["loadReservationAddress", "load_reservation_address"],
  ] as const;
  for (const [key, name] of numbers) {
    for (const bit of BITS) changes.push([name, (s) => ({ ...s, [key]: s[key] ^ (1n << bit) })]);
  }
  for (let r = 0; r < 32; r++) {
    for (const bit of [0n, 63n]) {
      const flip = (v: bigint, k: number): bigint => (k === r ? v ^ (1n << bit) : v);
      changes.push([`registers[${r}]`, (s) => ({ ...s, registers: s.registers.map(flip) })]);
    }
  }
  for (const k of [0, 1]) {
    for (const field of ["address", "id", "offset", "length"]) {
      const change = changeRun("pagesFromSource", k, (run) => ({ [field]: (run[field] as bigint) ^ (1n << 12n) }));
      changes.push([`pages_from_source[${k}].${field}`, change]);
    }
    for (const bit of [1, 4, 128]) {
      const flag = (run: Record<string, unknown>): object => ({ flag: (run["flag"] as number) ^ bit });
      changes.push([`pages_from_source[${k}].flag`, changeRun("pagesFromSource", k, flag)]);
      changes.push([`dirty_pages[${k}].flag`, changeRun("dirtyPages", k, flag)]);
    }
    const moved = changeRun("dirtyPages", k, (run) => ({ address: (run["address"] as bigint) + 0x1000n }));
    changes.push([`dirty_pages[${k}].address`, moved]);
    for (const at of [0, 1, 4095]) {
      const flip = (run: Record<string, unknown>): object => ({
        content: (run["content"] as Uint8Array).map((byte, j) => (j === at ? byte ^ 0x80 : byte)),
      });
      changes.push([`dirty_pages[${k}].content[${at}]`, changeRun("dirtyPages", k, flip)]);
    }
    const longer = (run: Record<string, unknown>): object => ({
      content: Buffer.concat([run["content"] as Uint8Array, new Uint8Array(1)]),
    });
    changes.push([`dirty_pages[${k}].content.length`, changeRun("dirtyPages", k, longer)]);
  }
  changes.push(
    ["pages_from_source.length", (s) => ({ ...s, pagesFromSource: s.pagesFromSource.slice(0, 1) })],
    ["pages_from_source.length", (s) => ({ ...s, pagesFromSource: [...s.pagesFromSource, s.pagesFromSource[0]] })],
    ["dirty_pages.length", (s) => ({ ...s, dirtyPages: s.dirtyPages.slice(0, 1) })],
    ["dirty_pages.length", (s) => ({ ...s, dirtyPages: [...s.dirtyPages, s.dirtyPages[0]] })],
  );
  return changes;
}
