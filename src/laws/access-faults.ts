import type { World } from "../case/index.ts";
import { loadedFrom } from "./image.ts";
import { behind, costAt, faultStop, pointing, type Point, type Probe } from "./probe.ts";
import type { Site } from "./sites.ts";

/** What a load, a store or an atomic instruction beyond the end of memory must come to (reference/ckb-vm/memory.md 3). */
export function beyondMemory(site: Site, world: World, point: Point, variant: number): Probe {
  const size = BigInt(world.memorySize);
  const width = BigInt(site.width);
  const addresses = farAddresses(size, width, variant);
  const address = addresses[variant % addresses.length] % 2n ** 64n;
  // A byte cannot lie over the end: then the access is at the end.
  const at = address < size && address + width <= size ? size : address;
  const end = (at + width) % 2n ** 64n;
  // Loads of version 0 look at the end of the access first where it wraps.
  const isLegacy = world.version === 0 && LOAD.test(site.name) && end < at;
  const payload = isLegacy ? end : at >= size ? at : end;
  return {
    what: `${site.kind} beyond memory`,
    pc: site.pc,
    registers: pointing(site, at),
    cycles: costAt(site, world),
    stop: faultStop({ name: "MemOutOfBound", address: payload, kind: "Memory" }),
    changes: behind(site, world, point),
  };
}

/**
 * At the end of memory, over it where that can be, at the far end of the address space and over that; where 32 bits have
 * another sign, or say an address in memory; where 64 bits have another sign. Some are odd.
 */
function farAddresses(size: bigint, width: bigint, variant: number): readonly bigint[] {
  const some = BigInt(variant % 0x7fff_ffff);
  const inside = some % size;
  return [
    size,
    2n ** 31n + some,
    size - width + 1n,
    2n ** 63n,
    2n ** 64n - 1n,
    2n ** 31n,
    2n ** 32n - width,
    2n ** 64n - width + 1n,
    2n ** 32n + inside,
    2n ** 63n + inside,
    2n ** 64n - 2n ** 31n + some,
    2n ** 32n - 1n,
  ];
}

const LOAD = /^l[bhwd]u?$/;

/** The page of code that is stored to, and where in it, so that as little as one byte lies in it at times. */
export function ontoCode(site: Site, world: World, point: Point, page: number, variant: number): Probe | undefined {
  const { memory, pageFlags, registers } = point.finish.state;
  const start = BigInt(page) * 4096n;
  const before = pageFlags?.[page - 1];
  const straddles = site.width > 1 && page > 0 && before !== undefined && (before & EXECUTABLE) === 0;
  const address = straddles && (variant & 1) === 0 ? start - 1n : start + BigInt(variant % 4088);
  const set = pointing(site, address);
  const changes = { ...behind(site, world, point) };
  const probe = {
    what: `${site.kind} to an executable page`,
    pc: site.pc,
    registers: set,
    cycles: costAt(site, world),
    stop: faultStop({ name: "MemWriteOnExecutablePage", page: BigInt(page) }),
  };
  if (!site.name.startsWith("amo")) return { ...probe, changes };
  if (!memory || !registers) return undefined;
  // What an atomic instruction has loaded is in its register before its store fails (semantics.md 1).
  const after = point.snapshot.registers.slice();
  for (const [r, value] of set) after[r] = value;
  after[site.decoded.rd] = loadedFrom(memory, address, site.width);
  return { ...probe, changes: { ...changes, registers: after } };
}

const EXECUTABLE = 2;
