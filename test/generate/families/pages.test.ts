import { beforeAll, describe, expect, test } from "vitest";
import { accessWidth } from "../../../src/generate/rows.ts";
import { casesOf, eachStep, type Step } from "./steps.ts";

const [FREEZED, EXECUTABLE, DIRTY, PAGE] = [1, 2, 4, 4096];

describe("what 500 cases access", () => {
  const reached = new Set<string>();

  beforeAll(() => {
    for (const generated of casesOf("pages", 500, { families: ["pages", "sources"], size: 300 })) {
      eachStep(generated, (step) => {
        if (step.item.family === "pages") for (const what of outcomes(step)) reached.add(what);
      });
    }
  });

  const loads = ["lb", "lh", "lw", "ld", "lbu", "lhu", "lwu"];
  const stores = ["sb", "sh", "sw", "sd"];

  test.each([...loads, ...stores])("%s on a frozen page, on one from a source and on an untouched one", (name) => {
    for (const what of ["frozen", "clean", "untouched"]) expect(reached).toContain(`${name} on a page that is ${what}`);
  });

  test.each(loads)("%s of code", (name) => expect(reached).toContain(`${name} on a page that is executable`));

  test.each([...loads, ...stores])("%s at the first and the last byte of memory", (name) => {
    expect(reached).toContain(`${name} at the first byte`);
    expect(reached).toContain(`${name} at the last byte`);
  });

  test.each([...loads, ...stores].filter((name) => !name.includes("b")))("%s misaligned and over two pages", (name) => {
    expect(reached).toContain(`${name} misaligned`);
    expect(reached).toContain(`${name} over two pages`);
  });
});

function* outcomes({ op, address, machine: { memory } }: Step): Generator<string> {
  const { instruction } = op;
  const width = instruction ? accessWidth(instruction) : 0;
  const name = instruction?.base.name ?? "";
  if (!/^[ls][bhwd]u?$/.test(name)) return;
  const flags = memory.fetchFlag(Math.floor(address / PAGE));
  if (flags & EXECUTABLE) yield `${name} on a page that is executable`;
  else if (flags & FREEZED) yield `${name} on a page that is frozen`;
  if (memory.isUntouched(Math.floor(address / PAGE))) yield `${name} on a page that is untouched`;
  // Nothing but a source fills a page without making it dirty.
  else if ((flags & DIRTY) === 0) yield `${name} on a page that is clean`;
  if (address === 0) yield `${name} at the first byte`;
  if (address + width >= memory.size - 1) yield `${name} at the last byte`; // version 0 cannot load the very last one
  if (address % width !== 0) yield `${name} misaligned`;
  if (Math.floor(address / PAGE) !== Math.floor((address + width - 1) / PAGE)) yield `${name} over two pages`;
}
