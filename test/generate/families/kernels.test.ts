import { expect, test } from "vitest";
import { mustEnd } from "../run.ts";
import { casesOf, eachStep } from "./steps.ts";

test("kernels of every kind run for thousands of instructions and walk over memory", () => {
  const names = new Set<string>();
  let longest = 0;
  let widest = 0;
  for (const generated of casesOf("kernels", 12, { families: ["kernels", "constants"], size: 20_000 })) {
    const byLoop = new Map<string, number>();
    const addresses = new Set<number>();
    let loop = -1;
    eachStep(generated, ({ item, op, address }) => {
      if (item.kind === "loop") loop = item.id;
      if (item.family !== "kernels") return;
      const key = `${loop} ${item.note}`;
      byLoop.set(key, (byLoop.get(key) ?? 0) + 1);
      if (op.instruction && /^[ls][bhwd]u?$/.test(op.instruction.name)) addresses.add(address);
    });
    for (const [key, count] of byLoop) {
      if (count > 1000) names.add(key.slice(key.indexOf(" ") + 1));
      longest = Math.max(longest, count);
    }
    widest = Math.max(widest, addresses.size);
  }
  expect(names).toEqual(new Set(["fill", "copy", "checksum", "multiply and add", "mix bits", "update"]));
  expect(longest).toBeGreaterThan(5000);
  expect(widest).toBeGreaterThan(500);
});

test("in memories of every size they stay where they may be", () => {
  const memorySizes = [0x4000, 0x8000, 0x10000, 0x40000];
  for (const generated of casesOf("kernels", 120, { memorySizes, size: 2000 })) mustEnd(generated, "exit");
});
