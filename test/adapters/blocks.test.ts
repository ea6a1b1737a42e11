import { expect, test } from "vitest";
import { readCase, type Case } from "../../src/case/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import type { Target } from "../../src/targets/index.ts";
import { opening, whyNot } from "./adapter.ts";

// What engines say of blocks and calls is what they do: nothing less, and nothing else (reference/ckb-vm/machine.md 8).

/** A store in the middle of a block, and one in front of bytes that are no instruction. */
const PROGRAM: Case = readCase(
  "blocks.S",
  `/* rvrelay case 1 */
.option norvc
_start: j 1f
        sd a1, 0(a2)
        addi a0, a0, 1
        .word 0xffffffff
        lr.d a1, (a2)
        addi a0, a0, 1
1:      li a7, 93
        ecall
`,
).checked;

/** An engine that says something else of itself. */
function saying(engine: Target, { blocks, pcInCalls }: Pick<Target["capabilities"], "blocks" | "pcInCalls">): Target {
  const { blocks: _, pcInCalls: __, ...others } = engine.capabilities;
  const capabilities = { ...others, ...(blocks && { blocks }), ...(pcInCalls && { pcInCalls }) };
  return { name: engine.name, capabilities, policy: engine.policy ?? [], run: engine.run.bind(engine) };
}

const FAULTS: readonly (readonly [string, Target["capabilities"]["blocks"], string])[] = [
  ["ckb-vm:plain", undefined, "held"],
  ["ckb-vm:plain", "decoded", "broken"],
  ["ckb-vm:plain", "charged", "broken"],
  ["ckb-vm:trace", undefined, "broken"],
  ["ckb-vm:trace", "decoded", "held"],
  ["ckb-vm:trace", "charged", "broken"],
  ["ckb-vm:asm", undefined, "broken"],
  ["ckb-vm:asm", "decoded", "broken"],
  ["ckb-vm:asm", "charged", "held"],
];

test.for(FAULTS)("law faults on %s that says %s: %s", async ([name, blocks, verdict], { skip }) => {
  skip(whyNot(name) !== undefined, whyNot(name));
  const law = LAWS.find((each) => each.name === "faults")!;
  const target = saying(await opening(name), { ...(blocks && { blocks }) });
  expect((await law.check(PROGRAM, [target])).kind).toBe(verdict);
});

const CALLS: readonly (readonly [string, Target["capabilities"]["pcInCalls"], string])[] = [
  ["ckb-vm:plain", undefined, "held"],
  ["ckb-vm:plain", "behind", "broken"],
  ["ckb-vm:trace", undefined, "held"],
  ["ckb-vm:trace", "behind", "broken"],
  ["ckb-vm:asm", undefined, "broken"],
  ["ckb-vm:asm", "behind", "held"],
];

/** The exit is a block of its own, so that every engine can stop right before it. */
const EXIT: Case = readCase("exit.S", "/* rvrelay case 1 */\n_start: li a7, 93\n j 1f\n1: ecall\n").checked;

test.for(CALLS)("law inside-call on %s that says %s: %s", async ([name, pcInCalls, verdict], { skip }) => {
  skip(whyNot(name) !== undefined, whyNot(name));
  const law = LAWS.find((each) => each.name === "inside-call")!;
  const target = saying(await opening(name), { ...(pcInCalls && { pcInCalls }) });
  expect((await law.check(EXIT, [target])).kind).toBe(verdict);
});
