import { expect, test } from "vitest";
import { FaultError } from "../../src/machine/index.ts";
import type { Snapshot2 } from "../../src/snapshot/index.ts";
import { Damager } from "./damage.ts";
import { decodeOutcome } from "./decode-outcome.ts";
import { newContext, newMachine } from "./machines.ts";

const COUNT = 20_000;

/** Resuming what was decoded ends in a state or in a fault. */
function resume(snapshot: Snapshot2<bigint>): "resumed" | "faulted" {
  const context = newContext();
  const machine = newMachine();
  try {
    context.resume(machine, snapshot);
    context.makeSnapshot(machine);
    return "resumed";
  } catch (error) {
    if (error instanceof FaultError) return "faulted";
    throw error;
  }
}

test("20,000 damaged snapshots are refused with field and offset, or are snapshots that say the same when written again", () => {
  const damager = new Damager();
  const counts = new Map<string, number>();
  const fields = new Set<string>();
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  for (let k = 0; k < COUNT; k++) {
    const damaged = damager.damaged(1, k);
    const { kind, field, snapshot } = decodeOutcome(damaged);
    count(`${damaged.encoding.name} ${kind}`);
    if (kind === "refused") fields.add(field);
    if (snapshot && k % 8 === 0) count(resume(snapshot));
  }
  const least = (what: string): number => counts.get(what) ?? 0;
  // Damage that is always refused, or never, would say little.
  for (const what of ["bincode refused", "bincode same", "JSON refused"]) expect(least(what)).toBeGreaterThan(1000);
  expect(least("JSON other")).toBeGreaterThan(100);
  expect(Math.min(least("resumed"), least("faulted"))).toBeGreaterThan(50);
  // Every field was refused at least once, and the whole.
  const lists = ["pages_from_source", "dirty_pages"];
  const numbers = ["version", "registers", "pc", "cycles", "max_cycles", "load_reservation_address"];
  const entries = ["address", "flag", "id", "offset", "length"].map((name) => `pages_from_source[].${name}`);
  const contents = ["address", "flag", "content"].map((name) => `dirty_pages[].${name}`);
  expect([...fields]).toEqual(expect.arrayContaining(["", ...lists, ...numbers, ...entries, ...contents]));
});
