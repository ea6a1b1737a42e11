import { expect, test } from "vitest";
import { Random } from "../../src/generate/index.ts";
import { findInstruction, INSTRUCTIONS, instructionLength } from "../../src/isa/index.ts";
import { wordAt } from "../../src/laws/image.ts";
import { unguidedCase } from "../../src/museum/methods/unguided.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";

const CASES = 2000;
const [ENTRY, PREAMBLE, LENGTH] = [0x10000n, 32, 64];

test("every instruction is as likely as any other, whatever it does", () => {
  const target = new ReferenceTarget();
  const counts = new Map<string, number>();
  const stops = new Set<string>();
  for (let k = 0; k < CASES; k++) {
    const { world, budget } = unguidedCase(new Random(1, k));
    const booted = target.run(world, { start: "boot", maxCycles: 0n, snapshot: false });
    const memory = booted.state.memory!;
    let at = ENTRY;
    for (let n = 0; n < PREAMBLE + LENGTH; n++) {
      const word = wordAt(memory, at);
      const key = findInstruction(word)?.key ?? "none";
      if (n >= PREAMBLE) counts.set(key, (counts.get(key) ?? 0) + 1);
      at += BigInt(instructionLength(word));
    }
    stops.add(target.run(world, { start: "boot", maxCycles: budget, snapshot: false }).stop.kind);
  }
  // HINT forms and the instruction they are a form of are drawn apart, and are told apart by their fields.
  const mean = (CASES * LENGTH) / INSTRUCTIONS.length;
  for (const { key } of INSTRUCTIONS) expect([key, (counts.get(key) ?? 0) > mean / 2]).toEqual([key, true]);
  expect([...stops].toSorted()).toEqual(["budget", "exit", "fault"]);
});
