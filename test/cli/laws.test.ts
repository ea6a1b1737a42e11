import { expect, test } from "vitest";
import { LAWS } from "../../src/laws/index.ts";
import { CANARIES } from "../../src/targets/index.ts";
import { rvrelay } from "./cli.ts";

interface Row {
  readonly name: string;
  readonly group: string;
  readonly sentence: string;
  readonly preconditions: string;
  readonly every: number;
  readonly brokenBy: readonly string[];
}

test("laws are listed with sentence, preconditions, how often they are asked, and every fault that breaks them", () => {
  const { code, out } = rvrelay(["laws", "--json"]);
  expect(code).toBe(0);
  const document = JSON.parse(out) as { readonly laws: readonly Row[] };
  expect(document).toMatchObject({ schemaVersion: 1, verdict: "held" });
  expect(document.laws.map(({ name }) => name)).toEqual(LAWS.map(({ name }) => name));
  for (const { sentence, preconditions, group, every, brokenBy } of document.laws) {
    expect(sentence).toMatch(/^[A-Zx].*\.$/);
    expect(preconditions).toMatch(/\.$/);
    expect(group).toMatch(/^[a-z]+$/);
    expect(every).toBeGreaterThanOrEqual(1);
    // A canary first, then what else a target may do wrong, in words.
    expect(CANARIES.has(brokenBy[0])).toBe(true);
    expect(brokenBy.at(-1)).toContain(" ");
  }
});

test("as text, four lines for each law", () => {
  const lines = rvrelay(["laws"]).out.trimEnd().split("\n");
  expect(lines).toHaveLength(4 * LAWS.length);
  expect(lines[0]).toBe("relay: A relay finishes where the solo run finishes.");
  expect(lines[2]).toBe("  asked of:   every case");
  expect(lines[3]).toMatch(/^ {2}broken by: {2}canary; a target that loses a cycle when it resumes; /);
});

test("some of them, by name or by group", () => {
  const named = (...names: string[]): string[] => {
    const { code, out } = rvrelay(["laws", ...names, "--json"]);
    expect(code).toBe(0);
    return (JSON.parse(out) as { readonly laws: readonly Row[] }).laws.map(({ name }) => name);
  };
  expect(named("zero", "split")).toEqual(["split", "zero"]);
  // The law called relay is in a group called relay.
  expect(named("relay")).toEqual(["relay", "split", "refine", "every-instruction", "ends", "budgets", "inside-call"]);
  expect(named("source", "differential")).toEqual(["sources", "differential"]);
  const { code, err } = rvrelay(["laws", "relays"]);
  expect(code).toBe(2);
  expect(err).toContain('no law or group "relays"; known are relay, split, ');
});
