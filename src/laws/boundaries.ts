import type { World } from "../case/index.ts";
import { decode } from "../isa/index.ts";
import type { MemoryImage, Target, WorldSnapshot } from "../targets/target.ts";
import { runTaken, type Taken } from "./asked-leg.ts";
import type { EvidenceBook } from "./evidence.ts";
import { wordAt } from "./image.ts";

/** No instruction costs more cycles than this; above it there is no boundary but the end. */
const COST_MAX = 2n ** 20n;

/** A place between two instructions. */
export interface Boundary {
  readonly cycles: bigint;
  readonly snapshot: WorldSnapshot;
  /** Where the target shows it. */
  readonly memory: MemoryImage | undefined;
}

/** The boundary that a leg ended at. */
export function boundaryAt({ snapshot, state }: Taken): Boundary {
  return { cycles: snapshot.cycles, snapshot, memory: state.memory };
}

/**
 * The boundary behind the next instruction, found by asking under which least limit a leg gets further. What the
 * instruction table says it costs is tried first; fused sequences cost something else, and then limits are doubled
 * until a leg gets further, and halved down to the least.
 * @returns undefined where the run ends there
 * @throws TargetError
 */
export async function nextBoundary(
  target: Target,
  world: World,
  { snapshot, memory }: Boundary,
  book: EvidenceBook,
): Promise<Boundary | undefined> {
  const from = snapshot.cycles;
  const ask = (limit: bigint): Promise<Taken> => runTaken(target, world, { start: snapshot, maxCycles: limit }, book);
  let [stuck, limit] = [from, from + costHint(world, memory, snapshot.pc)];
  let further: Taken | undefined;
  let enough: bigint | undefined;
  while (limit - stuck > 0n && limit - from <= COST_MAX) {
    const finish = await ask(limit);
    const { cycles } = finish.snapshot;
    if (cycles > from) {
      further = finish;
      // What a call charges goes beyond the limit that it was made under, which counts then.
      enough = cycles < limit ? cycles : limit;
    } else if (finish.stop.kind !== "budget") return undefined; // a fault that spends nothing
    else stuck = limit;
    limit = enough === undefined ? from + (stuck - from) * 2n : between(stuck, enough);
  }
  return further?.stop.kind === "budget" ? boundaryAt(further) : undefined;
}

/** The limit to ask for next: mostly one less than is known to be enough, or it is halfway to what is known not to be. */
function between(stuck: bigint, enough: bigint): bigint {
  return enough - stuck > FAR_APART ? (stuck + enough) / 2n : enough - 1n;
}

const FAR_APART = 40n;

function costHint({ isa, version, cost }: World, memory: MemoryImage | undefined, pc: bigint): bigint {
  const decoded = memory && decode(wordAt(memory, pc), isa, version);
  return decoded && cost === "real" ? BigInt(decoded.instruction.cost) : 1n;
}
