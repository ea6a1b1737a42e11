import { beforeAll, describe, expect, test } from "vitest";
import { accessWidth } from "../../../src/generate/rows.ts";
import { casesOf, eachStep } from "./steps.ts";

const PAGE = 4096;
const DIRTY = 4;
const [A0, A1, A2, A3, A4, A7] = [10, 11, 12, 13, 14, 17];

/** A call that moved something. */
interface Moved {
  readonly piece: bigint;
  readonly offset: bigint;
  readonly from: number;
  readonly to: number;
  written: boolean;
}

/** How a load goes on whose pages come right behind those of an earlier one. */
function howItGoesOn({ piece, offset, from, to }: Moved, next: bigint, at: bigint): string {
  const isBehind = at === offset + BigInt(to - from);
  if (next === piece) return isBehind ? "the same piece goes on" : "the same piece goes on elsewhere";
  return isBehind ? "another piece goes on there" : "another piece";
}

describe("what 300 cases load", () => {
  const reached = new Set<string>();

  beforeAll(() => {
    for (const generated of casesOf("sources", 300, { size: 400 })) {
      const lengths = new Map(generated.world.sources.map(({ id, bytes }) => [id, BigInt(bytes.length)]));
      lengths.set(0n, BigInt(generated.world.program.length));
      const loads: Moved[] = [];
      eachStep(generated, ({ op: { instruction }, address, machine: { registers, memory } }) => {
        const width = instruction ? accessWidth(instruction) : 0;
        const name = instruction?.base.name ?? "";
        const [before, behind] = [address, address + width];
        if (width > 0) {
          for (const load of loads) {
            const touches = before < load.to && behind > load.from;
            if (!touches) continue;
            if (name.startsWith("s")) {
              reached.add(
                before < load.from
                  ? "store over the beginning"
                  : behind > load.to
                    ? "store over the end"
                    : "store inside",
              );
              load.written = true;
            } else if (load.written) reached.add("read after it was overwritten");
          }
        }
        if (name !== "ecall" || registers[A7] !== 2092n) return;
        const [to, sizeAt, offset, index, source] = [A0, A1, A2, A3, A4].map((r) => registers[r]);
        const piece = (source << 32n) | index;
        const length = index >> 32n || source >> 32n ? undefined : lengths.get(piece);
        if (length === undefined) return void reached.add("no such piece");
        const size = memory.load64(sizeAt);
        if (size === 0n) return void reached.add("size zero");
        if (offset === length && length > 0n) reached.add("offset at the end");
        if (offset > length) reached.add("offset beyond the end");
        if (offset >= length) return;
        if (offset + size > length) reached.add("over the end of the piece");
        if ((memory.fetchFlag(sizeAt >> 12n) & DIRTY) === 0) reached.add("size on a page that is not dirty");
        const moved = Number(offset + size > length ? length - offset : size);
        const [from, end] = [Number(to), Number(to) + moved];
        if (from % PAGE === 0 && moved >= PAGE) reached.add("whole page");
        if (moved % PAGE !== 0 && moved > PAGE) reached.add("part of the last page");
        if (from % PAGE !== 0 && moved >= PAGE) reached.add("from the middle of a page");
        if (moved < PAGE) reached.add("less than a page");
        if (piece === 0n) reached.add("the program file");
        for (const load of loads) {
          const goesOn = load.to === from && from % PAGE === 0 && load.to - load.from >= PAGE && moved >= PAGE;
          if (goesOn) reached.add(howItGoesOn(load, piece, offset));
          if (load.from === from && load.piece === piece && load.offset === offset) reached.add("the same again");
          else if (load.from === from && load.piece !== piece) reached.add("another piece over it");
          else if (from < load.to && end > load.from)
            reached.add(from < load.from ? "over an earlier one from before" : "over an earlier one from inside");
        }
        loads.push({ piece, offset, from, to: end, written: false });
      });
    }
  });

  test.each(["no such piece", "size zero", "offset at the end", "offset beyond the end", "over the end of the piece"])(
    "%s",
    (what) => expect(reached).toContain(what),
  );

  test.each([
    "whole page",
    "part of the last page",
    "from the middle of a page",
    "less than a page",
    "the program file",
  ])("%s", (what) => expect(reached).toContain(what));

  test.each([
    "the same again",
    "another piece over it",
    "over an earlier one from before",
    "over an earlier one from inside",
  ])("%s", (what) => expect(reached).toContain(what));

  test("a size that memory holds since it was loaded, on a page that a snapshot refers to", () => {
    expect(reached).toContain("size on a page that is not dirty");
  });

  test.each(["the same piece goes on", "the same piece goes on elsewhere", "another piece goes on there"])(
    "%s",
    (what) => expect(reached).toContain(what),
  );

  test.each(["store inside", "store over the beginning", "store over the end", "read after it was overwritten"])(
    "%s",
    (what) => expect(reached).toContain(what),
  );
});
