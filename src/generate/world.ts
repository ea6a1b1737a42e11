import { DEFAULT_WORLD, type DataPiece, type WorldKind } from "../case/index.ts";
import { ISA_A, ISA_B, ISA_MOP, type IsaSet, type VmVersion } from "../isa/index.ts";
import { areaBytes } from "./memory-map.ts";
import { MEMORY_SIZE_LARGE_MAX, pickFilledMemorySize, pickMemorySize } from "./memory-sizes.ts";
import { poolBytes } from "./pool.ts";
import { pickArguments, type Filling } from "./program-arguments.ts";
import type { Random } from "./random.ts";
import type { Surroundings } from "./surroundings.ts";

/** What worlds may be like. */
export interface WorldOptions {
  /** VM versions to choose from; all if left out. */
  readonly versions?: readonly VmVersion[] | undefined;
  /**
   * The ISA set, or sets to choose from; all there are if left out. Version 0 has none with macro-op fusion: there that
   * bit is taken out of what is chosen.
   */
  readonly isa?: IsaSet | readonly IsaSet[] | undefined;
  /**
   * Whether pages are writable or executable, never both: true, as for most targets, false, or "either" for worlds of
   * both sorts.
   */
  readonly writeXorExecute?: boolean | "either" | undefined;
  /**
   * Memory sizes to choose from: bytes, multiples of 4096, of `MEMORY_SIZE_MIN` at least. If left out, multiples of
   * 256 KiB up to 4 MiB, which suit most targets, and a few of other sizes, up to 65 MiB.
   */
  readonly memorySizes?: readonly number[] | undefined;
  /** Kinds of worlds to choose from, for targets that few worlds suit; what a kind says goes before the options above. */
  readonly kinds?: readonly WorldKind[] | undefined;
}

const PAGE = 4096;
/** What data pieces are longer or shorter than whole pages. */
const NEAR = [0, 0, 0, 1, -1, 5];
/** One piece in so many is long, in memories that have the room: by itself it makes every run that refers to it long. */
const LONG_EVERY = 50;
const LONG_PAGES = [9, 10, 12, 16, 17, 24, 32, 33, 40, 64];
const LONG_MEMORY_MIN = 1024 * 1024;
/** One world in so many has arguments that fill the stack, or nearly so. */
const FILLED_EVERY = 200;
/** Of 100 of these, those with memory of any size: their stacks are large, and so are the snapshots of their runs. */
const PERCENT_FILLED_AS_IT_IS = 6;
const VERSIONS: readonly VmVersion[] = [0, 1, 1, 2, 2, 2];
const ISA_SETS: readonly IsaSet[] = [
  ISA_A | ISA_B,
  ISA_A | ISA_B,
  ISA_A | ISA_B,
  ISA_A | ISA_B,
  ISA_A,
  ISA_B,
  0,
].flatMap((isa) => [isa, isa | ISA_MOP]);
/** A world without its program. Its arguments fit into the stack, unless they are to be more and memory is small enough. */
export function pickWorld(random: Random, options: WorldOptions = {}, wanted: Filling = "some"): Surroundings {
  const kind = options.kinds && options.kinds.length > 0 ? random.pick(options.kinds) : {};
  const { versions, isa, writeXorExecute = true } = { ...options, ...kind };
  const sets = isa === undefined ? ISA_SETS : typeof isa === "number" ? [isa] : isa;
  const pieces = random.chance(70) ? random.between(1, 3) : 0;
  const version = random.pick(versions ?? VERSIONS);
  const chosen = random.pick(sets);
  const filling = wanted === "some" && random.below(FILLED_EVERY) === 0 ? "all" : wanted;
  const memorySize = kind.memorySize ?? pickSize(random, options.memorySizes, filling, kind.memorySizeMax);
  return {
    version,
    isa: version === 0 ? chosen & ~ISA_MOP : chosen,
    memorySize,
    cost: kind.cost ?? (random.chance(80) ? "real" : "constant"),
    args: pickArguments(random, { memorySize, version }, filling),
    sources: pickSources(random, pieces, memorySize),
    markProgram: random.chance(80),
    systemCalls: kind.systemCalls ?? DEFAULT_WORLD.systemCalls,
    writeXorExecute: writeXorExecute === "either" ? random.chance(50) : writeXorExecute,
  };
}

function pickSize(
  random: Random,
  sizes: readonly number[] | undefined,
  filling: Filling,
  most = MEMORY_SIZE_LARGE_MAX,
): number {
  if (sizes && sizes.length > 0) return random.pick(sizes);
  // Some targets have memory of one size only: there, too, stacks are filled at times.
  if (filling !== "some" && !random.chance(PERCENT_FILLED_AS_IT_IS)) return pickFilledMemorySize(random);
  return pickMemorySize(random, most >= MEMORY_SIZE_LARGE_MAX);
}

function pickSources(random: Random, count: number, memorySize: number): DataPiece[] {
  const sources: DataPiece[] = [];
  for (let k = 0; k < count; k++) {
    const source = random.pick([0n, 1n, 2n, 3n, 0xffff_ffffn]);
    const index = random.pick([1n, 1n, 2n, 7n, 0xffff_fffen]);
    const id = (source << 32n) | index;
    if (sources.every((piece) => piece.id !== id)) sources.push({ id, bytes: pickBytes(random, memorySize) });
  }
  return sources;
}

/** A piece of at most four pages, or of what the area of a small memory takes whole; a few have more. */
function pickBytes(random: Random, memorySize: number): Uint8Array {
  if (memorySize >= LONG_MEMORY_MIN && random.below(LONG_EVERY) === 0) {
    return poolBytes(random, random.pick(LONG_PAGES) * PAGE + random.pick(NEAR));
  }
  const pages = Math.min(4, areaBytes(memorySize) / PAGE - 1);
  return poolBytes(random, Math.max(0, random.between(0, pages) * PAGE + random.pick(NEAR)));
}
