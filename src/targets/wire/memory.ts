import { PAGE_SIZE } from "../../machine/index.ts";
import type { MemoryImage } from "../target.ts";

const ZEROES = new Uint8Array(PAGE_SIZE);

/** Bytes of one page. */
interface Part {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** Memory as a target sent it: what it did not send is zero. */
export class SentMemory implements MemoryImage {
  readonly isConstant = true;
  readonly pageCount: number;
  /** What was put on each page. Pages are made when they are looked at, which those of equal memories never are. */
  readonly #parts = new Map<number, Part[]>();
  readonly #pages = new Map<number, Uint8Array>();

  /** @param size bytes, a multiple of 4096 */
  constructor(size: number) {
    this.pageCount = size / PAGE_SIZE;
  }

  isUntouched(page: number): boolean {
    return !this.#parts.has(page);
  }

  pageView(page: number): Uint8Array {
    const parts = this.#parts.get(page);
    if (!parts) return ZEROES;
    let view = this.#pages.get(page);
    if (!view) {
      this.#pages.set(page, (view = new Uint8Array(PAGE_SIZE)));
      for (const { offset, bytes } of parts) view.set(bytes, offset);
    }
    return view;
  }

  /** Puts bytes at an address, before any page is looked at; they must fit, and stay as they are. */
  put(address: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      const page = Math.floor((address + done) / PAGE_SIZE);
      const offset = (address + done) % PAGE_SIZE;
      const part = bytes.subarray(done, done + PAGE_SIZE - offset);
      const parts = this.#parts.get(page);
      if (parts) parts.push({ offset, bytes: part });
      else this.#parts.set(page, [{ offset, bytes: part }]);
      done += part.length;
    }
  }
}

/** What of a memory has to be sent: of each page, everything from its first to its last byte that is not zero. */
export function* spans(memory: MemoryImage): Generator<{ address: bigint; bytes: Uint8Array }> {
  for (let page = 0; page < memory.pageCount; page++) {
    if (memory.isUntouched(page)) continue;
    const bytes = memory.pageView(page);
    const first = bytes.findIndex((byte) => byte !== 0);
    if (first < 0) continue;
    const last = bytes.findLastIndex((byte) => byte !== 0);
    yield { address: BigInt(page * PAGE_SIZE + first), bytes: bytes.subarray(first, last + 1) };
  }
}
