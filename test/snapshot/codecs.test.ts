import { describe, expect, test } from "vitest";
import {
  decodeBincode,
  decodeBincode1,
  decodeJson,
  decodeJson1,
  encodeBincode,
  encodeBincode1,
  encodeJson,
  encodeJson1,
  stringId,
  u32Id,
  u64Id,
  type IdCodec,
  type Snapshot1,
  type Snapshot2,
} from "../../src/snapshot/index.ts";
import { fromHex, toHex, VECTORS1, VECTORS2, type Logical } from "./vectors.ts";

const IDS = { u32: u32Id, u64: u64Id, string: stringId } as unknown as Record<string, IdCodec<unknown>>;

/** The snapshot a vector means, built without any codec. */
function meant(logical: Logical, idType: string): Snapshot2<unknown> {
  const idOf = (id: string | number): unknown =>
    idType === "u64" ? BigInt(id) : idType === "u32" ? Number(id) : String(id);
  return {
    pagesFromSource: logical.pages_from_source.map(([address, flag, id, offset, length]) => ({
      address: BigInt(address),
      flag,
      id: idOf(id),
      offset: BigInt(offset),
      length: BigInt(length),
    })),
    dirtyPages: logical.dirty_pages.map(([address, flag, content]) => ({
      address: BigInt(address),
      flag,
      content: fromHex(content),
    })),
    version: logical.version,
    registers: BigUint64Array.from(logical.registers.map(BigInt)),
    pc: BigInt(logical.pc),
    cycles: BigInt(logical.cycles),
    maxCycles: BigInt(logical.max_cycles),
    loadReservationAddress: BigInt(logical.load_reservation_address),
  };
}

// Expected bytes and texts come from the Rust crates: see vectors/README.md.
describe.for(VECTORS2)("$name", (vector) => {
  const id = IDS[vector.id_type];
  const snapshot = meant(vector.logical, vector.id_type);

  test("bincode is written and read byte for byte", () => {
    expect(toHex(encodeBincode(snapshot, id))).toBe(vector.bincode);
    expect(decodeBincode(fromHex(vector.bincode), id)).toEqual(snapshot);
  });

  test("JSON is written and read byte for byte", () => {
    expect(encodeJson(snapshot, id)).toBe(vector.json);
    expect(decodeJson(vector.json, id)).toEqual(snapshot);
    expect(decodeJson(new TextEncoder().encode(vector.json), id)).toEqual(snapshot);
  });
});

describe.for(VECTORS1)("$name", ({ logical, bincode, json }) => {
  const snapshot: Snapshot1 = {
    version: logical.version,
    registers: BigUint64Array.from(logical.registers.map(BigInt)),
    pc: BigInt(logical.pc),
    pageIndices: logical.page_indices.map(BigInt),
    pageFlags: logical.page_flags,
    pages: logical.pages.map(fromHex),
    loadReservationAddress: BigInt(logical.load_reservation_address),
  };

  test("bincode is written and read byte for byte", () => {
    expect(toHex(encodeBincode1(snapshot))).toBe(bincode);
    expect(decodeBincode1(fromHex(bincode))).toEqual(snapshot);
  });

  test("JSON is written and read byte for byte", () => {
    expect(encodeJson1(snapshot)).toBe(json);
    expect(decodeJson1(json)).toEqual(snapshot);
  });
});

test("the vectors are all here", () => {
  expect([VECTORS2.length, VECTORS1.length]).toEqual([25, 4]);
});
