/** Mutants of one file that nothing can or should notice, and why. */
export interface Explained {
  readonly reason: string;
  /** As `npm run mutation` prints them; `×3` behind one stands for three with the same text. */
  readonly mutants: readonly string[];
}

/** By file. A survivor that is not here fails `npm run mutation`, and so does an entry that does not survive. */
export const SURVIVORS: Readonly<Record<string, readonly Explained[]>> = {
  "src/isa/shift.ts": [
    {
      reason: "Equivalent: JavaScript takes shift amounts modulo 32.",
      mutants: ["ArithmeticOperator: amount - 32 → amount + 32 ×3"],
    },
  ],
  "src/snapshot/bincode-writer.ts": [
    {
      reason: "Equivalent: how far the buffer grows is a matter of speed; it always holds what is written.",
      mutants: [
        "ArithmeticOperator: 2 * this.#bytes.length → 2 / this.#bytes.length",
        "EqualityOperator: this.#length > this.#bytes.length → this.#length >= this.#bytes.length",
      ],
    },
  ],
  "src/snapshot/compare.ts": [
    {
      reason: "Equivalent: a short cut; the loop behind it finds no difference in equal bytes either.",
      mutants: ["ConditionalExpression: Buffer.compare(a, b) === 0 → false"],
    },
  ],
  "src/snapshot/context.ts": [
    {
      reason: "Equivalent: at the boundary both sides give the same value.",
      mutants: [
        "EqualityOperator: fileLength < room → fileLength <= room",
        "EqualityOperator: machine.memory.size > MEMORY_SIZE_DEFAULT → machine.memory.size >= MEMORY_SIZE_DEFAULT",
      ],
    },
    {
      reason: "Equivalent: without whole pages the count is zero or less, and the loop does nothing.",
      mutants: [
        "EqualityOperator: length < lead → length <= lead",
        "ConditionalExpression: length < lead → false",
        "ConditionalExpression: data.length === 0 → false",
      ],
    },
  ],
  "src/snapshot/data-source.ts": [
    {
      reason: "Equivalent: at the boundary both sides are the same, and subarray cuts what lies behind the end.",
      mutants: [
        "EqualityOperator: offset < piece.length → offset <= piece.length",
        "ConditionalExpression: length > rest → false",
        "EqualityOperator: length > rest → length >= rest",
      ],
    },
  ],
  "src/snapshot/json-bytes.ts": [
    {
      reason: "Equivalent: comparisons with undefined are false; the test is there for the types.",
      mutants: ["ConditionalExpression: byte !== undefined → true"],
    },
  ],
  "src/snapshot/json-reader.ts": [
    {
      reason: "Equivalent: a blank is never the byte that is not expected, peek passes over it.",
      mutants: ["EqualityOperator: byte > 0x20 → byte >= 0x20"],
    },
    {
      reason: "Equivalent: every number of so many digits is above any maximum that is asked for, and refused as such.",
      mutants: [
        "EqualityOperator: this.#at - start > SAFE_DIGITS → this.#at - start >= SAFE_DIGITS",
        "ConditionalExpression: this.#at - start > SAFE_DIGITS → false",
        "ConditionalExpression: this.#at - start > U64_DIGITS → false",
      ],
    },
    {
      reason: "Equivalent: the slow way gives the same.",
      mutants: [
        "ConditionalExpression: this.#at - start <= SAFE_DIGITS → false",
        "EqualityOperator: this.#at - start <= SAFE_DIGITS → this.#at - start < SAFE_DIGITS",
        "ArithmeticOperator: this.#at - start → this.#at + start",
        "BlockStatement: { let value = 0; for (let at = start; at < this.#at; at++) value = 10 * value + this.#byte… → {}",
        "ConditionalExpression: !raw.includes(JSON_BYTE.backslash) → false",
      ],
    },
  ],
  "src/snapshot/json-skip.ts": [
    {
      reason: "Equivalent: where the list is empty, the loop was left before.",
      mutants: ["EqualityOperator: closing.length > 0 → closing.length >= 0"],
    },
    {
      reason: "Equivalent: undefined is none of the escapes; the test is there for the types.",
      mutants: ["ConditionalExpression: byte === undefined → false"],
    },
  ],
  "src/snapshot/list-codecs.ts": [
    {
      reason:
        "Nothing reads it: the least size of an element bounds counts of lists, and there is no list of register files.",
      mutants: ["ArithmeticOperator: 8 * length → 8 / length"],
    },
  ],
  "src/snapshot/runs.ts": [
    {
      reason: "Equivalent: only speed; four clean pages that are looked at one by one are clean.",
      mutants: [
        "ConditionalExpression: (page & 3) === 0 && page >>> 2 < quads.length && (quads[page >>> 2] & DIRTY_QUAD) === 0 → false",
        "BlockStatement: { page += 3; continue; } → {}",
      ],
    },
    {
      reason: "Equivalent: a page inside a quad is only reached if the quad is not clean.",
      mutants: ["ConditionalExpression: (page & 3) === 0 → true"],
    },
    {
      reason: "Equivalent: behind the last flag is undefined, which has no dirty bit.",
      mutants: ["EqualityOperator: page < flags.length → page <= flags.length"],
    },
    {
      reason:
        "Equivalent: no runs give no bytes; a page that was never touched reads as zeroes, which are there already.",
      mutants: ["ConditionalExpression: total === 0 → false", "ConditionalExpression: !memory.isUntouched(k) → true"],
    },
    {
      reason: "Equivalent: sorting what is in order changes nothing, and no page is there twice.",
      mutants: [
        "UnaryOperator: -1 → +1",
        "ConditionalExpression: page < last → true",
        "EqualityOperator: page < last → page >= last",
        "EqualityOperator: page < last → page <= last",
      ],
    },
  ],
  "src/snapshot/scalar-codecs.ts": [
    {
      reason: "Equivalent but for memory: empty bytes of their own instead of those that all share.",
      mutants: ["ConditionalExpression: count === 0 → false", "ConditionalExpression: value.length === 0 → false"],
    },
  ],
  "src/snapshot/strict.ts": [
    {
      reason: "Equivalent: at the boundary both sides are the same.",
      mutants: ["EqualityOperator: length > fullLength → length >= fullLength"],
    },
    {
      reason: "Equivalent: each page is looked at, and none is refused where there are no digests.",
      mutants: ["ConditionalExpression: !this.#digests → false"],
    },
  ],
};
