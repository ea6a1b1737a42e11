import { expect, test, vi } from "vitest";
import { cleaningUp } from "../../bench/clean-up.ts";
import { ROOT } from "../../bench/machine.ts";
import { msPerUnit, type Row } from "../../bench/row.ts";
import { ROWS } from "../../bench/rows.ts";
import { sampleRow } from "../../bench/sample.ts";

function named(name: string): Row {
  const row = ROWS.find((each) => each.name === name);
  if (!row) throw new Error(`there is no row ${name}`);
  return row;
}

test.each(["live-made", "live-sparse", "live-run-changing-code"])(
  "%s is measured in a process of its own, with the options of Node that it needs",
  async (name) => {
    // A machine keeps some bytes, and less than the 4 MiB that it has memory for.
    const sample = await sampleRow(ROOT, named(name), 1);
    if ("missing" in sample) throw new Error(sample.missing);
    expect(sample.value).toBeGreaterThan(0);
    expect(sample.value).toBeLessThan(4096);
  },
);

test("a row that the checkout does not have is missing there", async () => {
  const row = { ...named("boot"), name: "of-tomorrow" };
  await expect(sampleRow(ROOT, row, 1)).resolves.toEqual({ missing: "there is no row of-tomorrow" });
});

test("a process that fails says what it failed with", async () => {
  const withoutOption = { ...named("live-made"), nodeOptions: [] };
  await expect(sampleRow(ROOT, withoutOption, 1)).rejects.toThrow("Error: node --expose-gc is needed");
});

test("the time for one is the time of all by their number, and what need not count does not", async () => {
  const works = [
    { count: 3, ms: 6 },
    { count: 1, ms: 2 },
  ];
  const batch = vi.fn(() => works[(batch.mock.calls.length - 1) % 2]);
  expect(await msPerUnit(1, batch)).toBe(2);
});

test("there is a figure however little time there is, but not for nothing done", async () => {
  const counts = [0, 0, 5];
  const batch = vi.fn(() => ({ count: counts[batch.mock.calls.length - 1], ms: 10 }));
  expect(await msPerUnit(0, batch)).toBe(6); // three times 10 ms for 5
});

test("what was made is cleaned up, whether the work succeeds or fails", async () => {
  const cleanUp = vi.fn();
  const listeners = process.listenerCount("SIGINT");
  await expect(cleaningUp(cleanUp, async () => Promise.resolve(7))).resolves.toBe(7);
  expect(cleanUp).toHaveBeenCalledTimes(1);
  await expect(cleaningUp(cleanUp, async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(cleanUp).toHaveBeenCalledTimes(2);
  expect(process.listenerCount("SIGINT")).toBe(listeners);
});
