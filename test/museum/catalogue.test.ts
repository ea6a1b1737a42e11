import { expect, test } from "vitest";
import { INSTRUCTIONS, FUSION_RULES } from "../../src/isa/index.ts";
import { AFTER_LOADING, AFTER_RESUME, IN_SNAPSHOT } from "../../src/laws/index.ts";
import { CATALOGUE, EXHIBITS, GATE } from "../../src/museum/index.ts";

test("ids are in kebab case and unique", () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test("each row says where it comes from, and what a machine with it does, in one sentence without its full stop", () => {
  for (const { id, origin, does, provenance } of CATALOGUE) {
    expect([id, does]).toEqual([id, expect.stringMatching(/^[A-Za-z0-9].{15,200}[^.\s]$/)]);
    if (provenance === "documented")
      expect([id, origin]).toEqual([id, expect.stringMatching(/[#@]|CHANGELOG|GHSA|, bug B\d+/)]);
    else expect(origin.length).toBeGreaterThan(3);
  }
});

test("a row that is left out has a reason", () => {
  for (const row of CATALOGUE) if (row.kind !== "exhibit") expect(row.reason.length).toBeGreaterThan(40);
});

test("places are instructions, fused sequences or parts of a relay", () => {
  const known = [
    ...INSTRUCTIONS.map(({ base }) => base.name),
    ...FUSION_RULES.map(({ name }) => name),
    AFTER_LOADING,
    AFTER_RESUME,
    IN_SNAPSHOT,
    ".half",
    ".word",
  ];
  for (const { id, places } of EXHIBITS) {
    for (const place of places) expect([id, known.includes(place) ? place : undefined]).toEqual([id, place]);
  }
});

test("a fault is a target of its own name, and a new one each time", () => {
  for (const { id, open } of EXHIBITS) {
    expect(open().name).toBe(`museum:${id}`);
    expect(open()).not.toBe(open());
  }
});

test("the gate has every category", () => {
  const inGate = EXHIBITS.filter(({ id }) => GATE.includes(id));
  expect(inGate).toHaveLength(GATE.length);
  expect(new Set(inGate.map(({ category }) => category))).toEqual(new Set(EXHIBITS.map(({ category }) => category)));
});
