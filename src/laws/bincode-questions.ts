import { BINCODE } from "../snapshot/encodings.ts";
import type { WorldSnapshot } from "../targets/target.ts";
import { bincodeLayout, type BincodeLayout, type BincodePart } from "./bincode-layout.ts";
import type { Difference } from "./difference.ts";
import { changed, refused, same, type MakeQuestion, type Place } from "./reader-question.ts";
import { writerQuestions } from "./writer-questions.ts";

const U64_MAX = 2n ** 64n - 1n;
/** Counts that no input is long enough for: the largest, and those that a 32-bit or an inexact number loses. */
const COUNTS = [U64_MAX, 2n ** 32n, 2n ** 53n + 1n];

/**
 * What a decoder of bincode must answer about a small snapshot: its bytes are those of the seed, every other number in them
 * is another snapshot, and what was cut off or counted wrong is refused where it stands.
 * @param number decides which bytes are changed and where is cut
 */
export function bincodeQuestions(sample: WorldSnapshot, number: number): MakeQuestion[] {
  const layout = bincodeLayout(sample);
  const { bytes, parts } = layout;
  const counts = parts.filter(({ least }) => least !== undefined);
  const values = parts.filter(({ least }) => least === undefined);
  return [
    () => ({
      kind: "shapes of the seed",
      ask: () => [...writtenAs(sample, bytes), ...same("nothing changed", BINCODE, bytes, sample)],
    }),
    ...values.map((part, k): MakeQuestion => () => ({
      kind: "changed bytes",
      ask: () => withByte(sample, layout, part, number + k),
    })),
    ...parts.map((part, k): MakeQuestion => () => {
      const length = part.at + ((number + k) % part.size);
      return {
        kind: "damaged encodings",
        ask: () => refused(`its first ${length} bytes`, BINCODE, bytes.subarray(0, length), cutAt(parts, length)),
      };
    }),
    ...counts.flatMap((part) =>
      COUNTS.map((count): MakeQuestion => () => ({
        kind: "damaged encodings",
        ask: () =>
          refused(`count ${count}`, BINCODE, withNumber(bytes, part, count), { field: part.field, offset: part.at }),
      })),
    ),
    () => ({
      kind: "damaged encodings",
      ask: () => refused("a byte behind it", BINCODE, Uint8Array.of(...bytes, 0), { field: "", offset: bytes.length }),
    }),
    ...otherLengths(sample),
    ...writerQuestions(BINCODE, sample),
  ];
}

/** What the encoder writes, and what it must. */
function writtenAs(sample: WorldSnapshot, expected: Uint8Array): Difference[] {
  const written = BINCODE.encode(sample);
  if (Buffer.compare(written, expected) === 0) return [];
  const at = expected.findIndex((byte, k) => byte !== written[k]);
  return [
    {
      what: "bincode",
      expected: "the bytes of the seed",
      actual: `others from byte ${at < 0 ? expected.length : at} on`,
    },
  ];
}

/** One byte of a value changed: another value there, and nothing else. */
function withByte(sample: WorldSnapshot, { bytes }: BincodeLayout, part: BincodePart, number: number) {
  const copy = bytes.slice();
  const index = number % part.size;
  copy[part.at + index] ^= 1 << (number % 8);
  const isContent = part.field.endsWith(".content");
  const field = isContent ? `${part.field}[${index}]` : part.field;
  const read = (from: Uint8Array): string => String(isContent ? from[part.at + index] : numberIn(from, part));
  const difference = { what: `snapshot ${field}`, expected: read(bytes), actual: read(copy) };
  return changed(`another byte in ${field}`, BINCODE, copy, sample, difference);
}

/** Lists and contents that are shorter or longer. */
function otherLengths(sample: WorldSnapshot): MakeQuestion[] {
  const { pagesFromSource: sources, dirtyPages: dirty } = sample;
  const last = dirty[dirty.length - 1];
  const content = `dirty_pages[${dirty.length - 1}].content.length`;
  const withContent = (bytes: Uint8Array): WorldSnapshot => ({
    ...sample,
    dirtyPages: [...dirty.slice(0, -1), { ...last, content: bytes }],
  });
  const sizes: readonly (readonly [string, number, number, WorldSnapshot])[] = [
    [
      "pages_from_source.length",
      sources.length,
      sources.length - 1,
      { ...sample, pagesFromSource: sources.slice(0, -1) },
    ],
    [
      "pages_from_source.length",
      sources.length,
      sources.length + 1,
      { ...sample, pagesFromSource: [...sources, ...sources.slice(0, 1)] },
    ],
    ["dirty_pages.length", dirty.length, dirty.length - 1, { ...sample, dirtyPages: dirty.slice(0, -1) }],
    ["dirty_pages.length", dirty.length, dirty.length + 1, { ...sample, dirtyPages: [...dirty, last] }],
    [content, last.content.length, last.content.length - 1, withContent(last.content.slice(0, -1))],
    [content, last.content.length, last.content.length + 1, withContent(Uint8Array.of(...last.content, 0))],
  ];
  return sizes.map(([field, expected, actual, snapshot]): MakeQuestion => () => ({
    kind: "changed bytes",
    ask: () => {
      const difference = { what: `snapshot ${field}`, expected: String(expected), actual: String(actual) };
      return changed(`another ${field}`, BINCODE, bincodeLayout(snapshot).bytes, sample, difference);
    },
  }));
}

/** Where a decoder finds that only `length` bytes are there: no count is believed before what it counts can be there. */
function cutAt(parts: readonly BincodePart[], length: number): Place {
  const found = parts.find(({ at, size, least = 0 }) => at + size + least > length);
  return { field: found?.field ?? "", offset: found?.at ?? length };
}

function withNumber(bytes: Uint8Array, { at }: BincodePart, value: bigint): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setBigUint64(at, value, true);
  return copy;
}

function numberIn(bytes: Uint8Array, { at, size }: BincodePart): bigint {
  let value = 0n;
  for (let k = size - 1; k >= 0; k--) value = (value << 8n) | BigInt(bytes[at + k]);
  return value;
}
