import { expect, test } from "vitest";
import { explain } from "./explain.ts";
import { renew } from "./page.ts";
import type { Fate, Mutant } from "./results.ts";

const mutant = (text: string, fate: Fate, file = "src/isa/none.ts"): Mutant => ({ file, line: 1, text, fate });

test("a reason serves the living mutants that it names, and no more of them than it says", () => {
  const twins = [1, 2, 3].map(() => mutant("X: a → b", "survived"));
  const other = mutant("X: c → d", "uncovered");
  const reasons = [{ reason: "same", mutants: ["X: a → b ×2"] }];
  const { explained, unexplained, unused } = explain([...twins, other], reasons);
  expect(explained[0].mutants).toEqual(twins.slice(0, 2));
  expect([unexplained, unused]).toEqual([[twins[2], other], []]);
});

test("a reason for what is killed, or is not there so often, is told", () => {
  const reasons = [{ reason: "same", mutants: ["X: a → b", "X: c → d ×2", "X: e → f"] }];
  const mutants = [mutant("X: a → b", "laws"), mutant("X: c → d", "survived")];
  expect(explain(mutants, reasons).unused).toEqual(["X: a → b", "X: c → d ×2", "X: e → f"]);
});

test("the page keeps what was not measured again, and adds up all of it", () => {
  const first = new Map([
    ["src/isa/a.ts", [mutant("X: a → b", "corpus"), mutant("X: c → d", "survived")]],
    ["src/isa/b.ts", [mutant("X: e → f", "unit"), mutant("X: g → h", "uncovered")]],
  ]);
  const page = renew("", first);
  expect(page).toContain("| **all** | 4 | 1 | 0 | 0 | 1 | 1 | 1 | 25.0 % | 50.0 % |");
  expect(page).toContain("## src/isa/b.ts\n\n**No reason yet.**\n\n- `X: g → h`");
  expect(page).toContain("### Noticed by unit tests only\n\n- `X: e → f`");
  expect(renew(page, new Map())).toBe(page);
  const again = renew(page, new Map([["src/isa/b.ts", [mutant("X: e → f", "laws")]]]));
  expect(again).toContain("| **src/isa** | 3 | 1 | 1 | 0 | 0 | 1 | 0 | 66.7 % | 66.7 % |");
  expect(again).toContain("## src/isa/a.ts");
  expect(again).not.toContain("## src/isa/b.ts");
});
