import type { WorldSnapshot } from "../targets/target.ts";
import type { Difference } from "./difference.ts";

const REGISTERS = 32;

/** The first value of a snapshot that does not fit its type (reference/ckb-vm/snapshot.md 3): it cannot be written. */
export function misfitOf(snapshot: WorldSnapshot): Difference | undefined {
  const { pagesFromSource, dirtyPages, registers } = snapshot;
  const misfit = (field: string, bits: number, value: bigint | number): Difference[] =>
    isWithin(value, bits) ? [] : [{ what: `snapshot ${field}`, expected: `${bits} bits`, actual: `${value}` }];
  if (registers.length !== REGISTERS) {
    return { what: "snapshot registers", expected: `${REGISTERS} of them`, actual: `${registers.length}` };
  }
  const found = [
    ...pagesFromSource.flatMap(({ address, flag, id, offset, length }, k) => [
      ...misfit(`pages_from_source[${k}].address`, 64, address),
      ...misfit(`pages_from_source[${k}].flag`, 8, flag),
      ...misfit(`pages_from_source[${k}].id`, 64, id),
      ...misfit(`pages_from_source[${k}].offset`, 64, offset),
      ...misfit(`pages_from_source[${k}].length`, 64, length),
    ]),
    ...dirtyPages.flatMap(({ address, flag }, k) => [
      ...misfit(`dirty_pages[${k}].address`, 64, address),
      ...misfit(`dirty_pages[${k}].flag`, 8, flag),
    ]),
    ...misfit("version", 32, snapshot.version),
    ...misfit("pc", 64, snapshot.pc),
    ...misfit("cycles", 64, snapshot.cycles),
    ...misfit("max_cycles", 64, snapshot.maxCycles),
    ...misfit("load_reservation_address", 64, snapshot.loadReservationAddress),
  ];
  return found[0];
}

function isWithin(value: bigint | number, bits: number): boolean {
  if (typeof value === "bigint") return value >= 0n && value >> BigInt(bits) === 0n;
  return Number.isInteger(value) && value >= 0 && value < 2 ** bits;
}
