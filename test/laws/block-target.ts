import type { World } from "../../src/case/index.ts";
import { decode } from "../../src/isa/index.ts";
import { wordAt } from "../../src/laws/image.ts";
import { ReferenceTarget, type Finish, type Leg, type Target, type WorldSnapshot } from "../../src/targets/index.ts";

/** What a target says of itself, and what it does. */
export interface BlockOptions {
  readonly says?: "decoded" | "charged";
  readonly does: "decoded" | "charged";
}

const STEPS_MAX = 16;
const LAST = new Set(["auipc", "fence", "fence.i"]);

/**
 * The reference, executing block after block as CKB-VM's trace and assembly engines do (reference/ckb-vm/machine.md 8), each
 * with legs of its own. Slow; for worlds without fusion.
 */
export class BlockTarget implements Target {
  readonly name = "blocks";
  readonly capabilities: Target["capabilities"];
  readonly #inner = new ReferenceTarget();
  readonly #charges: boolean;

  constructor({ says, does }: BlockOptions) {
    this.capabilities = { ...this.#inner.capabilities, ...(says && { blocks: says }) };
    this.#charges = does === "charged";
  }

  run(world: World, leg: Leg): Finish {
    const { maxCycles } = leg;
    const spent = leg.start === "boot" ? 0n : leg.start.cycles;
    // A limit that is spent: nothing is executed.
    let last = this.#inner.run(world, { start: leg.start, maxCycles: spent, snapshot: true });
    if (!last.started || !last.snapshot) return this.#inner.run(world, leg);
    const output: Uint8Array[] = [];
    for (;;) {
      const start: WorldSnapshot = { ...last.snapshot!, maxCycles };
      const { fault, cost, end } = this.#block(world, last, start);
      if (fault) return ended({ ...last, stop: fault }, start, output);
      const isTooMuch = start.cycles + cost > maxCycles;
      if (this.#charges && isTooMuch) return ended({ ...last, stop: { kind: "budget" } }, start, output);
      const limit = isTooMuch ? maxCycles : start.cycles + cost;
      const next = this.#inner.run(world, { start, maxCycles: limit, snapshot: true });
      const snapshot = next.snapshot && { ...next.snapshot, maxCycles };
      output.push(next.state.output ?? new Uint8Array(0));
      last = { ...next, ...(snapshot && { snapshot }) };
      if (this.#charges && next.stop.kind === "fault")
        return ended(last, { pc: end, cycles: limit, maxCycles }, output);
      // A call that charges more than is left has spent it too.
      if (next.stop.kind !== "budget" || isTooMuch || next.state.cycles! > maxCycles)
        return ended(last, { pc: next.state.pc!, cycles: next.state.cycles!, maxCycles }, output);
    }
  }

  /** The block that begins where a leg stands: the reference is asked whether each of its instructions can be decoded. */
  #block(
    world: World,
    { state }: Finish,
    start: WorldSnapshot,
  ): { readonly fault?: Finish["stop"]; readonly cost: bigint; readonly end: bigint } {
    let [pc, cost] = [start.pc, 0n];
    for (let k = 0; k < STEPS_MAX; k++) {
      const asked = { start: { ...start, pc }, maxCycles: start.cycles, snapshot: false };
      const { stop } = this.#inner.run(world, asked);
      if (stop.kind === "fault") return { fault: stop, cost, end: pc };
      const instruction = decode(wordAt(state.memory!, pc), world.isa, world.version)!.instruction;
      cost += world.cost === "real" ? BigInt(instruction.cost) : 1n;
      pc += BigInt(instruction.length);
      if (instruction.endsBlock || LAST.has(instruction.base.name)) break;
    }
    return { cost, end: pc };
  }
}

/** A finish with these numbers, all output, and a snapshot that says the same. */
function ended(
  finish: Finish,
  { pc, cycles, maxCycles }: Pick<WorldSnapshot, "pc" | "cycles" | "maxCycles">,
  output: readonly Uint8Array[],
): Finish {
  const numbers = { pc, cycles, maxCycles };
  return {
    ...finish,
    state: { ...finish.state, ...numbers, output: Buffer.concat(output) },
    ...(finish.snapshot && { snapshot: { ...finish.snapshot, ...numbers } }),
  };
}
