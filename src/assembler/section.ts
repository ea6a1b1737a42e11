import type { Fragment, Region, SectionFlags, Variable } from "./model.ts";
import type { SourceLine } from "./source.ts";

/** One section of the program while it is being assembled. */
export class Section implements Region {
  readonly name: string;
  readonly flags: SectionFlags;
  /** Alignment in bytes: the largest that was asked for. */
  alignment: number;
  /** The fixed bytes of all fragments, one after the other; unused where `flags.nobits`. */
  bytes: Uint8Array;
  /** Number of fixed bytes. */
  size = 0;
  readonly fragments: Fragment[] = [];
  fragment: Fragment;
  /** Final size in bytes, and address in memory; set by layout and link. */
  totalSize = 0;
  address = 0n;

  constructor(name: string, flags: SectionFlags) {
    this.name = name;
    this.flags = flags;
    this.alignment = 1;
    this.bytes = new Uint8Array(flags.nobits ? 0 : 256);
    this.fragment = this.open();
  }

  private open(): Fragment {
    const fragment: Fragment = {
      section: this,
      start: this.size,
      size: 0,
      variable: undefined,
      variableSize: 0,
      source: undefined,
      column: 0,
      offset: 0,
    };
    this.fragments.push(fragment);
    this.fragment = fragment;
    return fragment;
  }

  /** Ends the current fragment with a part whose size is not known yet. */
  close(variable: Variable, source: SourceLine, column: number): void {
    const { fragment } = this;
    fragment.variable = variable;
    fragment.source = source;
    fragment.column = column;
    this.open();
  }

  /** True while all before the current position has a known size: the position is then `size`. */
  get fixed(): boolean {
    return this.fragments.length === 1;
  }

  /** Makes room for `count` bytes and returns the index of the first one in `bytes`. */
  reserve(count: number): number {
    const at = this.size;
    const size = at + count;
    if (size > this.bytes.length && !this.flags.nobits) {
      const grown = new Uint8Array(Math.max(size, 2 * this.bytes.length));
      grown.set(this.bytes.subarray(0, at));
      this.bytes = grown;
    }
    this.size = size;
    this.fragment.size += count;
    return at;
  }

  align(bytes: number): void {
    if (bytes > this.alignment) this.alignment = bytes;
  }
}

/** Writes the low `count` (1 to 4) bytes of `value`, little-endian. */
export function writeBytes(bytes: Uint8Array, at: number, value: number, count: number): void {
  for (let k = 0; k < count; k++) bytes[at + k] = value >>> (8 * k);
}

/** Writes the low `count` (1 to 8) bytes of `value`, little-endian. */
export function writeBigBytes(bytes: Uint8Array, at: number, value: bigint, count: number): void {
  writeBytes(bytes, at, Number(BigInt.asIntN(32, value)), Math.min(count, 4));
  if (count > 4) writeBytes(bytes, at + 4, Number(BigInt.asIntN(32, value >> 32n)), count - 4);
}
