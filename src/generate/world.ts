import { DEFAULT_WORLD, type DataPiece, type WorldKind } from "../case/index.ts";
import { ISA_A, ISA_B, ISA_MOP, type IsaSet, type VmVersion } from "../isa/index.ts";
import type { Surroundings } from "./surroundings.ts";
import { Random } from "./random.ts";

/** What worlds may be like. */
export interface WorldOptions {
  /** VM versions to choose from; all if left out. */
  readonly versions?: readonly VmVersion[] | undefined;
  /**
   * The ISA set, or sets to choose from; all there are if left out. Version 0 has none with macro-op fusion: there that
   * bit is taken out of what is chosen.
   */
  readonly isa?: IsaSet | readonly IsaSet[] | undefined;
  /** Kinds of worlds to choose from, for targets that few worlds suit; what a kind says goes before the options above. */
  readonly kinds?: readonly WorldKind[] | undefined;
}

const PAGE = 4096;
const MEMORY_STEP = 256 * 1024;
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
/** Random bytes that data pieces are cut from: drawing each byte would cost more than running the program. */
const POOL = makePool(16 * PAGE);

function makePool(size: number): Uint8Array {
  const random = new Random(0x706f6f6c);
  const words = Uint32Array.from({ length: size / 4 }, () => random.next());
  return new Uint8Array(words.buffer);
}

/** A world without its program. */
export function pickWorld(random: Random, options: WorldOptions = {}): Surroundings {
  const kind = options.kinds && options.kinds.length > 0 ? random.pick(options.kinds) : {};
  const { versions, isa } = { ...options, ...kind };
  const sets = isa === undefined ? ISA_SETS : typeof isa === "number" ? [isa] : isa;
  const pieces = random.chance(70) ? random.between(1, 3) : 0;
  const version = random.pick(versions ?? VERSIONS);
  const chosen = random.pick(sets);
  const world: Surroundings = {
    version,
    isa: version === 0 ? chosen & ~ISA_MOP : chosen,
    memorySize: MEMORY_STEP * (random.chance(65) ? 16 : random.between(1, 16)),
    cost: random.chance(80) ? "real" : "constant",
    args: Array.from({ length: random.pick([0, 0, 1, 2, 3]) }, () => pickArgument(random)),
    sources: pickSources(random, pieces),
    markProgram: random.chance(80),
    systemCalls: DEFAULT_WORLD.systemCalls,
    writeXorExecute: true,
  };
  const { memorySize = world.memorySize, cost = world.cost, systemCalls = world.systemCalls } = kind;
  return { ...world, memorySize, cost, systemCalls };
}

function pickArgument(random: Random): Uint8Array {
  const length = random.pick([0, 1, 3, 7, 8, 15, 16, 33, 64]);
  return Uint8Array.from({ length }, () => random.between(32, 126));
}

function pickSources(random: Random, count: number): DataPiece[] {
  const sources: DataPiece[] = [];
  for (let k = 0; k < count; k++) {
    const source = random.pick([0n, 1n, 2n, 3n, 0xffff_ffffn]);
    const index = random.pick([1n, 1n, 2n, 7n, 0xffff_fffen]);
    const id = (source << 32n) | index;
    if (sources.every((piece) => piece.id !== id)) sources.push({ id, bytes: pickBytes(random) });
  }
  return sources;
}

function pickBytes(random: Random): Uint8Array {
  const near = [0, 0, 0, 1, -1, 5];
  const length = Math.max(0, random.between(0, 4) * PAGE + random.pick(near));
  const start = random.below(POOL.length - length);
  return POOL.slice(start, start + length);
}
