import { expect, test } from "vitest";
import { INSTRUCTIONS, FUSION_RULES } from "../../src/isa/index.ts";
import { AFTER_LOADING, AFTER_RESUME, AT_LIMIT, IN_FETCH, IN_SNAPSHOT } from "../../src/laws/index.ts";
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
    IN_FETCH,
    AT_LIMIT,
    ".half",
    ".word",
  ];
  for (const { id, places } of EXHIBITS) {
    for (const place of places) expect([id, known.includes(place) ? place : undefined]).toEqual([id, place]);
  }
});

test("a fault has places, each once, or says why no single place is at fault", () => {
  for (const { id, places, whyNoPlace } of EXHIBITS) {
    expect([id, new Set(places).size]).toEqual([id, places.length]);
    if (places.length > 0) expect([id, whyNoPlace]).toEqual([id, undefined]);
    else expect([id, whyNoPlace]).toEqual([id, expect.stringMatching(/^[A-Z].{60,300}[^.\s]$/)]);
  }
});

test("no fault is found right wherever a diagnosis leads", () => {
  // A list of places says something only if most instructions are not in it.
  const names = new Set(INSTRUCTIONS.map(({ base }) => base.name));
  const elsewhere = [AFTER_LOADING, AFTER_RESUME, IN_SNAPSHOT, IN_FETCH, AT_LIMIT];
  for (const { id, places } of EXHIBITS) {
    const share = places.filter((place) => names.has(place)).length / names.size;
    expect([id, share < 0.5]).toEqual([id, true]);
    expect([id, elsewhere.every((place) => places.includes(place))]).toEqual([id, false]);
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
