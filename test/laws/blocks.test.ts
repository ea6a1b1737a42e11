// The laws that say where an instruction leaves pc and cycles, on targets that work on whole blocks.
import { describe, expect, test } from "vitest";
import type { Case } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { ISA_MOP } from "../../src/isa/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { caseOf } from "./altered.ts";
import { BlockTarget, type BlockOptions } from "./block-target.ts";
import { lawNamed } from "./law-counts.ts";

const SEED = 52n;
const CASES = 6;

function cases(intents: Readonly<Record<string, number>>): Case[] {
  const found: Case[] = [];
  for (let k = 0; found.length < CASES; k++) {
    const checked = generateCase(SEED, k, { size: 40, intents });
    if ((checked.world.isa & ISA_MOP) === 0) found.push(checked);
  }
  return found;
}

const EXITS = cases({ exit: 1 });
const FAULTS = cases({ fault: 1 });

async function verdicts(name: string, options: BlockOptions, checked: readonly Case[]): Promise<string[]> {
  const law = lawNamed(LAWS, name);
  const kinds: string[] = [];
  for (const each of checked) kinds.push((await law.check(each, [new BlockTarget(options)])).kind);
  return kinds;
}

describe.each(["faults", "permissions", "untouched"])("law %s", (name) => {
  test.each(["decoded", "charged"] as const)("holds on blocks that are %s, if that is said", async (does) => {
    const kinds = await verdicts(name, { says: does, does }, [...EXITS, ...FAULTS]);
    expect(kinds).not.toContain("broken");
    expect(kinds.filter((kind) => kind === "held").length).toBeGreaterThan(CASES);
  });
});

test.each<[says: BlockOptions["says"], does: BlockOptions["does"]]>([
  [undefined, "charged"],
  ["decoded", "charged"],
  ["charged", "decoded"],
])("law faults is broken where %s is said and blocks are %s", async (says, does) => {
  const options = { ...(says && { says }), does };
  expect(await verdicts("faults", options, EXITS)).toContain("broken");
});

/** Behind the store stand bytes that are no instruction, in the same block. */
const AHEAD = caseOf(
  ".option norvc; _start: j 1f; sd a1, 0(a2); addi a0, a0, 1; .word 0xffffffff; 1: li a7, 93; ecall\n",
);

test.each<[says: BlockOptions["says"], does: BlockOptions["does"], verdict: string]>([
  ["decoded", "decoded", "held"],
  ["charged", "charged", "held"],
  [undefined, "decoded", "broken"],
])("bytes that are no instruction are met ahead: %s is said, blocks are %s, %s", async (says, does, verdict) => {
  expect(await verdicts("faults", { ...(says && { says }), does }, [AHEAD])).toEqual([verdict]);
});

test("law faults is broken by a target that says that it decodes ahead, and does not", async () => {
  const law = lawNamed(LAWS, "faults");
  const target = new BlockTarget({ says: "decoded", does: "decoded" });

  const reference = new ReferenceTarget();
  const lying = { name: "lying", capabilities: target.capabilities, run: reference.run.bind(reference) };
  expect((await law.check(AHEAD, [lying])).kind).toBe("broken");
  expect((await law.check(AHEAD, [reference])).kind).toBe("held");
});
