import type { World } from "../case/index.ts";
import { decode, ISA_MOP } from "../isa/index.ts";
import type { Fault } from "../machine/index.ts";
import type { MemoryImage } from "../targets/target.ts";
import { wordAt } from "./image.ts";

/** Steps of a block of decoded instructions at most, and instructions of a fused step. */
const STEPS_MAX = 16;
const FUSED_MAX = 5;

/** What can stand between an address and the end of the block that goes on there. */
export interface BlockBounds {
  /** Every address at which an instruction of it begins or ends, ascending. */
  readonly borders: ReadonlySet<bigint>;
  /** Cycles that all of it costs at most. */
  readonly cost: bigint;
  /** What decoding meets before the block ends, if it does: behind the last of the borders. */
  readonly fault?: Fault;
}

/**
 * Follows the instructions from `pc` up to the first that ends a block, or as many as a block can have. Fusion only makes
 * steps cheaper, so that the sum of all costs is a bound.
 */
export function blockBounds(memory: MemoryImage, pc: bigint, world: World): BlockBounds {
  return followBlock(pc, world, (at) => wordAt(memory, at));
}

/** The same where `fetch` gives the instruction at an address, or why there is none. */
export function followBlock(pc: bigint, world: World, fetch: (address: bigint) => number | Fault): BlockBounds {
  const { isa, version, cost: model } = world;
  const borders = new Set([pc]);
  let cost = 0n;
  let at = pc;
  for (let most = STEPS_MAX * (isa & ISA_MOP ? FUSED_MAX : 1); most > 0; most--) {
    const word = fetch(at);
    if (typeof word !== "number") return { borders, cost, fault: word };
    const instruction = decode(word, isa, version)?.instruction;
    if (!instruction) return { borders, cost, fault: { name: "InvalidInstruction", pc: at, instruction: word } };
    cost += model === "constant" ? 1n : BigInt(instruction.cost);
    at += BigInt(instruction.length);
    borders.add(at);
    const { name } = instruction.base;
    // AUIPC ends a block, but not if it is one step with what stands behind it.
    const mayGoOn = name === "auipc" && (isa & ISA_MOP) !== 0 && FUSED_WITH_AUIPC.has(nameAt(fetch(at), world));
    if (!mayGoOn && (instruction.endsBlock || ALSO_LAST.has(name))) break;
  }
  return { borders, cost };
}

/** Instructions that end a block though execution goes on behind them (reference/ckb-vm/machine.md 8.1). */
const ALSO_LAST: ReadonlySet<string> = new Set(["auipc", "fence", "fence.i"]);

/** Second instructions of the sequences that AUIPC begins (reference/ckb-vm/mop.md 1). */
const FUSED_WITH_AUIPC: ReadonlySet<string> = new Set(["jalr", "addi"]);

function nameAt(word: number | Fault, { isa, version }: World): string {
  return (typeof word === "number" && decode(word, isa, version)?.instruction.base.name) || "";
}
