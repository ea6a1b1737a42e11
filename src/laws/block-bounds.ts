import type { World } from "../case/index.ts";
import { decode, ISA_MOP } from "../isa/index.ts";
import type { MemoryImage } from "../targets/target.ts";
import { wordAt } from "./image.ts";

/** Steps of a block of decoded instructions at most, and instructions of a fused step. */
const STEPS_MAX = 16;
const FUSED_MAX = 5;

/** What can stand between an address and the end of the block that goes on there. */
export interface BlockBounds {
  /** Every address at which an instruction of it begins or ends. */
  readonly borders: ReadonlySet<bigint>;
  /** Cycles that all of it costs at most. */
  readonly cost: bigint;
}

/**
 * Follows the instructions from `pc` up to the first that ends a block, or as many as a block can have. Fusion only makes
 * steps cheaper, so that the sum of all costs is a bound.
 */
export function blockBounds(memory: MemoryImage, pc: bigint, { isa, version, cost: model }: World): BlockBounds {
  const borders = new Set([pc]);
  let cost = 0n;
  let at = pc;
  for (let k = STEPS_MAX * (isa & ISA_MOP ? FUSED_MAX : 1); k > 0; k--) {
    const instruction = decode(wordAt(memory, at), isa, version)?.instruction;
    if (!instruction) break;
    cost += model === "constant" ? 1n : BigInt(instruction.cost);
    at += BigInt(instruction.length);
    borders.add(at);
    if (instruction.endsBlock) break;
  }
  return { borders, cost };
}
