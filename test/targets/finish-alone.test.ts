import { expect, test } from "vitest";
import { generateCase } from "../../src/generate/index.ts";
import { ReferenceTarget, type Finish } from "../../src/targets/index.ts";

// What a finish shows is its own: whoever clones it, or moves it to another thread, has nothing of other machines.

function finishes(): Finish[] {
  const target = new ReferenceTarget();
  return [0, 1, 2].map((k) => {
    const { world, budget } = generateCase(5n, k);
    return target.run(world, { start: "boot", maxCycles: budget, snapshot: false });
  });
}

test("registers and page flags have buffers of their own, with nothing else in them", () => {
  const buffers = finishes().flatMap(({ state }) => [state.registers!, state.pageFlags!]);
  for (const { buffer, byteLength } of buffers) expect(buffer.byteLength).toBe(byteLength);
  expect(new Set(buffers.map(({ buffer }) => buffer)).size).toBe(buffers.length);
});

test("a finish that is moved away takes nothing from others", () => {
  const [moved, ...others] = finishes();
  const before = structuredClone(others.map(({ state: { registers, pageFlags } }) => ({ registers, pageFlags })));
  structuredClone(null, { transfer: [moved.state.registers!.buffer, moved.state.pageFlags!.buffer] as ArrayBuffer[] });
  expect(moved.state.registers).toHaveLength(0);
  expect(others.map(({ state: { registers, pageFlags } }) => ({ registers, pageFlags }))).toEqual(before);
});
