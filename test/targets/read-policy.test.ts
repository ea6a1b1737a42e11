import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PolicyError, readPolicyText } from "../../src/targets/index.ts";

const GOOD = {
  id: "one",
  targets: ["ckb-vm:asm", "ckb-vm-latest:*"],
  versions: [0, 2],
  expected: ["fault *"],
  actual: "same",
  compare: {
    except: ["pc", "cycles"],
    cyclesApartMax: 1000,
    registersMax: 1,
    dirtyPagesMax: 1,
    instructions: ["amo*"],
  },
  reason: "It is so.",
  link: "machine.md 8",
  date: "2026-11-26",
  witness: "corpus/conformance/rv64a/amo-on-code.S",
};

function read(...entries: unknown[]): unknown {
  return readPolicyText(JSON.stringify({ entries }));
}

test("a good entry is read as it stands", () => {
  expect(read(GOOD)).toEqual([GOOD]);
  expect(read({ ...GOOD, writeXorExecute: false })).toEqual([{ ...GOOD, writeXorExecute: false }]);
  expect(read()).toEqual([]);
});

test("the policy of ckb-vm can be read, and every witness is there", () => {
  const root = join(import.meta.dirname, "../..");
  const entries = readPolicyText(readFileSync(join(root, "policy", "ckb-vm.json"), "utf8"));
  expect(entries.length).toBeGreaterThan(0);
  for (const { witness } of entries) expect(readFileSync(join(root, witness), "utf8")).toContain("rvrelay case");
});

describe("each bad entry is refused with the place", () => {
  const compare = (parts: object): object => ({ compare: { ...GOOD.compare, ...parts } });

  test.each<[change: object, message: string]>([
    [{ id: "" }, "entries[0].id"],
    [{ id: "  " }, "entries[0].id"],
    [{ targets: [] }, "entries[0].targets"],
    [{ targets: "ckb-vm:asm" }, "entries[0].targets"],
    [{ targets: [""] }, "entries[0].targets[0]"],
    [{ versions: [] }, "entries[0].versions"],
    [{ versions: [3] }, "entries[0].versions[0]"],
    [{ versions: ["2"] }, "entries[0].versions[0]"],
    [{ writeXorExecute: "no" }, "entries[0].writeXorExecute"],
    [{ writeXorExecute: null }, "entries[0].writeXorExecute"],
    [{ expected: [] }, "entries[0].expected"],
    [{ actual: "other" }, "entries[0].actual"],
    [{ actual: [] }, "entries[0].actual"],
    [{ reason: "" }, "entries[0].reason"],
    [{ link: "" }, "entries[0].link"],
    [{ date: "26.11.2026" }, "entries[0].date"],
    [{ date: "" }, "entries[0].date"],
    [{ witness: "" }, "entries[0].witness"],
    [{ comment: "x" }, "entries[0].comment"],
    [{ compare: [] }, "entries[0].compare"],
    [compare({ everything: true }), "entries[0].compare.everything"],
    [compare({ except: ["stop"] }), "entries[0].compare.except[0]"],
    [compare({ except: [] }), "entries[0].compare.except"],
    [compare({ instructions: [] }), "entries[0].compare.instructions"],
    [compare({ registers: ["x32"] }), "entries[0].compare.registers[0]"],
    [compare({ registers: [] }), "entries[0].compare.registers"],
    [compare({ cyclesApartMax: 1001 }), "entries[0].compare.cyclesApartMax"],
    [compare({ cyclesApartMax: 0 }), "entries[0].compare.cyclesApartMax"],
    [compare({ registersMax: 2 }), "entries[0].compare.registersMax"],
    [compare({ dirtyPagesMax: 2 }), "entries[0].compare.dirtyPagesMax"],
    [compare({ atReferenceCycles: "yes" }), "entries[0].compare.atReferenceCycles"],
    [compare({ pcFrom: 4294967296 }), "entries[0].compare.pcFrom"],
    [compare({ afterPause: null }), "entries[0].compare.afterPause"],
    [compare({ atOwnCycles: 1 }), "entries[0].compare.atOwnCycles"],
    [{ compare: { except: ["cycles"] } }, "entries[0].compare.cyclesApartMax"],
    [{ compare: { atOwnCycles: true } }, "entries[0].compare.cyclesApartMax"],
  ])("%j", (change, message) => {
    expect(() => read({ ...GOOD, ...change })).toThrow(PolicyError);
    expect(() => read({ ...GOOD, ...change })).toThrow(message);
  });

  test.each(Object.keys(GOOD))("without %s", (key) => {
    const { [key]: _, ...rest } = GOOD as Record<string, unknown>;
    expect(() => read(rest)).toThrow(`entries[0].${key}`);
  });

  test("two with the same id", () => {
    expect(() => read(GOOD, GOOD)).toThrow("entry one is there twice");
  });

  test.each(["", "[", "[]", "{}", '{"entries":{}}', '{"entries":[1]}', "null"])("a file that is %j", (text) => {
    expect(() => readPolicyText(text)).toThrow(PolicyError);
  });
});
