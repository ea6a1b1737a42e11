import { FaultError, PAGE_SIZE } from "../machine/index.ts";
import type { LoadedData } from "./data-source.ts";
import type { SameId } from "./snapshot2.ts";

const PAGE = BigInt(PAGE_SIZE);

/**
 * Digests of the pages that sources gave, by piece and offset. Contexts that share them notice when a source gives other
 * bytes to one than it gave to another; a context that has them to itself notices it between its own loads. Only pages that
 * were tracked are remembered: 32 bytes each.
 */
export class SourceDigests<I> {
  readonly #pieces: { readonly id: I; readonly pages: Map<bigint, Buffer> }[] = [];
  readonly #sameId: SameId<I>;

  constructor(sameId: SameId<I> = (a, b) => a === b) {
    this.#sameId = sameId;
  }

  /** Pages remembered. */
  get size(): number {
    return this.#pieces.reduce((sum, { pages }) => sum + pages.size, 0);
  }

  /** False if the page of piece `id` at `offset` was seen before with other bytes; `page` is remembered if it was not seen. */
  agrees(id: I, offset: bigint, page: Uint8Array, remember: boolean): boolean {
    let piece = this.#pieces.find((each) => this.#sameId(each.id, id));
    const known = piece?.pages.get(offset);
    if (!known && !remember) return true;
    // Loaded here: it takes longer than most of a start, and few runs compare digests.
    const { createHash } = process.getBuiltinModule("node:crypto");
    const digest = createHash("sha256").update(page).digest();
    if (known) return known.equals(digest);
    if (!piece) this.#pieces.push((piece = { id, pages: new Map() }));
    piece.pages.set(offset, digest);
    return true;
  }
}

/** What a strict context refuses beside answers of the wrong length. */
export interface StrictOptions<I> {
  /** Also refuses pages that are not what they were when they were tracked. */
  readonly digests?: SourceDigests<I>;
}

/**
 * The checks of a strict context, which the seed does not make (reference/ckb-vm/snapshot.md 6.2). Each failure is a fault
 * `External` whose text names piece and offset.
 */
export class StrictChecks<I> {
  readonly #digests: SourceDigests<I> | undefined;

  constructor({ digests }: StrictOptions<I>) {
    this.#digests = digests;
  }

  /** A call asked for bytes: what the source gives is what there is, no more and no less. @throws FaultError External */
  asked(id: I, offset: bigint, length: bigint, { data, fullLength }: LoadedData): void {
    const wanted = length === 0n || length > fullLength ? fullLength : length;
    if (BigInt(data.length) !== wanted) throw refused(id, offset, `${wanted} bytes wanted, ${data.length} given`);
  }

  /** A snapshot names bytes: all of them, and at least a page, must be there. @throws FaultError External */
  named(id: I, offset: bigint, length: bigint, { data }: LoadedData): void {
    if (length === 0n) throw refused(id, offset, "no bytes wanted");
    if (BigInt(data.length) !== length) throw refused(id, offset, `${length} bytes wanted, ${data.length} given`);
  }

  /** Whole pages of a piece, `lead` bytes behind `offset`, are what they were. @throws FaultError External */
  unchanged(id: I, offset: bigint, lead: bigint, data: Uint8Array): void {
    if (!this.#digests) return;
    for (let at = Number(lead); at + PAGE_SIZE <= data.length; at += PAGE_SIZE) {
      this.page(id, BigInt.asUintN(64, offset + BigInt(at)), data.subarray(at, at + PAGE_SIZE), false);
    }
  }

  /** The page of a piece at `offset` is what it was. @throws FaultError External */
  page(id: I, offset: bigint, bytes: Uint8Array, remember: boolean): void {
    if (!this.#digests || this.#digests.agrees(id, offset, bytes, remember)) return;
    throw refused(id, offset, "the page is not what it was when it was tracked");
  }
}

function refused(id: unknown, offset: bigint, reason: string): FaultError {
  return new FaultError({ name: "External", text: `data piece ${String(id)} at offset ${offset}: ${reason}` });
}

/** Bytes before the first whole page of what is stored at `address`. */
export function leadOf(address: bigint): bigint {
  return (PAGE - (address % PAGE)) % PAGE;
}
