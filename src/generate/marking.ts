import type { DataSegment, GeneratedProgram } from "./program.ts";
import { ELF_HEADER, type Spoiling } from "./spoiling.ts";

/**
 * True if pages of a program that come whole from its file can be tracked as such when it is loaded: they hold that then.
 * Tracking looks at the program headers only (reference/ckb-vm/snapshot.md 4), not at what a later segment put there, nor
 * whether a size wrapped.
 */
export function mayBeMarked({ data, spoiling }: GeneratedProgram): boolean {
  return (spoiling === undefined || keepsHeaders(spoiling)) && !overlaps(data);
}

function keepsHeaders({ fields }: Spoiling): boolean {
  return fields.every(({ header, field }) => header === ELF_HEADER && field !== "phoff");
}

/** True if two segments have a byte of memory in common. */
export function overlaps(data: readonly DataSegment[]): boolean {
  for (let k = 1; k < data.length; k++) {
    const { address, memoryBytes } = data[k];
    for (let n = 0; n < k; n++) {
      if (address < data[n].address + data[n].memoryBytes && address + memoryBytes > data[n].address) return true;
    }
  }
  return false;
}
