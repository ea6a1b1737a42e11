import { describe, expect, test } from "vitest";
import { HOST_CALLS, SYSTEM_CALLS } from "../../../src/case/index.ts";
import { HOST_ENDS } from "../../../src/generate/families/host-ends.ts";
import { generateCase, type CaseOptions } from "../../../src/generate/index.ts";
import { ISA_A } from "../../../src/isa/index.ts";
import { parseElf } from "../../../src/machine/index.ts";
import { boot, machineFor } from "../../../src/targets/reference-machine.ts";
import { mustEnd, runWhole } from "../run.ts";

const [A0, A1, A7] = [10, 11, 17];
const [FROZEN, EXECUTABLE, DIRTY] = [1, 2, 4];
const ALL = { systemCalls: [...Object.values(SYSTEM_CALLS), ...Object.values(HOST_CALLS)] };
const options: CaseOptions = { kinds: [ALL], size: 100 };

describe("what 300 cases do", () => {
  const reached = new Set<string>();
  for (let k = 0; k < 300; k++) {
    const { world, budget } = generateCase(5, k, { ...options, intents: { exit: 1 } });
    const made = machineFor(world, budget);
    boot(made, world);
    const { machine, calls } = made;
    machine.running = true;
    try {
      while (machine.running) {
        const [call, a0, a1] = [A7, A0, A1].map((r) => machine.registers[r]);
        const isCall = machine.memory.load32(machine.pc) === 0x73;
        const page = Number(a0);
        const flags = isCall && a0 < machine.memory.pageCount ? machine.memory.fetchFlag(page) : 0;
        const filled = isCall && call === 9005n && a0 < machine.memory.size ? machine.memory.fetchFlag(page >> 12) : 0;
        const isTracked = (flags & DIRTY) === 0 && calls.context.pages.has(page);
        machine.step();
        if (!isCall) continue;
        if (call === 9003n || call === 9004n) {
          const what = call === 9003n ? "set" : "cleared";
          reached.add(`flags ${what} on a page that is ${isTracked ? "tracked" : flags & DIRTY ? "dirty" : "clean"}`);
          if (flags & EXECUTABLE) reached.add(`flags ${what} on code`);
          if (a1 & BigInt(FROZEN)) reached.add(flags & FROZEN ? `frozen ${what} again` : `frozen ${what}`);
          if (a1 & BigInt(EXECUTABLE)) reached.add(`executable ${what}`);
        } else if (filled & ~DIRTY && machine.registers[A0] === 0n) {
          // What is added is in a2, which the call leaves alone.
          const added = Number(machine.registers[12] & 0xffn);
          reached.add(`filled over ${filled & ~DIRTY & ~added ? "other flags" : "the same flags"}`);
        } else reached.add(`${call} gives ${call === 9009n ? "something" : machine.registers[A0]}`);
      }
    } catch {
      // Where it ends is looked at below.
    }
  }
  test.each([
    ...["set", "cleared"].flatMap((what) => [
      `flags ${what} on a page that is tracked`,
      `flags ${what} on a page that is dirty`,
      `flags ${what} on a page that is clean`,
      `flags ${what} on code`,
      `executable ${what}`,
      `frozen ${what}`,
    ]),
    "frozen set again",
    "filled over other flags",
    "9002 gives 1",
    "9005 gives 0",
    "9005 gives 1",
    "9008 gives 0",
    "9009 gives something",
  ])("%s", (what) => expect(reached).toContain(what));
});

test("programs end as they are meant to, with W^X and without, in versions and memories of all sorts", () => {
  const memorySizes = [16384, 28672, 36864, 1 << 20];
  for (let k = 0; k < 500; k++) {
    const generated = generateCase(9, k, { ...options, intents: { exit: 1 }, memorySizes, writeXorExecute: "either" });
    if (generated.intent !== "any") mustEnd(generated, "exit");
  }
});

test("every way to end by a host call is met, and ends as it is meant to", () => {
  const met = new Set<string>();
  for (let k = 0; k < 1500; k++) {
    const generated = generateCase(7, k, { ...options, size: 20, intents: { exit: 1 } });
    const note = generated.program.items.find(({ kind }) => kind === "fault")?.note ?? "";
    const end = HOST_ENDS.find(({ name }) => note === `host call: ${name}`);
    if (!end) continue;
    met.add(end.name);
    if (end.ends === "anything") continue;
    const { stop } = runWhole(generated);
    expect(stop, `${generated.provenance}: ${note}`).toMatchObject({ kind: "fault", fault: { name: end.ends } });
  }
  expect(new Set(HOST_ENDS.map(({ name }) => name))).toEqual(met);
});

test("a machine is reset with a reservation, mostly where there can be one", () => {
  let [resets, reserved] = [0, 0];
  for (let k = 0; k < 1500; k++) {
    const { world, program } = generateCase(7, k, { ...options, size: 20, intents: { exit: 1 } });
    const end = program.items.find(({ note }) => note?.startsWith("host call: reset to"));
    if (!end || (world.isa & ISA_A) === 0) continue;
    resets++;
    if (end.ops.some(({ instruction }) => instruction?.name.startsWith("lr."))) reserved++;
  }
  expect(resets).toBeGreaterThan(30);
  expect(reserved).toBeGreaterThan(resets / 2);
  expect(reserved).toBeLessThan(resets);
});

test("a machine can be reset to another program, whose code stands where its own does", () => {
  let others = 0;
  for (let k = 0; k < 300; k++) {
    const { world, program } = generateCase(7, k, { ...options, size: 20, intents: { exit: 1 } });
    for (const { bytes } of world.sources) {
      if (bytes[0] !== 0x7f || bytes[1] !== 0x45 || bytes[2] !== 0x4c || bytes[3] !== 0x46) continue;
      const { entry } = parseElf(bytes, world.version);
      expect(Math.abs(Number(entry) - program.base)).toBeLessThan(program.codeRoom);
      expect(Buffer.compare(bytes, world.program)).not.toBe(0);
      others++;
    }
  }
  expect(others).toBeGreaterThan(20);
});

test("worlds without host calls have none", () => {
  for (let k = 0; k < 200; k++) expect(generateCase(7, k, { size: 20 }).families).not.toContain("host-calls");
});
