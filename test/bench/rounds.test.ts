import { expect, test } from "vitest";
import { measureInRounds, type Measured, type Side } from "../../bench/rounds.ts";

interface NamedRow {
  readonly name: string;
}

const rows: readonly NamedRow[] = [{ name: "a" }, { name: "b" }];

/** A side that writes down what it is asked, and answers with the next of its values. */
function side(name: string, asked: string[], values: readonly number[]): Side<NamedRow> {
  let next = 0;
  return {
    name,
    sample: async (row) => {
      asked.push(`${name} ${row.name}`);
      return Promise.resolve({ value: values[next++ % values.length] });
    },
  };
}

test("rows alternate within a round, and sides change their order from round to round", async () => {
  const asked: string[] = [];
  await measureInRounds(rows, [side("now", asked, [1]), side("native", asked, [1])], 3);
  const [thisWay, otherWay] = ["now a, native a, now b, native b", "native a, now a, native b, now b"];
  expect(asked.join(", ")).toBe([thisWay, otherWay, thisWay].join(", "));
});

test("a figure is the median of the rounds with its noise", async () => {
  const found = await measureInRounds([rows[0]], [side("now", [], [100, 104, 98])], 3);
  expect(found.get("a")?.get("now")).toEqual({ median: 100, noise: 0.02, samples: [100, 104, 98], about: "" });
});

test("a row that has nothing to do with a side has no figure of it", async () => {
  const native: Side<NamedRow> = {
    name: "native",
    sample: ({ name }) => (name === "a" ? given({ value: 5 }) : undefined),
  };
  const found = await measureInRounds(rows, [side("now", [], [1]), native], 2);
  expect([...(found.get("a")?.keys() ?? [])]).toEqual(["now", "native"]);
  expect([...(found.get("b")?.keys() ?? [])]).toEqual(["now"]);
});

test.each<[why: string, sample: () => Promise<Measured>, missing: string]>([
  ["fails", async () => Promise.reject(new Error("case 7 is broken")), "failed: case 7 is broken"],
  ["lacks something", async () => given({ missing: "not built" }), "not built"],
])("a side that %s says why, is not asked again, and holds up nobody", async (_, sample, missing) => {
  let calls = 0;
  const bad: Side<NamedRow> = {
    name: "bad",
    sample: ({ name }) => {
      if (name !== "a") return given({ value: 3 });
      return ++calls === 2 ? sample() : given({ value: 2 });
    },
  };
  const found = await measureInRounds(rows, [bad, side("now", [], [1])], 4);
  expect(found.get("a")?.get("bad")).toEqual({ missing });
  expect(calls).toBe(2);
  expect(found.get("b")?.get("bad")).toMatchObject({ median: 3 });
  expect(found.get("a")?.get("now")).toMatchObject({ samples: [1, 1, 1, 1] });
});

test("the noise of one round is not known", async () => {
  const found = await measureInRounds(rows, [side("now", [], [100])], 1);
  expect(found.get("a")?.get("now")).toEqual({ median: 100, samples: [100], about: "" });
});

test("progress tells round and row", async () => {
  const told: string[] = [];
  await measureInRounds(rows, [side("now", [], [1])], 2, (text) => told.push(text));
  expect(told).toEqual(["round 1 of 2: a", "round 1 of 2: b", "round 2 of 2: a", "round 2 of 2: b"]);
});

async function given(measured: Measured): Promise<Measured> {
  return Promise.resolve(measured);
}
