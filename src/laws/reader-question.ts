import type { Encoding } from "../snapshot/encodings.ts";
import type { WorldSnapshot } from "../targets/target.ts";
import type { Difference } from "./difference.ts";
import { snapshotDifference } from "./snapshot-difference.ts";

/** Something that is asked of an encoding; gives what is wrong with the answer. */
export interface ReaderQuestion {
  /** What kind of question it is, for the evidence. */
  readonly kind: "other spellings" | "changed bytes" | "damaged encodings" | "shapes of the seed" | "unfit values";
  readonly ask: () => readonly Difference[];
}

/** One question, made when it is its turn. */
export type MakeQuestion = () => ReaderQuestion;

/** Where an error must be. */
export interface Place {
  /** Left out where several names are right. */
  readonly field?: string;
  /** Byte of the input. */
  readonly offset: number;
}

/** Bytes that must be read as `expected`. @param what what was done to them, for people */
export function same(
  what: string,
  { name, decode }: Encoding,
  bytes: Uint8Array,
  expected: WorldSnapshot,
): readonly Difference[] {
  const title = `${name} with ${what}`;
  try {
    return snapshotDifference(expected, decode(bytes)).map((each) => ({ ...each, what: `${title}: ${each.what}` }));
  } catch (error) {
    return [{ what: title, expected: "the same snapshot", actual: textOf(error) }];
  }
}

/** Bytes that must be read as a snapshot which differs from `original` first in `difference`. */
export function changed(
  what: string,
  { name, decode }: Encoding,
  bytes: Uint8Array,
  original: WorldSnapshot,
  difference: Difference,
): readonly Difference[] {
  const title = `${name} with ${what}`;
  let found: Difference | undefined;
  try {
    [found] = snapshotDifference(original, decode(bytes));
  } catch (error) {
    return [{ what: title, expected: textOfDifference(difference), actual: textOf(error) }];
  }
  const [expected, actual] = [textOfDifference(difference), textOfDifference(found)];
  return expected === actual ? [] : [{ what: title, expected, actual }];
}

/** Bytes that must be refused as no snapshot, with the place. */
export function refused(
  what: string,
  { name, decode }: Encoding,
  bytes: Uint8Array,
  place: Place,
): readonly Difference[] {
  const title = `${name} with ${what}`;
  const expected = `refused at byte ${place.offset}${place.field === undefined ? "" : ` in ${place.field || "the whole"}`}`;
  try {
    decode(bytes);
  } catch (error) {
    const { name: kind, path, offset } = error as Partial<Record<"name" | "path" | "offset", unknown>>;
    const isThere = offset === place.offset && (place.field === undefined || path === place.field);
    if (kind === "SnapshotDecodeError" && isThere) return [];
    return [{ what: title, expected, actual: textOf(error) }];
  }
  return [{ what: title, expected, actual: "read as a snapshot" }];
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function textOfDifference(difference: Difference | undefined): string {
  return difference ? `${difference.what}: ${difference.expected}, then ${difference.actual}` : "the same snapshot";
}
