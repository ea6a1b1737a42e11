import { join } from "node:path";
import { expect, test } from "vitest";
import { readCase, type Case } from "../../src/case/index.ts";
import { runGate } from "../../src/campaign/index.ts";
import { readCases } from "../../src/cli/corpus.ts";
import { generateCase } from "../../src/generate/index.ts";
import { LAWS, runRelay, runSolo } from "../../src/laws/index.ts";
import { compareSnapshots } from "../../src/snapshot/index.ts";
import { ReferenceTarget, stopText, unsupportedReason, type Target } from "../../src/targets/index.ts";
import { opening, whyNot } from "./adapter.ts";

// Worlds without W^X: what engines do with code that changes after they decoded it. No directed program can say it, for
// a relay of it ends elsewhere (reference/ckb-vm/decode.md 8), or engines differ in it (machine.md 8.1).

const PLAIN = ["reference", "ckb-vm:plain", "ckb-vm-latest:plain"];
const TRACE = ["ckb-vm:trace", "ckb-vm-latest:trace"];
const SEED = 21n;
const ROOT = join(import.meta.dirname, "../..");

/** A world without W^X that charges 1 for every instruction, all of which have 32 bits. */
function writing(body: string): Case {
  const header = "/* rvrelay case 1\n * write-xor-execute: no\n * cost: constant\n */";
  return readCase("writing.S", `${header}\n.option norvc\n_start: ${body}\n li a7, 93\n ecall\n`).checked;
}

async function named(name: string, skip: (condition: boolean, note?: string) => void): Promise<Target> {
  if (name === "reference") return new ReferenceTarget();
  skip(whyNot(name) !== undefined, whyNot(name));
  return opening(name);
}

async function stopOf(checked: Case, target: Target): Promise<string> {
  return stopText((await runSolo(checked, target)).finish.stop);
}

/** Three rounds, each of which changes `addi s0, s0, 1` to `addi s0, s0, 10` behind its execution. */
const ROUNDS = writing(`
        li s0, 0
        li s1, 3
        la s2, changed
        li t0, 0x00a40413
changed:
        addi s0, s0, 1
        sw t0, 0(s2)
        addi s1, s1, -1
        bnez s1, changed
        mv a0, s0`);

test.for([...PLAIN, ...TRACE])(
  "%s executes what it decoded, and what stands there after a cut",
  async (name, { skip }) => {
    const target = await named(name, skip);
    expect(await stopOf(ROUNDS, target)).toBe("exit 3");
    // Six instructions before the loop (two of them are `la`, two `li t0`), then the addition and the store.
    const relay = await runRelay({ ...ROUNDS, cuts: [8n] }, [target]);
    expect([relay.legs.length, stopText(relay.finish.stop)]).toEqual([2, "exit 21"]);
  },
);

/** A store that changes the instruction `ahead` places behind it, first in a block of its own. */
function changing(ahead: number): Case {
  return writing(`
        la s2, changed
        li t0, 0x00500513
        j 1f
1:      sw t0, 0(s2)
        .rept ${ahead - 1}
        nop
        .endr
changed:
        li a0, 4`);
}

test.for(PLAIN)("%s sees a change of the next instruction", async (name, { skip }) => {
  const target = await named(name, skip);
  for (const ahead of [1, 2, 15, 16]) expect([ahead, await stopOf(changing(ahead), target)]).toEqual([ahead, "exit 5"]);
});

test.for(TRACE)("%s decodes the 15 instructions behind the first one before it executes it", async (name, { skip }) => {
  const target = await named(name, skip);
  for (const ahead of [1, 2, 15]) expect([ahead, await stopOf(changing(ahead), target)]).toEqual([ahead, "exit 4"]);
  for (const ahead of [16, 17]) expect([ahead, await stopOf(changing(ahead), target)]).toEqual([ahead, "exit 5"]);
});

/** Executes a routine, changes it, executes its neighbour 512 bytes behind, and the routine again. */
const NEIGHBOURS = writing(`
        la s2, near
        jalr s2
        li t0, 0x00500513
        sw t0, 0(s2)
        addi s3, s2, 512
        jalr s3
        jalr s2
        j 1f
        .balign 512
near:   li a0, 4
        ret
        .skip 512 - 8
        li a0, 6
        ret
1:`);

// Entries by bits 16:13 and 8:1 in 0.24.12, so that the neighbour takes the routine's place; in 0.24.15 by pc XOR pc / 64,
// so that it does not; the block caches have a place for each 4 bytes of 32 KiB.
test.for([
  ["reference", "exit 5"],
  ["ckb-vm:plain", "exit 5"],
  ["ckb-vm-latest:plain", "exit 4"],
  ["ckb-vm:trace", "exit 4"],
  ["ckb-vm-latest:trace", "exit 4"],
] as const)("%s, after a neighbour 512 bytes behind was executed: %s", async ([name, stop], { skip }) => {
  expect(await stopOf(NEIGHBOURS, await named(name, skip))).toBe(stop);
});

test.for(PLAIN.slice(1).concat(TRACE))("%s gives the reference's snapshots of such worlds", async (name, { skip }) => {
  const target = await named(name, skip);
  const corpus = readCases([join(ROOT, "corpus", "conformance", "machine")], ROOT);
  let compared = 0;
  for (const { name: file, checked } of corpus.filter((each) => !each.checked.world.writeXorExecute)) {
    if (file.endsWith("store-over-end-1-mib.S") || file.endsWith("fetch-memory-end.S")) continue; // see policy/ckb-vm.json
    const expected = (await runSolo(checked, new ReferenceTarget(), true)).finish.snapshot;
    const actual = (await runSolo(checked, target, true)).finish.snapshot;
    if (!expected || !actual) throw new Error(`${file}: no snapshot`);
    expect([file, compareSnapshots(expected, actual)]).toEqual([file, undefined]);
    compared++;
  }
  expect(compared).toBeGreaterThan(10);
});

const CASES = 200;

test.for([
  ["ckb-vm:plain", "ckb-vm:trace"],
  ["ckb-vm-latest:plain", "ckb-vm-latest:trace"],
] as const)(
  `${CASES} random cases of such worlds, with all laws, over the reference, %s and %s`,
  async (names, { skip }) => {
    const targets = [new ReferenceTarget(), await named(names[0], skip), await named(names[1], skip)];
    const kinds = [{ writeXorExecute: false }];
    const result = await runGate({
      targets,
      laws: LAWS,
      seed: SEED,
      cases: CASES,
      timeMs: Infinity,
      caseAt: (k) => ({ name: `seed ${SEED} case ${k}`, checked: generateCase(SEED, k, { kinds }) }),
      regressions: [],
      conformance: [],
    });
    expect(result.findings.map(({ law, name, divergence }) => [law, name, divergence.differences])).toEqual([]);
    expect(result.failures).toEqual([]);
    for (const name of names) expect(result.tally.legsByTarget.get(name)).toBeGreaterThan(CASES);
  },
);

test.for(["ckb-vm:asm", "ckb-vm-latest:asm"])("%s runs no such world", async (name, { skip }) => {
  const target = await named(name, skip);
  expect(unsupportedReason(target, ROUNDS.world)).toBe(`${name} never lets code be written`);
  await expect(runSolo(ROUNDS, target)).rejects.toThrow("world.writeXorExecute");
});
