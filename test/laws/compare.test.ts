import { describe, expect, test } from "vitest";
import { REGISTER_NAMES } from "../../src/isa/index.ts";
import { compareFinishes } from "../../src/laws/index.ts";
import { Memory } from "../../src/machine/index.ts";
import type { Finish, Stop } from "../../src/targets/target.ts";

const PAGES = 64;

interface Parts {
  stop: Stop;
  registers: BigUint64Array;
  pc: bigint;
  cycles: bigint;
  maxCycles: bigint;
  reservation: bigint;
  pageFlags: Uint8Array;
  bytes: Uint8Array;
  output: Uint8Array;
}

const BYTES = Uint8Array.from({ length: PAGES * 4096 }, (_, at) => (at * 7) & 0xff);

function outOfBound(address: bigint): Stop {
  return { kind: "fault", fault: { name: "MemOutOfBound", address, kind: "Memory" } };
}

function parts(): Parts {
  return {
    stop: outOfBound(0x1000n),
    registers: BigUint64Array.from({ length: 32 }, (_, r) => BigInt(r) * 0x0101_0101_0101_0101n),
    pc: 0x10004n,
    cycles: 77n,
    maxCycles: 1000n,
    reservation: 0x2000n,
    pageFlags: Uint8Array.from({ length: PAGES }, (_, page) => page & 7),
    bytes: BYTES,
    output: new TextEncoder().encode("hello"),
  };
}

function finish({ stop, bytes, ...state }: Parts): Finish {
  const memory = {
    pageCount: bytes.length / 4096,
    isUntouched: () => false,
    pageView: (page: number) => bytes.subarray(page * 4096, (page + 1) * 4096),
  };
  return { stop, started: true, state: { ...state, memory } };
}

function differencesAfter(change: (changed: Parts) => void): string[] {
  const changed = parts();
  change(changed);
  return compareFinishes(finish(parts()), finish(changed)).map(({ what }) => what);
}

describe("the comparator tells apart finishes that differ in exactly one thing", () => {
  test("equal finishes have no difference", () => {
    expect(differencesAfter(() => {})).toEqual([]);
  });

  test("every bit of every register", () => {
    for (let r = 0; r < 32; r++) {
      for (let bit = 0n; bit < 64n; bit++) {
        const found = differencesAfter(({ registers }) => (registers[r] ^= 1n << bit));
        if (found.join() !== REGISTER_NAMES[r]) throw new Error(`x${r} bit ${bit}: ${found.join()}`);
      }
    }
  });

  test.each<[string, (changed: Parts) => void]>([
    ["pc", (changed) => (changed.pc ^= 1n)],
    ["cycles", (changed) => (changed.cycles += 1n)],
    ["max cycles", (changed) => (changed.maxCycles += 1n)],
    ["reservation", (changed) => (changed.reservation ^= 1n << 63n)],
    ["output", (changed) => (changed.output[4] ^= 1)],
    ["output", (changed) => (changed.output = changed.output.slice(0, 4))],
    ["stop", (changed) => (changed.stop = { kind: "budget" })],
    ["stop", (changed) => (changed.stop = { kind: "exit", code: 0 })],
    ["stop", (changed) => (changed.stop = outOfBound(0x1001n))],
    ["page count", (changed) => (changed.bytes = changed.bytes.slice(4096))],
  ])("%s", (what, change) => {
    expect(differencesAfter(change)).toContain(what);
  });

  test("every flag bit of every page", () => {
    for (let page = 0; page < PAGES; page++) {
      for (let bit = 0; bit < 8; bit++) {
        const found = differencesAfter(({ pageFlags }) => (pageFlags[page] ^= 1 << bit));
        if (found.join() !== `flags of page ${page}`) throw new Error(`page ${page} bit ${bit}: ${found.join()}`);
      }
    }
  });

  test("single bits in every page, first and last byte included", () => {
    const before = finish(parts());
    const changed = { ...parts(), bytes: BYTES.slice() };
    const after = finish(changed);
    for (let page = 0; page < PAGES; page++) {
      for (const offset of [0, 1, 2047, 4095]) {
        const at = page * 4096 + offset;
        changed.bytes[at] ^= 0x80;
        const found = compareFinishes(before, after).map(({ what }) => what);
        changed.bytes[at] ^= 0x80;
        if (found.join() !== `memory at 0x${at.toString(16)}`) throw new Error(`byte ${at}: ${found.join()}`);
      }
    }
  });

  test("single bits in every page of two machines, behind pages that nobody wrote", () => {
    const stored = [0n, 5n, 6n, 62n, 63n];
    const [a, b] = [new Memory(PAGES * 4096), new Memory(PAGES * 4096)];
    for (const page of stored) for (const memory of [a, b]) memory.store64(page * 4096n, 1n);
    const [before, after] = [a, b].map((memory) => ({
      ...finish(parts()),
      state: { ...finish(parts()).state, memory },
    }));
    expect(compareFinishes(before, after)).toEqual([]);
    for (let page = 0n; page < PAGES; page++) {
      const at = page * 4096n + 4095n;
      b.store8(at, 0x80);
      expect(compareFinishes(before, after)).toEqual([
        { what: `memory at 0x${at.toString(16)}`, expected: "0x0", actual: "0x80" },
      ]);
      b.store8(at, 0);
    }
    for (const page of [0n, 20n, 40n, 63n]) b.store8(page * 4096n + 8n, 1);
    expect(compareFinishes(before, after).map(({ what }) => what)).toEqual(
      ["0x8", "0x14008", "0x28008", "0x3f008"].map((at) => `memory at ${at}`),
    );
  });

  test("what one side does not observe is not compared, and said to be so by being absent", () => {
    const { pc, ...rest } = finish(parts()).state;
    expect(pc).toBeDefined();
    expect(compareFinishes(finish(parts()), { stop: parts().stop, started: true, state: rest })).toEqual([]);
  });
});
