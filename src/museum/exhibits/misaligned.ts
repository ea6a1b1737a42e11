import { FLAG_DIRTY, FLAG_EXECUTABLE, Memory, PAGE_SHIFT, PAGE_SIZE } from "../../machine/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { STORES, STORING } from "../faults/access-names.ts";
import { pagesOf, withFlag, withoutMarking, withoutPermission } from "../faults/pages.ts";
import { withMemory } from "../faults/parts.ts";
import { meaning } from "../meanings.ts";
import { rowsOf } from "../rows.ts";

const { fault } = rowsOf("misaligned");

/** Bytes of the widest store of an instruction. */
const WIDTH_MAX = 8;

/** A store over the end of memory is made as far as memory reaches. */
class PartlyStoringMemory extends Memory {
  override write16(address: number, value: number): void {
    this.#storePart(address, 2, [value]);
    super.write16(address, value);
  }

  override write32(address: number, value: number): void {
    this.#storePart(address, 4, [value]);
    super.write32(address, value);
  }

  override write64(address: number, words: Int32Array, slot: number): void {
    this.#storePart(address, 8, [words[2 * slot], words[2 * slot + 1]]);
    super.write64(address, words, slot);
  }

  #storePart(address: number, length: number, words: readonly number[]): void {
    if (address >= this.size || address + length <= this.size) return;
    const pages = pagesOf(this, address, length);
    if (this.writeXorExecute && withFlag(this, pages, FLAG_EXECUTABLE).length > 0) return;
    for (let k = 0; address + k < this.size; k++) this.write8(address + k, words[k >> 2] >>> (8 * (k & 3)));
  }
}

/** A page that is written for the first time since it came from a source is copied from where the store begins. */
class UnalignedCopyMemory extends Memory {
  protected override prepareWrite(address: number, length: number): void {
    const [page] = pagesOf(this, address, length);
    const copies = page !== undefined && !this.isUntouched(page) && !(this.fetchFlag(page) & FLAG_DIRTY);
    super.prepareWrite(address, length);
    if (!copies) return;
    const count = Math.min(PAGE_SIZE, this.size - address);
    this.pageView(address >>> PAGE_SHIFT).set(this.loadBytes(BigInt(address), count));
  }
}

/** Of the pages of a store only the first one becomes dirty. */
class OnePageMarkedMemory extends Memory {
  protected override prepareWrite(address: number, length: number): void {
    const others = length > WIDTH_MAX ? [] : pagesOf(this, address, length).slice(1);
    withoutMarking(this, others, () => super.prepareWrite(address, length));
  }
}

/** Of the pages of a store only the first one is asked for permission. */
class OnePageAskedMemory extends Memory {
  protected override prepareWrite(address: number, length: number): void {
    const others = length > WIDTH_MAX ? [] : pagesOf(this, address, length).slice(1);
    withoutPermission(this, others, () => super.prepareWrite(address, length));
  }
}

const WIDTHS: Readonly<Record<string, number>> = { sh: 2, sw: 4, sd: 8 };

/** Faults of accesses that are not aligned. */
export const MISALIGNED: readonly (Exhibit | Absent)[] = [
  fault(
    "access-crossing-end-partially-done",
    ["documented", "LekKit/RVVM@5800245"],
    "A store over the end of memory stores what still fits, and is refused then",
    STORING,
    withMemory(PartlyStoringMemory),
  ),
  fault(
    "misaligned-rmw-loses-bytes",
    ["documented", "LekKit/RVVM@eb3ea4f"],
    "A misaligned store clears the other bytes of the aligned doublewords that it touches",
    STORES.split(" "),
    meaning(Object.keys(WIDTHS).join(" "), (right, name) => (h, i) => {
      const start = h.address(i);
      const end = start + WIDTHS[name];
      right(h, i);
      if (start % WIDTHS[name] === 0) return;
      for (let k = start & ~7; k < start; k++) h.store8(k, 0);
      for (let k = end; k % 8 !== 0; k++) h.store8(k, 0);
    }),
  ),
  fault(
    "cow-misaligned-copies-wrong-page",
    ["analogue", "unicorn-engine/unicorn@8d3bf020"],
    "When a page that came from a data source is written first, its bytes are copied from the address of the store on, and not from its own start",
    STORING,
    withMemory(UnalignedCopyMemory),
  ),
  fault(
    "cross-page-write-marks-one-page",
    ["analogue", "AFLplusplus/LibAFL#3252"],
    "A store to two pages makes only the first of them dirty",
    STORING,
    withMemory(OnePageMarkedMemory),
  ),
  fault(
    "cross-page-write-checks-one-page",
    ["plausible", "nervosnetwork/ckb-vm#201"],
    "A store to two pages needs permission for the first of them only",
    STORING,
    withMemory(OnePageAskedMemory),
  ),
];
