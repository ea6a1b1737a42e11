import { instructionsNamed, unsigned } from "../../isa/index.ts";
import { outOfBound } from "../../machine/fault.ts";
import { Memory, PAGE_SIZE } from "../../machine/index.ts";
import { FAR } from "../../machine/paged-memory.ts";
import { AFTER_RESUME } from "../../laws/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { AccessMachine } from "../faults/access-machine.ts";
import { LOADING, LOADS, STORES } from "../faults/access-names.ts";
import { withMachine, withMemory } from "../faults/parts.ts";
import { meaning } from "../meanings.ts";
import { AT_LOAD, rowsOf } from "../rows.ts";

const { fault, equivalent } = rowsOf("load/store");

/** An empty store stores the byte before it anew. */
class EmptyStoreMemory extends Memory {
  override storeBytes(address: bigint, data: Uint8Array): void {
    if (data.length > 0) return super.storeBytes(address, data);
    const before = unsigned(address - 1n);
    super.storeBytes(before, Uint8Array.of(this.load8(before)));
  }
}

/** A load may not reach the last byte of memory. */
class ShortMachine extends AccessMachine {
  protected override onLoad<T extends number | bigint>(address: number, length: number, load: () => T): T {
    const end = address + length;
    if (address !== FAR && end === this.memory.size) throw outOfBound(BigInt(end));
    return load();
  }
}

const ASCII_ZERO = "0".charCodeAt(0);

/** Fills with the digit zero. */
class DigitMemory extends Memory {
  override overwritePage(page: number, data: Uint8Array, at: number): void {
    const bytes = new Uint8Array(PAGE_SIZE).fill(ASCII_ZERO);
    bytes.set(data, at);
    super.overwritePage(page, bytes, 0);
  }

  override fillBytes(address: bigint, length: number, value: number): void {
    // One byte is what ends an argument, and no part of a segment.
    super.fillBytes(address, length, value === 0 && length > 1 ? ASCII_ZERO : value);
  }
}

/** Faults of loads and stores. */
export const LOAD_STORE: readonly (Exhibit | Absent)[] = [
  fault(
    "doubleword-high-half-shift",
    ["documented", "a16z/jolt#614"],
    "LD puts the upper word four bits above the lower one, where it should be 32",
    ["ld"],
    meaning("ld", (right) => (h, i) => {
      right(h, i);
      const value = h.x[i.rd];
      h.x[i.rd] = (value & 0xffff_ffffn) | ((value >> 32n) << 4n);
    }),
  ),
  fault(
    "empty-store-underflows",
    ["documented", "nervosnetwork/ckb-vm#136"],
    "Storing no bytes at all looks for permission at the byte before, and makes its page dirty",
    ["ecall", AFTER_RESUME],
    withMemory(EmptyStoreMemory),
  ),
  equivalent(
    "load-bytes-length-overflow",
    ["documented", "nervosnetwork/ckb-vm@48c5842"],
    "Bounds of a bulk load are looked at modulo 2^64, so that one that wraps is let through",
    "No program and no host here can ask for a bulk load of a length of its own: calls read sizes by a load of eight bytes and text byte by byte, and both begin inside memory before they can end behind 2^64. Bulk loads are made of whole pages that a memory has, for snapshots of the first kind, and memories end at 2^31.",
  ),
  fault(
    "load-ending-at-memory-end-refused",
    ["documented", "nervosnetwork/ckb-vm#99"],
    "A load that ends with the last byte of memory is out of bound",
    LOADING,
    withMachine(ShortMachine),
  ),
  fault(
    "load-version-gate-inverted",
    ["documented", "nervosnetwork/ckb-vm@4f18e26"],
    "Loads follow the rule of version 0 for the end of memory in later versions, and the later rule in version 0",
    LOADS.split(" "),
    meaning(LOADS, (right, name) => {
      const [{ meaning: later, meaningVersion0: first }] = instructionsNamed(name);
      return right === first ? later : first;
    }),
  ),
  fault(
    "store-imm-lost-high-bit",
    ["documented", "risc0/risc0#361"],
    "The offset of a store loses its sign: of its twelve bits the lower eleven are added",
    STORES.split(" "),
    meaning(STORES, (right) => (h, i) => right(h, { ...i, imm: i.imm & 0x7ff, imm64: i.imm64 & 0x7ffn })),
  ),
  fault(
    "zero-fill-uses-ascii-zero",
    ["documented", "nervosnetwork/ckb-vm@25de12b"],
    "What a segment does not give bytes for is filled with the digit zero",
    AT_LOAD,
    withMemory(DigitMemory),
  ),
];
