import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { FaultError } from "../../src/machine/index.ts";
import {
  decodeBincode,
  decodeBincode1,
  decodeJson,
  encodeBincode,
  encodeBincode1,
  encodeJson,
  makeSnapshot1,
  resumeSnapshot1,
  SnapshotDecodeError,
  u64Id,
} from "../../src/snapshot/index.ts";
import { coherent, PAGES, type Pair } from "./actions.ts";
import { newContext, newMachine } from "./machines.ts";

/** Each of these is one way to damage bytes. */
const damage: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> = fc
  .tuple(
    fc.constantFrom("bit", "byte", "cut", "huge", "splice", "repeat", "add"),
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    fc.boolean(),
  )
  .map(([kind, first, second, nearEnd]) => (bytes: Uint8Array): Uint8Array => {
    // Mostly in the head or tail, where counts, addresses and registers stand; content in between is most of the bytes.
    const window = Math.min(bytes.length, 400);
    const base = nearEnd ? bytes.length - window : 0;
    const [at, other] = [base + Math.floor(first * window), Math.floor(second * bytes.length)];
    const copy = bytes.slice();
    switch (kind) {
      case "bit":
        copy[at] ^= 1 << Math.floor(second * 8);
        return copy;
      case "byte":
        copy[at] = Math.floor(second * 256);
        return copy;
      case "cut":
        return bytes.slice(0, Math.floor(first * bytes.length));
      case "huge":
        copy.set(HUGE[Math.floor(second * HUGE.length)].subarray(0, copy.length - at), at);
        return copy;
      case "splice":
        return joined(bytes.subarray(0, at), bytes.subarray(other));
      case "repeat":
        return joined(bytes.subarray(0, at), bytes.subarray(other, other + 64), bytes.subarray(at));
      default:
        return joined(bytes, Uint8Array.of(at & 0xff));
    }
  });

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** Little-endian 2^63, 2^64 - 1, 2^53 and 2^32. */
const HUGE = [
  [0, 0, 0, 0, 0, 0, 0, 0x80],
  new Array<number>(8).fill(0xff),
  [0, 0, 0, 0, 0, 0, 0x20, 0],
  [0, 0, 0, 0, 1, 0, 0, 0],
].map((bytes) => Uint8Array.from(bytes));

/** Bits of text that are right somewhere in a snapshot, or nearly. */
const snippet = fc.constantFrom(
  "0",
  "-",
  "1e3",
  "1.5",
  '"',
  "\\",
  "[",
  "]",
  "{",
  "}",
  ",",
  ":",
  "null",
  "18446744073709551616",
  "\u0001",
);

const damageText: fc.Arbitrary<(text: string) => string> = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(8), snippet, fc.boolean())
  .map(([place, removed, added, structural]) => (text: string): string => {
    let at = Math.floor(place * text.length);
    if (structural) at += Math.max(0, text.slice(at).search(/[^\d,]/));
    return text.slice(0, at) + added + text.slice(at + removed);
  });

const seen = { refused: 0, resumed: 0, faulted: 0 };

/** Decodes and resumes; anything but a snapshot, a decode error, a fault or success is thrown on. */
function tryAll<S>(decode: () => S, resume: (pair: Pair, snapshot: S) => void): void {
  let snapshot: S;
  try {
    snapshot = decode();
  } catch (error) {
    if (!(error instanceof SnapshotDecodeError)) throw error;
    expect(error.message).toMatch(/^[^\n]+: [^\n]+ \(at byte \d+\)$/);
    seen.refused++;
    return;
  }
  const pair = { machine: newMachine(PAGES * 4096), context: newContext() };
  try {
    resume(pair, snapshot);
    seen.resumed++;
    pair.context.makeSnapshot(pair.machine);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    seen.faulted++;
  }
}

function damaged<T>(value: T, changes: readonly ((value: T) => T)[]): T {
  return changes.reduce((now, change) => change(now), value);
}

test("damaged bincode is refused, faults, or is a snapshot", () => {
  fc.assert(
    fc.property(
      coherent,
      fc.array(fc.array(damage, { minLength: 1, maxLength: 3 }), { minLength: 16, maxLength: 16 }),
      (pair, all) => {
        const bytes = encodeBincode(pair.context.makeSnapshot(pair.machine), u64Id);
        for (const changes of all) {
          const input = damaged(bytes, changes);
          tryAll(
            () => decodeBincode(input, u64Id, { trailing: "accept" }),
            ({ machine, context }, snapshot) => context.resume(machine, snapshot),
          );
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("damaged bincode of the first version is, too", () => {
  fc.assert(
    fc.property(
      coherent,
      fc.array(fc.array(damage, { minLength: 1, maxLength: 3 }), { minLength: 16, maxLength: 16 }),
      (pair, all) => {
        const bytes = encodeBincode1(makeSnapshot1(pair.machine));
        for (const changes of all) {
          const input = damaged(bytes, changes);
          tryAll(
            () => decodeBincode1(input, { trailing: "accept" }),
            ({ machine }, snapshot) => resumeSnapshot1(machine, snapshot),
          );
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("damaged JSON is, too", () => {
  const small = coherent.filter(({ machine }) => machine.memory.flags().filter((flags) => flags & 4).length <= 1);
  fc.assert(
    fc.property(
      small,
      fc.array(fc.array(damageText, { minLength: 1, maxLength: 2 }), { minLength: 8, maxLength: 8 }),
      (pair, all) => {
        const text = encodeJson(pair.context.makeSnapshot(pair.machine), u64Id);
        for (const changes of all) {
          const input = damaged(text, changes);
          tryAll(
            () => decodeJson(input, u64Id),
            ({ machine, context }, snapshot) => context.resume(machine, snapshot),
          );
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("what was never a snapshot is refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (input) => {
      for (const decode of [decodeBincode, decodeJson])
        tryAll(
          () => decode(input, u64Id),
          () => undefined,
        );
    }),
    { numRuns: 500 },
  );
});

afterAll(() => {
  // Floors: the tests above mean nothing if only one of the three ends is ever reached.
  expect(seen.refused + seen.resumed + seen.faulted).toBeGreaterThan(11_000);
  expect(Math.min(seen.refused, seen.resumed, seen.faulted)).toBeGreaterThan(500);
});
