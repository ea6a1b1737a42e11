import { expect, test } from "vitest";
import { Coverage } from "../../../src/targets/index.ts";
import { EXIT, hitsOf, hitsOfProgram, record, worldOf } from "./hits.ts";

/** 1 MiB: memory that nothing of these programs has touched. */
const START = "_start: lui t0, 0x100\n";

test("the state of a page is that before the access", () => {
  const text = `${START} ld a1, 0(t0)\n sd x0, 0(t0)\n sw x0, 8(t0)\n lh a1, 1(t0)\n amoadd.w a1, a2, (t0) ${EXIT}`;
  expect(hitsOfProgram(text, "accesses")).toEqual([
    "load 2, misaligned, dirty",
    "load 8, aligned, untouched",
    "store 4, aligned, dirty",
    "store 8, aligned, untouched",
    "amo 4, aligned, dirty",
  ]);
});

test("over a border both pages count, and nothing else does", () => {
  const text = `${START} sb x0, 0(t0)\n lw a1, -2(t0)\n sd x0, -1(t0)\n lhu a1, -1(t0) ${EXIT}`;
  expect(hitsOfProgram(text, "border accesses")).toEqual([
    "load 2, from dirty, to dirty",
    "load 4, from untouched, to dirty",
    "store 8, from untouched, to dirty",
  ]);
  expect(hitsOfProgram(text, "accesses")).toEqual(["store 1, aligned, untouched"]);
});

test("code, and addresses outside memory", () => {
  const code = `_start: auipc t0, 0\n lw a1, 0(t0)\n sw a1, 0(t0)\n`;
  expect(hitsOfProgram(code, "accesses")).toEqual(["load 4, aligned, executable", "store 4, aligned, executable"]);
  expect(hitsOfProgram("_start: lui t0, 0x400\n lw a1, 0(t0)\n", "accesses")).toEqual(["load 4, aligned, outside"]);
  expect(hitsOfProgram("_start: lui t0, 0x400\n lw a1, -2(t0)\n", "border accesses")).toEqual([
    "load 4, from untouched, to outside",
  ]);
  // -1 + 1 is 0, the first byte of memory; -1 alone is not in it.
  expect(hitsOfProgram(`_start: li t0, -1\n lb a1, 1(t0) ${EXIT}`, "accesses")).toEqual(["load 1, aligned, untouched"]);
  expect(hitsOfProgram("_start: li t0, -1\n lb a1, 0(t0)\n", "accesses")).toEqual(["load 1, aligned, outside"]);
});

/** A page of read-only data and one of data, both whole pages of the program file. */
const PAGES = `${EXIT}\n .section .rodata\n .balign 4096\nfixed: .fill 4096, 1, 7\n .data\n .balign 4096\nown: .fill 4096, 1, 7\n`;

test("pages that come from the program file are from a source where they are marked", () => {
  const text = `_start: la t0, own\n lb a1, 0(t0)\n sb a1, 0(t0)\n lb a1, 1(t0)\n sb a1, 2(t0)\n la t0, fixed\n lh a1, 0(t0) ${PAGES}`;
  expect(hitsOfProgram(text, "accesses")).toEqual([
    "load 1, aligned, source",
    "load 1, aligned, dirty",
    "load 2, aligned, frozen source",
    "store 1, aligned, source",
    "store 1, aligned, dirty",
  ]);
  const coverage = new Coverage();
  record(coverage, { ...worldOf(text), markProgram: false });
  expect(hitsOf(coverage, "accesses")).toEqual([
    "load 1, aligned, dirty",
    "load 2, aligned, frozen dirty",
    "store 1, aligned, dirty",
  ]);
});
