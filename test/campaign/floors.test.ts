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

test("fewer than 95 of 100 programs that end by exit, by more than chance, miss a floor from 2,000 cases on", () => {
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
  // Of 2,000 that end so with a chance of 0.95, the deviation is 9.75: four of them are 39.
  expect(floorOf(1862, 2000)).toMatchObject({ atLeast: 1862, reached: 1862, of: 2000 });
  expect(floorOf(1861, 2000)).toMatchObject({ atLeast: 1862, reached: 1861, of: 2000 });
  // The more cases, the nearer to 95.
  expect(floorOf(1, 1_000_000)?.atLeast).toBeGreaterThan(949_000);
  expect(floorOf(1000, 1999)).toBeUndefined();
});

test("only a run of laws that execute nothing may have executed nothing", () => {
  const tally = new Tally();
  for (let k = 0; k < 20; k++) {
    tally.cases++;
    const evidence = { legs: 2, cuts: 0, comparisons: 2, retired: [new Float64Array(4)] };
    const spending = { legs: 0, shown: true };
    for (const name of ["loading", "cycles"]) tally.add(name, { kind: "held", evidence: { ...evidence, spending } });
  }
  const missedBy = (...names: string[]): string[] =>
    missed(
      randomFloors(
        tally,
        20,
        LAWS.filter(({ name }) => names.includes(name)),
      ),
    ).map(({ what }) => what);
  expect(missedBy("loading")).toEqual([]);
  expect(missedBy("loading", "cycles")).toEqual(["legs that spent cycles", "instructions executed"]);
});
