import { expect, test } from "vitest";
import { readCase, type CaseFile } from "../../src/case/index.ts";
import { compareFinishes, runSolo } from "../../src/laws/index.ts";
import { compareSnapshots } from "../../src/snapshot/index.ts";
import { ReferenceTarget, stopText, type Target } from "../../src/targets/index.ts";
import { opening, whyNot } from "./adapter.ts";

// What no directed program can say, because engines differ in it (reference/ckb-vm/machine.md 2, 3, 5 and 8), or because a
// relay of it must differ.

const reference = new ReferenceTarget();

function program(header: string, body: string): CaseFile {
  return readCase("engines.S", `/* rvrelay case 1\n${header} */\n_start: ${body}\n li a7, 93\n ecall\n`);
}

async function stopOn(target: Target, { checked }: CaseFile): Promise<string> {
  return stopText((await runSolo(checked, target)).finish.stop);
}

const FUSED_VERSION_0 = program(" * version: 0\n * isa: imc,mop\n", "lui a0, 1\n addiw a0, a0, -2048\n li a0, 7");

test.for([
  ["ckb-vm:plain", "fault InvalidVersion"],
  ["ckb-vm:asm", "fault InvalidVersion"],
  ["ckb-vm:trace", "exit 7"],
] as const)("version 0 with fusion: %s ends by %s", async ([name, stop], { skip }) => {
  skip(whyNot(name) !== undefined, whyNot(name));
  expect(await stopOn(reference, FUSED_VERSION_0)).toBe("fault InvalidVersion");
  expect(await stopOn(await opening(name), FUSED_VERSION_0)).toBe(stop);
});

const IN_CALL = program(" * system-calls: 9007\n", "li s0, 3\n li a7, 9007\n ecall\n li a0, 0");

test.for(["ckb-vm:plain", "ckb-vm:trace"])(
  "a snapshot inside a call by %s is the reference's",
  async (name, { skip }) => {
    skip(whyNot(name) !== undefined, whyNot(name));
    const expected = (await runSolo(IN_CALL.checked, reference, true)).finish;
    const actual = (await runSolo(IN_CALL.checked, await opening(name), true)).finish;
    expect(compareFinishes(expected, actual)).toEqual([]);
    expect(compareSnapshots(expected.snapshot!, actual.snapshot!)).toBeUndefined();
    // The call is made again when it is resumed: li s0, li a7 (two instructions) stand before it.
    expect([expected.snapshot?.pc, expected.state.pc]).toEqual([0x1000cn, 0x10010n]);
  },
);

test("a snapshot inside a call by ckb-vm:asm has pc behind the call", async ({ skip }) => {
  skip(whyNot("ckb-vm:asm") !== undefined, whyNot("ckb-vm:asm"));
  const { finish } = await runSolo(IN_CALL.checked, await opening("ckb-vm:asm"), true);
  expect([stopText(finish.stop), finish.snapshot?.pc]).toEqual(["fault Yield", 0x10010n]);
});

/** Asks for a pause and then takes a branch, where every engine looks at the flag. */
const PAUSED = program(" * system-calls: 9001\n", "li a7, 9001\n ecall\n j 1f\n1: li a0, 5");

test.for(["ckb-vm:plain", "ckb-vm:trace", "ckb-vm:asm"])(
  "a pause on %s stops the run, which ends as ever when it is resumed",
  async (name, { skip }) => {
    skip(whyNot(name) !== undefined, whyNot(name));
    const target = await opening(name);
    const { world, budget } = PAUSED.checked;
    const paused = (await runSolo(PAUSED.checked, target, true)).finish;
    expect(paused.stop).toEqual({ kind: "pause" });
    const rest = await target.run(world, { start: paused.snapshot!, maxCycles: budget, snapshot: false });
    const first = (await runSolo(PAUSED.checked, reference, true)).finish;
    const expected = reference.run(world, { start: first.snapshot!, maxCycles: budget, snapshot: false });
    expect(stopText(rest.stop)).toBe("exit 5");
    expect(compareFinishes(expected, rest)).toEqual([]);
  },
);
