import { expect, test } from "vitest";
import { generateCase, type DataSegment } from "../../src/generate/index.ts";
import { overlaps } from "../../src/generate/marking.ts";
import { mustEnd } from "./run.ts";

const SEED = 21;
const PAGE = 4096;

const cases = Array.from({ length: 800 }, (_, k) => generateCase(SEED, k, { size: 10, intents: { exit: 1 } }));
const end = ({ address, memoryBytes }: DataSegment): number => address + memoryBytes;

test("segments are empty: on a page of another one, read-only too, and from inside a page, which they load", () => {
  const seen = new Set<string>();
  for (const { program } of cases) {
    for (const segment of program.data.filter(({ memoryBytes }) => memoryBytes === 0)) {
      const { address, writable } = segment;
      const where = address % PAGE === 0 ? "at the beginning of a page" : "inside a page";
      seen.add(`${writable ? "writable" : "read-only"} ${where}`);
      const shares = program.data.some(
        (other) => other.memoryBytes > 0 && address < end(other) && address >= (other.address & -PAGE),
      );
      if (shares) seen.add(`${where}, on a page of another`);
    }
  }
  expect([...seen].toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    "at the beginning of a page, on a page of another",
    "inside a page, on a page of another",
    "read-only at the beginning of a page",
    "read-only inside a page",
    "writable at the beginning of a page",
    "writable inside a page",
  ]);
});

// reference/ckb-vm/elf.md 3: a later segment may lie over an earlier one that can be written, from version 1 on.
test("segments lie over earlier ones, where these can be written, and nothing of such a program is marked", () => {
  let over = 0;
  for (const { program, world } of cases) {
    mustEnd({ world, cuts: [], budget: 10_000_000n }, "exit");
    if (!overlaps(program.data)) continue;
    over++;
    expect(world.markProgram).toBe(false);
    for (const [k, segment] of program.data.entries()) {
      for (const earlier of program.data.slice(0, k)) {
        const shares = segment.memoryBytes > 0 && segment.address < end(earlier) && end(segment) > earlier.address;
        // Nothing is loaded of an empty segment that begins with a page, so that anything may lie there.
        if (!shares || (earlier.memoryBytes === 0 && earlier.address % PAGE === 0)) continue;
        expect(world.version).toBeGreaterThan(0);
        expect(earlier.writable).toBe(true);
      }
    }
  }
  expect(over).toBeGreaterThan(20);
});

test("what an earlier segment has behind the bytes of a later one in its last page is there to be cleared", () => {
  const found = cases.some(({ program: { data } }) =>
    data.some(({ address, fileBytes, memoryBytes }, k) => {
      const last = address + fileBytes;
      const pageEnd = (address + memoryBytes + PAGE - 1) & -PAGE;
      return (
        memoryBytes > 0 &&
        data.slice(0, k).some((earlier) => earlier.address + earlier.fileBytes > last && earlier.address < pageEnd)
      );
    }),
  );
  expect(found).toBe(true);
});

test("some segments are of many pages: of bytes with something of their own in each, and of zeros", () => {
  const long = cases.flatMap(({ program }) => program.data.filter(({ memoryBytes }) => memoryBytes > 8 * PAGE));
  expect(long.length).toBeGreaterThan(5);
  const filled = long.filter(({ fileBytes }) => fileBytes > 8 * PAGE);
  expect(filled.length).toBeGreaterThan(1);
  expect(filled.length).toBeLessThan(long.length);
  for (const { fileBytes, patches } of filled) {
    if (patches.length > 1) expect(patches.length).toBeGreaterThanOrEqual(Math.floor(fileBytes / PAGE) - 1);
  }
});
