import { expect, test } from "vitest";
import { FAULT_CAUSES } from "../../../src/generate/families/faults.ts";
import { generateCase, type CaseOptions } from "../../../src/generate/index.ts";
import { runWhole } from "../run.ts";

/** The causes met, each of which gave the fault that it names; programs that are refused when loaded are left out. */
function meet(count: number, options: CaseOptions): Set<string> {
  const met = new Set<string>();
  for (let k = 0; k < count; k++) {
    const generated = generateCase(8, k, { intents: { fault: 1 }, size: 30, ...options });
    const item = generated.program.items.find(({ kind }) => kind === "fault");
    if (!item) continue;
    const cause = FAULT_CAUSES.find(({ name }) => name === item.note);
    expect(runWhole(generated).stop, `${generated.provenance}: ${item.note}`).toMatchObject({
      kind: "fault",
      fault: { name: cause?.fault },
    });
    met.add(item.note ?? "");
  }
  return met;
}

test("every cause of a fault is met, and gives the fault it is meant to", () => {
  const met = meet(4000, {});
  for (const name of meet(200, { kinds: [{ systemCalls: [2042] }] })) met.add(name);
  expect(FAULT_CAUSES.map(({ name }) => name).filter((name) => !met.has(name))).toEqual([]);
});

test("each fault has several causes", () => {
  const causes = Map.groupBy(FAULT_CAUSES, ({ fault }) => fault);
  const counts = Object.fromEntries([...causes].map(([fault, { length }]) => [fault, length]));
  expect(Object.keys(counts).toSorted()).toEqual([
    "External",
    "InvalidEcall",
    "InvalidInstruction",
    "MemOutOfBound",
    "MemWriteOnExecutablePage",
  ]);
  for (const count of Object.values(counts)) expect(count).toBeGreaterThanOrEqual(3);
});

test("without W^X nothing counts on it", () => {
  const met = meet(600, { kinds: [{ writeXorExecute: false }] });
  const protectedOnly = FAULT_CAUSES.filter(({ fault }) => fault === "MemWriteOnExecutablePage");
  for (const { name } of protectedOnly) expect(met).not.toContain(name);
  expect(met.size).toBeGreaterThan(25);
});
