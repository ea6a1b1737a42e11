import { describe, test } from "vitest";
import { readCase, type World } from "../../src/case/index.ts";
import { ISA_A, ISA_B, ISA_MOP, type VmVersion } from "../../src/isa/index.ts";
import { compareUnderPolicy, runLeg } from "../../src/laws/index.ts";
import { ReferenceTarget, type Finish, type Leg, type Target, type WorldSnapshot } from "../../src/targets/index.ts";
import { randomFrom } from "../targets/wire/mutate.ts";
import { opening, whyNot } from "./adapter.ts";
import { randomSequence } from "./sequences.ts";

const SEQUENCES = 150;
/** Where runs are cut: before, between and after the parts, and far behind them. */
const CUTS = [0n, 1n, 2n, 3n, 4n, 5n, 6n, 8n, 33n];
const END = 300n;
const ENTRY = 0x10000n;

const reference = new ReferenceTarget();

/** A world whose program is this code, and a snapshot at its beginning with registers as they come. */
function begin(code: Buffer, version: VmVersion, random: (below: number) => number): [World, WorldSnapshot] {
  const bytes = [...code].join(", ");
  const { world: plain } = readCase("fused.S", `_start: .byte ${bytes}\n1: j 1b\n`).checked;
  const world = { ...plain, version, isa: ISA_A | ISA_B | ISA_MOP };
  const { snapshot } = reference.run(world, { start: "boot", maxCycles: 0n, snapshot: true });
  if (!snapshot) throw new Error("no snapshot");
  const registers = snapshot.registers.map((_, r) => (r === 0 ? 0n : drawValue(random)));
  return [world, { ...snapshot, registers, pc: ENTRY }];
}

function drawValue(random: (below: number) => number): bigint {
  const edges = [0n, 1n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 31n, 2n ** 32n - 1n, 0x10000n, 0x10004n];
  if (random(2) === 0) return edges[random(edges.length)];
  return (BigInt(random(2 ** 32)) << 32n) | BigInt(random(2 ** 32));
}

async function mustAgree(what: string, world: World, leg: Leg, target: Target): Promise<Finish> {
  const expected = await runLeg(reference, world, leg);
  const actual = await runLeg(target, world, leg);
  const rerun = async (maxCycles: bigint): Promise<Finish> =>
    runLeg(reference, world, { ...leg, maxCycles, snapshot: true });
  const { differences } = await compareUnderPolicy({ world, expected, actual, target, yardstick: reference, rerun });
  if (differences.length > 0) throw new Error(`${what}: ${JSON.stringify(differences)}`);
  return actual;
}

describe.each(["ckb-vm:plain", "ckb-vm:trace", "ckb-vm:asm", "ckb-vm-latest:plain"])("%s", (name) => {
  test.for([1, 2] as const)(
    `runs ${SEQUENCES} sequences that fuse, or nearly, as the reference does, cut anywhere, in version %i`,
    async (version, { expect, skip }) => {
      skip(whyNot(name) !== undefined, whyNot(name));
      const target = await opening(name);
      const random = randomFrom(100 + version);
      let legs = 0;
      for (let k = 0; k < SEQUENCES; k++) {
        const code = randomSequence(random);
        const [world, start] = begin(code, version, random);
        const what = `${code.toString("hex")}, case ${k}`;
        await mustAgree(what, world, { start, maxCycles: END, snapshot: false }, target);
        for (const cut of CUTS) {
          const half = await mustAgree(`${what} to ${cut}`, world, { start, maxCycles: cut, snapshot: true }, target);
          legs++;
          if (half.stop.kind !== "budget" || !half.snapshot) break;
          const rest = { start: half.snapshot, maxCycles: END, snapshot: false };
          await mustAgree(`${what} from ${cut}`, world, rest, target);
        }
      }
      expect(legs).toBeGreaterThan(3 * SEQUENCES);
    },
  );
});
