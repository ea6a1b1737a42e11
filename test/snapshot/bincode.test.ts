// Expected bytes: reference/ckb-vm/snapshot.md 3, the example worked out there by hand and measured.
import { describe, expect, test } from "vitest";
import {
  BINCODE,
  decodeBincode,
  encodeBincode,
  encodeJson,
  JSON_TEXT,
  sameEncoded,
  Snapshot2Context,
  SnapshotDecodeError,
  stringId,
  struct,
  tuple,
  u32,
  u32Id,
  u64,
  u64Array,
  u64Id,
  decodeJson,
  type Snapshot2,
} from "../../src/snapshot/index.ts";
import { newMachine, PIECE } from "./machines.ts";
import { fromHex, toHex } from "./vectors.ts";

const EMPTY: Snapshot2<never> = {
  pagesFromSource: [],
  dirtyPages: [],
  version: 2,
  registers: new BigUint64Array(32),
  pc: 0n,
  cycles: 0n,
  maxCycles: 0n,
  loadReservationAddress: 0n,
};

function decodeErrorOf(action: () => unknown): { path: string; offset: number; message: string } {
  try {
    action();
  } catch (error) {
    if (error instanceof SnapshotDecodeError) return { path: error.path, offset: error.offset, message: error.message };
    throw error;
  }
  throw new Error("decoded");
}

test("the worked example, from machine to bytes and text", () => {
  const machine = newMachine();
  const context = new Snapshot2Context<number>({ loadData: () => ({ data: PIECE, fullLength: 0n }) });
  context.trackPages(machine, 0x5000n, 0x1000n, 258, 0x30n);
  machine.setRegister(1, 0x0102030405060708n);
  machine.updatePc(0x10000n);
  machine.commitPc();
  machine.cycles = 77n;
  machine.maxCycles = 1000n;
  const snapshot = context.makeSnapshot(machine);
  const bytes = encodeBincode(snapshot, u32Id);
  expect(bytes.length).toBe(337);
  expect(toHex(bytes)).toBe(
    [
      "0100000000000000 0050000000000000 00 02010000 3000000000000000 0010000000000000",
      "0000000000000000 02000000 0000000000000000 0807060504030201",
      "00".repeat(30 * 8),
      "0000010000000000 4d00000000000000 e803000000000000 ffffffffffffffff",
    ]
      .join("")
      .replaceAll(" ", ""),
  );
  const zeroes = ",0".repeat(30);
  expect(encodeJson(snapshot, u32Id)).toBe(
    `{"pages_from_source":[[20480,0,258,48,4096]],"dirty_pages":[],"version":2,"registers":[0,72623859790382856${zeroes}],` +
      `"pc":65536,"cycles":77,"max_cycles":1000,"load_reservation_address":18446744073709551615}`,
  );
});

test("sizes: 308 bytes when empty, 17 and its content for a dirty run", () => {
  expect(encodeBincode(EMPTY, u64Id).length).toBe(308);
  const dirtyPages = [{ address: 0x1000n, flag: 4, content: Uint8Array.of(1, 2, 3) }];
  const bytes = encodeBincode({ ...EMPTY, dirtyPages }, u64Id);
  expect(bytes.length).toBe(308 + 17 + 3);
  expect(toHex(bytes.subarray(8, 36))).toBe("01000000000000000010000000000000040300000000000000010203");
});

describe("values that do not fit are refused, not cut", () => {
  const page = { address: 0n, flag: 0, offset: 0n, length: 0n };
  const dirty = (flag: number) => ({ ...EMPTY, dirtyPages: [{ address: 0n, flag, content: PIECE }] });
  const cases: readonly [string, string, () => unknown][] = [
    ["pc", "18446744073709551616 is not from 0 to", () => encodeBincode({ ...EMPTY, pc: 2n ** 64n }, u64Id)],
    ["cycles", "-1 is not from 0 to 18446744073709551615", () => encodeJson({ ...EMPTY, cycles: -1n }, u64Id)],
    ["version", "4294967296 is not from 0 to", () => encodeBincode({ ...EMPTY, version: 2 ** 32 }, u64Id)],
    ["flag", "256 is not from 0 to 255", () => encodeBincode(dirty(256), u64Id)],
    ["negative flag", "-1 is not from 0 to 255", () => encodeBincode(dirty(-1), u64Id)],
    ["registers", "31 elements, not 32", () => encodeBincode({ ...EMPTY, registers: new BigUint64Array(31) }, u64Id)],
    ["u32 id", "1.5 is not from 0", () => encodeBincode({ ...EMPTY, pagesFromSource: [{ ...page, id: 1.5 }] }, u32Id)],
    [
      "string id",
      '"\\ud800" has half of a surrogate pair',
      () => encodeBincode({ ...EMPTY, pagesFromSource: [{ ...page, id: "\ud800" }] }, stringId),
    ],
  ];
  test.for(cases)("%s", ([, message, action]) => {
    expect(action).toThrow(RangeError);
    expect(action).toThrow(message);
  });
});

test("a byte order mark inside a string belongs to it", () => {
  const pagesFromSource = [{ address: 0n, flag: 0, id: "\ufeffa", offset: 0n, length: 0n }];
  expect(decodeBincode(encodeBincode({ ...EMPTY, pagesFromSource }, stringId), stringId).pagesFromSource[0].id).toBe(
    "\ufeffa",
  );
});

test("the encodings of a world's snapshots read what they wrote", () => {
  expect([BINCODE.name, JSON_TEXT.name]).toEqual(["bincode", "JSON"]);
  const dirtyPages = [{ address: 0x1000n, flag: 4, content: Uint8Array.of(1, 2, 3) }];
  const snapshot = { ...EMPTY, dirtyPages, cycles: 2n ** 64n - 1n };
  for (const { encode, decode } of [BINCODE, JSON_TEXT]) expect(decode(encode(snapshot))).toEqual(snapshot);
});

test("ids are compared by their encoding where they are objects", () => {
  const same = sameEncoded(struct<{ hash: string }>({ hash: stringId }));
  expect([same({ hash: "a" }, { hash: "a" }), same({ hash: "a" }, { hash: "b" })]).toEqual([true, false]);
});

test("a count is bounded by what its elements take at least, those in an array of numbers included", () => {
  // An entry with an id of 32 bytes takes 8 + 1 + 32 + 8 + 8 = 57 bytes; behind the count of an empty snapshot are 300.
  const hash = u64Array(4);
  const bytes = encodeBincode(EMPTY, hash);
  bytes[0] = 6;
  expect(decodeErrorOf(() => decodeBincode(bytes, hash))).toEqual({
    path: "pages_from_source",
    offset: 0,
    message: "pages_from_source: count 6, but at most 5 fit in the 300 bytes left (at byte 0)",
  });
  bytes[0] = 5;
  expect(decodeErrorOf(() => decodeBincode(bytes, hash)).path).not.toBe("pages_from_source");
});

describe("what is refused says where", () => {
  const one = encodeBincode(
    {
      ...EMPTY,
      pagesFromSource: [{ address: 0n, flag: 0, id: "é", offset: 0n, length: 0n }],
      dirtyPages: [
        { address: 0n, flag: 4, content: PIECE.subarray(0, 5) },
        { address: 0n, flag: 4, content: PIECE.subarray(0, 5) },
      ],
    },
    stringId,
  );
  const patched = (at: number, digits: string): Uint8Array => {
    const bytes = one.slice();
    bytes.set(fromHex(digits), at);
    return bytes;
  };
  const HUGE = "0000000000000080";

  const cases: readonly [string, Uint8Array, string, number, string][] = [
    ["nothing", new Uint8Array(0), "pages_from_source", 0, "8 bytes wanted, 0 left"],
    ["a huge list", patched(0, HUGE), "pages_from_source", 0, "count 9223372036854775808, but at most"],
    ["a huge string", patched(17, HUGE), "pages_from_source[0].id", 17, "count 9223372036854775808, but at most"],
    ["no UTF-8", patched(25, "ff"), "pages_from_source[0].id", 25, "not UTF-8"],
    ["a cut list", one.subarray(0, 60), "dirty_pages", 43, "count 2, but at most 0 fit in the 9 bytes left"],
    ["a huge content", patched(82, HUGE), "dirty_pages[1].content", 82, "count 9223372036854775808, but at most"],
    ["cut registers", one.subarray(0, 99 + 20), "registers[2]", 99 + 16, "8 bytes wanted, 4 left"],
    ["a cut end", one.subarray(0, -1), "load_reservation_address", one.length - 8, "8 bytes wanted, 7 left"],
  ];
  test.for(cases)("%s", ([, bytes, path, offset, reason]) => {
    const error = decodeErrorOf(() => decodeBincode(bytes, stringId));
    expect([error.path, error.offset]).toEqual([path, offset]);
    expect(error.message).toContain(`${path}: ${reason}`);
    expect(error.message).toMatch(/^[^\n]* \(at byte \d+\)$/);
  });

  test("bytes behind the snapshot, unless they are accepted", () => {
    const bytes = Uint8Array.of(...one, 1, 2, 3);
    expect(decodeErrorOf(() => decodeBincode(bytes, stringId))).toEqual({
      path: "",
      offset: one.length,
      message: `snapshot: 3 bytes too many (at byte ${one.length})`,
    });
    expect(decodeBincode(bytes, stringId, { trailing: "accept" })).toEqual(decodeBincode(one, stringId));
  });
});

test("what is decoded shares nothing with the input", () => {
  const dirtyPages = [{ address: 0n, flag: 4, content: PIECE.slice(0, 4) }];
  const bytes = encodeBincode({ ...EMPTY, dirtyPages }, u64Id);
  const snapshot = decodeBincode(bytes, u64Id);
  bytes.fill(0xff);
  expect(snapshot.dirtyPages).toEqual(dirtyPages);
});

test("input may be a part of a larger buffer", () => {
  const bytes = encodeBincode({ ...EMPTY, pc: 5n }, u64Id);
  const larger = new Uint8Array(bytes.length + 20);
  larger.set(bytes, 7);
  expect(decodeBincode(larger.subarray(7, 7 + bytes.length), u64Id).pc).toBe(5n);
});

test("an id of one's own is put together from others", () => {
  interface CellId {
    readonly transaction: { readonly high: bigint; readonly low: bigint };
    readonly outputIndex: number;
  }
  const cellId = struct<CellId>({ transaction: tuple({ high: u64, low: u64 }), outputIndex: u32 });
  const id = { transaction: { high: 1n, low: 2n ** 64n - 1n }, outputIndex: 7 };
  const snapshot = { ...EMPTY, pagesFromSource: [{ address: 0n, flag: 0, id, offset: 1n, length: 2n }] };
  const bytes = encodeBincode(snapshot, cellId);
  expect(toHex(bytes.subarray(17, 37))).toBe("0100000000000000ffffffffffffffff07000000");
  expect(decodeBincode(bytes, cellId)).toEqual(snapshot);
  const text = encodeJson(snapshot, cellId);
  expect(text).toContain('[[0,0,{"transaction":[1,18446744073709551615],"output_index":7},1,2]]');
  expect(decodeJson(text, cellId)).toEqual(snapshot);
});

test.each([
  ["null", null],
  ["undefined", undefined],
  ["a string", "00"],
  ["an object", { length: 8 }],
  ["a Uint16Array", new Uint16Array(200)],
] as const)("%s is no bytes, which is said", (what, value) => {
  const error = new TypeError(`a snapshot in bincode is a Uint8Array, not ${what}`);
  expect(() => decodeBincode(value as unknown as Uint8Array, u64Id)).toThrow(error);
});
