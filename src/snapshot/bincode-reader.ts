import { SnapshotDecodeError, type PathStep } from "./decode-error.ts";

/** Reads what bincode 1.x wrote. Every read is checked; no count is believed before its bytes are there. */
export class BincodeReader {
  /** Where in the snapshot the reader is, for errors. */
  readonly path: PathStep[] = [];
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Bytes not read yet. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  readU8(): number {
    return this.#bytes[this.#take(1)];
  }

  readU32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  readU64(): bigint {
    return this.#view.getBigUint64(this.#take(8), true);
  }

  /** The number of elements that follow, of which each takes at least `elementSize` bytes. */
  readCount(elementSize: number): number {
    const count = this.readU64();
    const most = Math.floor(this.left / elementSize);
    if (count > most) throw this.error(`count ${count}, but at most ${most} fit in the ${this.left} bytes left`, 8);
    return Number(count);
  }

  /** The next `count` bytes, live: copy before giving them out. */
  readRaw(count: number): Uint8Array {
    const at = this.#take(count);
    return this.#bytes.subarray(at, at + count);
  }

  /** An error at this place, or `back` bytes before it. */
  error(reason: string, back = 0): SnapshotDecodeError {
    return new SnapshotDecodeError(this.path, this.#at - back, reason);
  }

  #take(count: number): number {
    if (count > this.left) throw this.error(`${count} bytes wanted, ${this.left} left`);
    const at = this.#at;
    this.#at += count;
    return at;
  }
}
