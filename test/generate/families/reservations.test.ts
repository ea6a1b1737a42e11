import { beforeAll, describe, expect, test } from "vitest";
import { casesOf, eachStep } from "./steps.ts";

/** What takes the reservation away or moves it (semantics.md 5): SC, whatever its outcome, and another LR. */
const LOSES = ["LR elsewhere", "SC there", "SC elsewhere"];
const KEEPS = [
  "nothing",
  "a store there",
  "a store of another width there",
  "a store beside it",
  "a store on its page",
  "a load there",
  "LR there",
  "an AMO there",
  "an AMO elsewhere",
  "a system call",
  "a branch",
];

describe("what SC gives behind LR and", () => {
  const outcomes = new Map<string, Set<bigint>>();
  const uses = new Set<string>();

  beforeAll(() => {
    for (const generated of casesOf("reservations", 500, { size: 400, versions: [1, 2] })) {
      const executed: number[] = [];
      let waiting: { note: string; rd: number; id: number } | undefined;
      eachStep(generated, ({ item: { id, note = "", kind }, op, machine }) => {
        if (waiting && waiting.id !== id) {
          const seen = outcomes.get(waiting.note) ?? new Set();
          if (waiting.rd !== 0) outcomes.set(waiting.note, seen.add(machine.registers[waiting.rd]));
          if (id === waiting.id + 1) uses.add(`${kind === "branch" ? "branch" : (op.instruction?.name ?? "")}`);
          waiting = undefined;
        }
        if (executed.at(-1) !== id) executed.push(id);
        const isLast = op.instruction?.name.startsWith("sc.") && /, SC[^,]*$/.test(note);
        const item = generated.program.items.find((each) => each.id === id);
        if (!isLast || item?.ops.at(-1) !== op) return;
        const next = generated.program.items.find((each) => each.id === id + 1);
        if (next?.note === note && next.kind === "access") return; // an SC in between
        // Only where execution came here from the LR in a straight line.
        const items = generated.program.items.filter((each) => each.note === note && each.id < id);
        const from = items.findLast(({ ops }) => ops.at(-1)?.instruction?.name.startsWith("lr.") === true);
        const straight = Array.from({ length: id - (from?.id ?? id) + 1 }, (_, k) => (from?.id ?? id) + k);
        if (from && straight.every((each, k) => executed.at(k - straight.length) === each)) {
          waiting = { note, rd: op.rd, id };
        }
      });
    }
  });

  test.each(KEEPS)("%s", (between) => {
    expect(outcomes.get(`LR, ${between}, SC`)).toEqual(new Set([0n]));
    expect(outcomes.get(`LR, ${between}, SC of the other width`)).toEqual(new Set([0n]));
    expect(outcomes.get(`LR, ${between}, SC elsewhere`)).toEqual(new Set([1n]));
  });

  test.each(LOSES)("%s", (between) => {
    for (const how of ["SC", "SC of the other width"]) {
      expect(outcomes.get(`LR, ${between}, ${how}`)).toEqual(new Set([1n]));
    }
  });

  test("its result is added or decides a branch", () => expect(uses).toEqual(new Set(["add", "branch"])));
});
