import type { Extension } from "./instruction.ts";

/** ISA set bits as CKB-VM numbers them (reference/ckb-vm/README.md 4). IMC is always on; other bits are ignored. */
export const ISA_IMC = 0;
export const ISA_B = 1;
export const ISA_MOP = 2;
export const ISA_A = 4;

/** A combination of `ISA_B`, `ISA_MOP` and `ISA_A`. */
export type IsaSet = number;

/** The VM versions. Larger numbers behave like 2. */
export type VmVersion = 0 | 1 | 2;

/** True if instructions of `extension` are switched on in `isa`. */
export function isEnabled(extension: Extension, isa: IsaSet): boolean {
  if (extension === "A") return (isa & ISA_A) !== 0;
  return extension.startsWith("Zb") ? (isa & ISA_B) !== 0 : true;
}
