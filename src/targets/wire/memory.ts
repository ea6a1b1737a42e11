import { PAGE_SIZE } from "../../machine/index.ts";
import type { MemoryImage } from "../target.ts";

const ZEROES = new Uint8Array(PAGE_SIZE);

/** Memory as a target sent it: what it did not send is zero. */
export class SentMemory implements MemoryImage {
  readonly pageCount: number;
  readonly #pages = new Map<number, Uint8Array>();

  /** @param size bytes, a multiple of 4096 */
  constructor(size: number) {
    this.pageCount = size / PAGE_SIZE;
  }

  isUntouched(page: number): boolean {
    return !this.#pages.has(page);
  }

  pageView(page: number): Uint8Array {
    return this.#pages.get(page) ?? ZEROES;
  }

  /** Puts bytes at an address; they must fit. */
  put(address: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      const page = Math.floor((address + done) / PAGE_SIZE);
      const offset = (address + done) % PAGE_SIZE;
      const part = bytes.subarray(done, done + PAGE_SIZE - offset);
      this.#own(page).set(part, offset);
      done += part.length;
    }
  }

  #own(page: number): Uint8Array {
    let bytes = this.#pages.get(page);
    if (!bytes) this.#pages.set(page, (bytes = new Uint8Array(PAGE_SIZE)));
    return bytes;
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
