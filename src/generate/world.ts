import { DEFAULT_WORLD, type DataPiece, type WorldKind } from "../case/index.ts";
import { ISA_A, ISA_B, ISA_MOP, type IsaSet, type VmVersion } from "../isa/index.ts";
import { areaBytes } from "./memory-map.ts";
import { poolBytes, poolLetters } from "./pool.ts";
import type { Random } from "./random.ts";
import { stackBytes } from "./segments.ts";
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
   * 256 KiB up to 4 MiB, which suit most targets.
   */
  readonly memorySizes?: readonly number[] | undefined;
  /** Kinds of worlds to choose from, for targets that few worlds suit; what a kind says goes before the options above. */
  readonly kinds?: readonly WorldKind[] | undefined;
}

const PAGE = 4096;
/** What data pieces are longer or shorter than whole pages. */
const NEAR = [0, 0, 0, 1, -1, 5];
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
const TEXT = new TextEncoder();
/** Arguments in UTF-8 of more than one byte a character; the last ones are at the ends of what that can say. */
const WIDE = ["é", "ß→", "日本語", "🦀🦀", "\u0080\u07ff\u0800\uffff", "\u{10000}\u{10ffff}"].map((text) =>
  TEXT.encode(text),
);
const ARGUMENT_COUNTS = [0, 0, 0, 1, 1, 2, 2, 3, 3, 5];
const LENGTHS = [0, 0, 1, 3, 7, 8, 15, 16, 33, 64];
const LONG = [255, 1000, 4095, 4096, 5000];

/** A world without its program. */
export function pickWorld(random: Random, options: WorldOptions = {}): Surroundings {
  const kind = options.kinds && options.kinds.length > 0 ? random.pick(options.kinds) : {};
  const { versions, isa, writeXorExecute = true } = { ...options, ...kind };
  const sets = isa === undefined ? ISA_SETS : typeof isa === "number" ? [isa] : isa;
  const pieces = random.chance(70) ? random.between(1, 3) : 0;
  const version = random.pick(versions ?? VERSIONS);
  const chosen = random.pick(sets);
  const memorySize = kind.memorySize ?? pickMemorySize(random, options.memorySizes);
  return {
    version,
    isa: version === 0 ? chosen & ~ISA_MOP : chosen,
    memorySize,
    cost: kind.cost ?? (random.chance(80) ? "real" : "constant"),
    args: pickArguments(random, memorySize),
    sources: pickSources(random, pieces, memorySize),
    markProgram: random.chance(80),
    systemCalls: kind.systemCalls ?? DEFAULT_WORLD.systemCalls,
    writeXorExecute: writeXorExecute === "either" ? random.chance(50) : writeXorExecute,
  };
}

function pickMemorySize(random: Random, sizes: readonly number[] | undefined): number {
  if (sizes && sizes.length > 0) return random.pick(sizes);
  if (random.chance(65)) return MEMORY_STEP * 16;
  // Some have a number of pages that no power of two divides, which not every target has.
  if (random.chance(15)) return PAGE * random.between(MEMORY_STEP / PAGE, (MEMORY_STEP / PAGE) * 16 - 1);
  return MEMORY_STEP * random.between(1, 16);
}

/** Arguments that fit into the stack. */
function pickArguments(random: Random, memorySize: number): Uint8Array[] {
  const args: Uint8Array[] = [];
  for (let count = random.pick(ARGUMENT_COUNTS); count > 0; count--) {
    const argument = pickArgument(random);
    const all = [...args, argument];
    // In version 0 the bytes are fewer.
    if (stackBytes({ version: 1, args: all }) <= memorySize / 4) args.push(argument);
  }
  return args;
}

function pickArgument(random: Random): Uint8Array {
  const kind = random.below(32);
  // Whole programs cannot be handed such an argument on a command line: few worlds have one.
  if (kind === 0) return poolBytes(random, random.pick(LENGTHS));
  if (kind === 1) return poolLetters(random, random.pick(LONG));
  if (kind < 5) return random.pick(WIDE);
  return poolLetters(random, random.pick(LENGTHS));
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

/** A piece of at most four pages, or of what the area of a small memory takes whole. */
function pickBytes(random: Random, memorySize: number): Uint8Array {
  const pages = Math.min(4, areaBytes(memorySize) / PAGE - 1);
  return poolBytes(random, Math.max(0, random.between(0, pages) * PAGE + random.pick(NEAR)));
}
