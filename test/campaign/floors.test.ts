import { expect, test } from "vitest";
import { missed, randomFloors, Tally } from "../../src/campaign/index.ts";
import { LAWS } from "../../src/laws/index.ts";

test("a run that checked nothing reaches no floor", () => {
  const floors = randomFloors(new Tally(), 100, LAWS);
  expect(missed(floors).map(({ what }) => what)).toContain("cases");
});

test("a run whose every leg ends at once misses the floors of cuts and instructions", () => {
  const tally = new Tally();
  for (let k = 0; k < 10; k++) {
    tally.cases++;
    const evidence = {
      legs: 2,
      cuts: 0,
      comparisons: 1,
      stop: { kind: "exit", code: 0 } as const,
      retired: [new Float64Array(4)],
    };
    tally.add("relay", { kind: "held", evidence });
  }
  const names = missed(randomFloors(tally, 10, LAWS)).map(({ what }) => what);
  expect(names).toContain("really cut checks of law relay");
  expect(names).toContain("instructions executed");
});

test("unsupported is not held", () => {
  const tally = new Tally();
  tally.cases = 4;
  for (let k = 0; k < 4; k++) tally.add("relay", { kind: "unsupported", reason: "no snapshots" });
  expect(tally.checks).toBe(0);
  expect(missed(randomFloors(tally, 4, LAWS)).map(({ what }) => what)).toContain("checks of law relay");
  expect(tally.unsupported.get("law relay: no snapshots")).toBe(4);
});

test("fewer than 95 of 100 programs that end by exit miss a floor from 2,000 cases on", () => {
  const tally = (exits: number, cases: number): Tally => {
    const counted = new Tally();
    counted.cases = cases;
    counted.stops.set("exit 0", exits - 10);
    counted.stops.set("exit other", 10);
    counted.stops.set("budget", cases - exits);
    return counted;
  };
  const floorOf = (exits: number, cases: number) =>
    randomFloors(tally(exits, cases), 1, LAWS).find(({ what }) => what === "programs that end by exit");
  expect(floorOf(1900, 2000)).toMatchObject({ atLeast: 1900, reached: 1900, of: 2000 });
  expect(floorOf(1899, 2000)).toMatchObject({ atLeast: 1900, reached: 1899, of: 2000 });
  expect(floorOf(1000, 1999)).toBeUndefined();
});
