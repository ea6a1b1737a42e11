// Readers that are wrong in one way each, which reading what was just written does not show.
import { afterEach, describe, expect, test, vi } from "vitest";
import { bincodeLayout } from "../../src/laws/bincode-layout.ts";
import { encodings } from "../../src/laws/encodings-law.ts";
import { sampleOf } from "../../src/laws/snapshot-sample.ts";
import { SnapshotDecodeError } from "../../src/snapshot/index.ts";
import { BINCODE, JSON_TEXT, type Encoding } from "../../src/snapshot/encodings.ts";
import { ReferenceTarget, type WorldSnapshot } from "../../src/targets/index.ts";
import { directedCase, generatedCases } from "./faulty.ts";

type Decode = Encoding["decode"];

const law = encodings({ questionsMax: Infinity });
const CASES = [directedCase(), ...generatedCases().slice(0, 4)];

afterEach(() => void vi.restoreAllMocks());

/** What the law says of a reader, in the first case in which it is broken. */
async function told(encoding: Encoding, wrong: (decode: Decode) => Decode): Promise<string | undefined> {
  const { decode } = encoding;
  vi.spyOn(encoding, "decode").mockImplementation(wrong(decode));
  for (const checked of CASES) {
    const verdict = await law.check(checked, [new ReferenceTarget()]);
    if (verdict.kind === "broken") return verdict.divergence.differences[0].what;
  }
  return undefined;
}

/** A reader that answers `otherwise` where the right one refuses. */
const wherever =
  (reason: string, otherwise: (bytes: Uint8Array, error: SnapshotDecodeError, decode: Decode) => WorldSnapshot) =>
  (decode: Decode): Decode =>
  (bytes) => {
    try {
      return decode(bytes);
    } catch (error) {
      if (error instanceof SnapshotDecodeError && error.reason.includes(reason)) return otherwise(bytes, error, decode);
      throw error;
    }
  };

/** A reader of JSON to which a text is handed as `change` makes it. */
const reading =
  (change: (text: string) => string) =>
  (decode: Decode): Decode =>
  (bytes) =>
    decode(Uint8Array.from(Buffer.from(change(Buffer.from(bytes).toString("latin1")), "latin1")));

const changing =
  (change: (snapshot: WorldSnapshot) => WorldSnapshot) =>
  (decode: Decode): Decode =>
  (bytes) =>
    change(decode(bytes));

const asNumber = (value: bigint): bigint => BigInt.asUintN(64, BigInt(Number(value)));

const anotherPlace = (path: readonly string[], by: number) =>
  wherever("", (_, error) => {
    throw new SnapshotDecodeError(path.length > 0 ? path : [error.path], error.offset + by, error.reason);
  });

const FAULTS: readonly (readonly [string, Encoding, (decode: Decode) => Decode, RegExp])[] = [
  [
    "takes bytes behind a snapshot",
    BINCODE,
    wherever("too many", (bytes, _, decode) => decode(bytes.subarray(0, -1))),
    /^bincode with a byte behind it$/,
  ],
  ["says the place a byte too late", BINCODE, anotherPlace([], 1), /^bincode with (its first|count)/],
  ["says always the same field", BINCODE, anotherPlace(["pc"], 0), /^bincode with (its first|count)/],
  [
    "fails without a place",
    BINCODE,
    wherever("", () => {
      throw new RangeError("offset is outside the bounds of the DataView");
    }),
    /^bincode with (its first|count)/,
  ],
  [
    "fills up what was cut off",
    BINCODE,
    wherever("wanted", (bytes, _, decode) => decode(Uint8Array.of(...bytes, ...new Uint8Array(400)))),
    /^bincode with its first \d+ bytes$/,
  ],
  [
    "keeps 53 bits of an id",
    BINCODE,
    changing((snapshot) => ({
      ...snapshot,
      pagesFromSource: snapshot.pagesFromSource.map((run) => ({ ...run, id: asNumber(run.id) })),
    })),
    /^bincode with nothing changed: snapshot pages_from_source\[\d\]\.id$/,
  ],
  [
    "clears DIRTY in what comes from a source",
    BINCODE,
    changing((snapshot) => ({
      ...snapshot,
      pagesFromSource: snapshot.pagesFromSource.map((run) => ({ ...run, flag: run.flag & ~4 })),
    })),
    /^bincode with nothing changed: snapshot pages_from_source\[\d\]\.flag$/,
  ],
  [
    "takes what has no content for no page",
    JSON_TEXT,
    changing((snapshot) => ({
      ...snapshot,
      dirtyPages: snapshot.dirtyPages.filter((run) => run.content.length > 0),
    })),
    /: snapshot dirty_pages/,
  ],
  [
    "wants the fields in their order",
    JSON_TEXT,
    reading((text) => (/^\{"(?!pages)[a-z_]{2}.*"pages_from_source"/.test(text) ? "" : text)),
    /^JSON with its fields in another order$/,
  ],
  ["takes no array", JSON_TEXT, reading((text) => (text.startsWith("[") ? "" : text)), /^JSON with an array /],
  ["takes no tabs", JSON_TEXT, reading((text) => text.replaceAll("\t", "x")), /^JSON with blanks$/],
  [
    "takes no unknown fields",
    JSON_TEXT,
    reading((text) => (text.includes('"x":') ? "" : text)),
    /^JSON with the field "x": /,
  ],
  ["takes fractions", JSON_TEXT, reading((text) => text.replace(/1\.0(?=[,\]}])/, "1")), /^JSON with 1\.0 instead of /],
  ["takes numbers as text", JSON_TEXT, reading((text) => text.replace('"1"', "1")), /^JSON with "1" instead of /],
  ["cuts flags to a byte", JSON_TEXT, reading((text) => text.replace(/\b256\b/, "0")), /^JSON with 256 instead of /],
  [
    "takes a field for zero that is missing",
    JSON_TEXT,
    wherever("missing", (bytes, { path }, decode) => {
      const text = new TextDecoder().decode(bytes);
      return decode(new TextEncoder().encode(`${text.slice(0, -1)},"${path}":0}`));
    }),
    /^JSON with no \w+$/,
  ],
  [
    "takes the first of two fields",
    JSON_TEXT,
    wherever("given twice", (bytes, { offset, path }, decode) => {
      const before = new TextDecoder().decode(bytes.subarray(0, offset));
      return decode(new TextEncoder().encode(`${before.slice(0, -`,"${path}":`.length)}}`));
    }),
    /^JSON with pages_from_source twice$/,
  ],
  [
    "takes what is no JSON where nobody looks",
    JSON_TEXT,
    reading((text) => text.replace('"x":01', '"x":0')),
    /^JSON with the field "x": 01$/,
  ],
  ["says the place a byte too early", JSON_TEXT, anotherPlace([], -1), /^JSON with /],
];

describe("law encodings is broken by a reader that", () => {
  test.each(FAULTS)("%s", async (_, encoding, wrong, what) => {
    expect(await told(encoding, wrong)).toMatch(what);
  });

  test("and by none that is right", async () => {
    expect(await told(BINCODE, (decode) => decode)).toBeUndefined();
  });
});

describe.each([BINCODE, JSON_TEXT])("law encodings is broken by a writer of $name that", (encoding) => {
  const { encode, name } = encoding;
  /** Each writes what the right one refuses, as a value that fits. */
  const writers: readonly (readonly [string, (snapshot: WorldSnapshot) => WorldSnapshot, string])[] = [
    ["cuts numbers to 64 bits", (snapshot) => ({ ...snapshot, pc: BigInt.asUintN(64, snapshot.pc) }), "pc below zero"],
    [
      "cuts versions to 32 bits",
      (snapshot) => ({ ...snapshot, version: snapshot.version >>> 0 }),
      "a version below zero",
    ],
    [
      "cuts flags to a byte",
      (snapshot) => ({ ...snapshot, dirtyPages: snapshot.dirtyPages.map((run) => ({ ...run, flag: run.flag & 255 })) }),
      "a flag below zero",
    ],
    [
      "fills up registers",
      (snapshot) => ({
        ...snapshot,
        registers: BigUint64Array.from({ length: 32 }, (_, r) => snapshot.registers[r] ?? 0n),
      }),
      "31 registers",
    ],
  ];

  test.each(writers)("%s", async (_, fitting, what) => {
    vi.spyOn(encoding, "encode").mockImplementation((snapshot) => encode(fitting(snapshot)));
    const found: string[] = [];
    for (const checked of CASES) {
      const verdict = await law.check(checked, [new ReferenceTarget()]);
      if (verdict.kind === "broken") found.push(...verdict.divergence.differences.map((each) => each.what));
    }
    expect(found).toContain(`${name} of ${what}`);
  });
});

test("the layout is the worked example's, with 64-bit ids", () => {
  // reference/ckb-vm/snapshot.md 3: 308 bytes when empty, 17 and its content for a dirty run; here 33 for a source run.
  const registers = new BigUint64Array(32);
  registers[1] = 0x0102030405060708n;
  const { bytes, parts } = bincodeLayout({
    pagesFromSource: [{ address: 0x5000n, flag: 0, id: 258n, offset: 0x30n, length: 0x1000n }],
    dirtyPages: [{ address: 0x1000n, flag: 4, content: Uint8Array.of(1, 2, 3) }],
    version: 2,
    registers,
    pc: 0x1_0000n,
    cycles: 77n,
    maxCycles: 1000n,
    loadReservationAddress: 2n ** 64n - 1n,
  });
  expect(Buffer.from(bytes).toString("hex")).toBe(
    [
      "0100000000000000 0050000000000000 00 0201000000000000 3000000000000000 0010000000000000",
      "0100000000000000 0010000000000000 04 0300000000000000 010203",
      "02000000 0000000000000000 0807060504030201",
      "00".repeat(30 * 8),
      "0000010000000000 4d00000000000000 e803000000000000 ffffffffffffffff",
    ]
      .join("")
      .replaceAll(" ", ""),
  );
  expect(parts.find(({ field }) => field === "version")).toEqual({ field: "version", at: 69, size: 4 });
  expect(parts.filter(({ field }) => field === "dirty_pages[0].content")).toEqual([
    { field: "dirty_pages[0].content", at: 58, size: 8, least: 3 },
    { field: "dirty_pages[0].content", at: 66, size: 3 },
  ]);
});

test("a sample keeps the numbers and the beginning of the lists, and is small whatever it is made of", () => {
  const run = { address: 0x2000n, flag: 4, content: Uint8Array.from({ length: 8192 }, (_, k) => k & 0xff) };
  const source = { address: 0x1_0000n, flag: 3, id: 0n, offset: 0n, length: 4096n };
  const registers = BigUint64Array.from({ length: 32 }, (_, r) => BigInt(r));
  const numbers = { version: 1, registers, pc: 3n, cycles: 4n, maxCycles: 5n, loadReservationAddress: 6n };
  const sample = sampleOf({ ...numbers, pagesFromSource: Array(9).fill(source), dirtyPages: Array(9).fill(run) }, 70);
  expect(sample).toMatchObject(numbers);
  expect(sample.pagesFromSource.slice(0, 2)).toEqual([source, source]);
  expect(sample.dirtyPages[0]).toEqual({ ...run, content: Uint8Array.from({ length: 12 }, (_, k) => 70 + k) });
  expect([sample.pagesFromSource.length, sample.dirtyPages.length]).toEqual([3, 4]);
});
