import { expect, test } from "vitest";
import { opLength } from "../../../src/generate/op.ts";
import { mustBeExact } from "./exact.ts";
import { casesOf, eachStep } from "./steps.ts";

test("every way of tables of every size is taken, and all of them end behind the table", () => {
  const taken = new Set<string>();
  const kinds = new Set<string>();
  for (const generated of casesOf("jump-tables", 60)) {
    let inside: { id: number; way: number } | undefined;
    eachStep(generated, ({ item, n, op }) => {
      if (item.note === undefined) return;
      const ways = Number(/\d+/.exec(item.note)?.[0]);
      const perWay = (item.passedOver ?? 0) / (ways - 1);
      const first = item.ops.length - ways * perWay;
      if (n < first) {
        inside = undefined;
        kinds.add(op.instruction?.name ?? "");
        return;
      }
      const way = Math.floor((n - first) / perWay);
      // Whoever is inside of one way comes to no other.
      if (inside?.id === item.id) expect(way).toBe(inside.way);
      inside = { id: item.id, way };
      taken.add(`${way} of ${ways}`);
      kinds.add(`${opLength(item.ops[first])} bytes, ${perWay} instructions`);
    });
  }
  for (let ways = 2; ways <= 8; ways++) {
    for (let way = 0; way < ways; way++) expect(taken).toContain(`${way} of ${ways}`);
  }
  const wanted = ["andi", "remu", "remuw", "jalr", "c.jr", "4 bytes, 1 instructions", "2 bytes, 1 instructions"];
  expect([...kinds]).toEqual(expect.arrayContaining([...wanted, "4 bytes, 2 instructions", "2 bytes, 2 instructions"]));
});

test("all ways take the same cycles, with fusion and without", () => {
  for (const generated of casesOf("jump-tables", 100, { isa: [0, 5, 7] })) mustBeExact(generated);
});
