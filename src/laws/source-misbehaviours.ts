import { PROGRAM_ID, type DataPiece, type World } from "../case/index.ts";
import type { SourceRun } from "../snapshot/index.ts";
import type { WorldSnapshot } from "../targets/target.ts";

const PAGE = 4096n;
const LAST_OFFSET = 2n ** 64n - 1n;

/** A world whose sources are not what they were, and a snapshot of what they were; or an entry that asks for something else. */
export interface Misbehaviour {
  readonly what: string;
  readonly world: World;
  readonly snapshot: WorldSnapshot;
}

/**
 * All ways in which the piece that `run` names can be another one in the second leg.
 * @param number decides which byte is changed, and how much is missing of a page
 */
export function misbehaviours(
  world: World,
  snapshot: WorldSnapshot,
  run: SourceRun<bigint>,
  number: number,
): Misbehaviour[] {
  const { id, offset, length } = run;
  const bytes = pieceOf(world, id);
  if (!bytes) return [];
  const end = Number(offset + length);
  const part = 1 + (number % 4095);
  const piece = (what: string, changed: Uint8Array): Misbehaviour => ({
    what,
    world: withPiece(world, { id, bytes: changed }),
    snapshot,
  });
  const entries = (what: string, ...runs: readonly SourceRun<bigint>[]): Misbehaviour => {
    const at = snapshot.pagesFromSource.indexOf(run);
    return {
      what,
      world,
      snapshot: { ...snapshot, pagesFromSource: snapshot.pagesFromSource.toSpliced(at, 1, ...runs) },
    };
  };
  const changed = bytes.slice();
  changed[Number(offset) + (number % Number(length))] ^= 0xff;
  const twin = twinOf(world, id);
  return [
    piece("a piece that is a page shorter", bytes.subarray(0, end - Number(PAGE))),
    piece("a piece that is part of a page shorter", bytes.subarray(0, end - part)),
    piece("a piece with nothing in it", new Uint8Array(0)),
    piece("a piece that is changed", changed),
    piece("a piece that is longer", Buffer.concat([bytes, Buffer.alloc(4096 + part, 0x5a)])),
    entries("an offset behind the end", { ...run, offset: BigInt(bytes.length) }),
    entries("an offset far behind the end", {
      ...run,
      offset: number % 2 === 0 ? LAST_OFFSET : offset + (1n << BigInt(32 + (number % 31))),
    }),
    entries("length 0, which asks for all that is left", { ...run, length: 0n }),
    ...(id === PROGRAM_ID
      ? []
      : [
          {
            what: "an absent piece",
            world: { ...world, sources: world.sources.filter((each) => each.id !== id) },
            snapshot,
          },
        ]),
    ...(twin === undefined
      ? []
      : [
          // Two ids with the same bytes: the same memory, and snapshots that keep them apart.
          {
            ...entries("two ids for the same bytes", ...halves(run, twin)),
            world: withPiece(world, { id: twin, bytes }),
          },
        ]),
  ];
}

/** A run whose first page comes from piece `twin`. */
function halves(run: SourceRun<bigint>, twin: bigint): SourceRun<bigint>[] {
  const { address, offset, length } = run;
  const rest = { ...run, address: address + PAGE, offset: offset + PAGE, length: length - PAGE };
  return [{ ...run, id: twin, length: PAGE }, ...(rest.length > 0n ? [rest] : [])];
}

/** An id that no piece has. */
function twinOf(world: World, id: bigint): bigint | undefined {
  const twin = BigInt.asUintN(64, id + 0x1_0000_0000n);
  return twin === PROGRAM_ID || pieceOf(world, twin) ? undefined : twin;
}

/** The bytes that snapshots of a world can name by `id`. */
export function pieceOf(world: World, id: bigint): Uint8Array | undefined {
  return id === PROGRAM_ID ? world.program : world.sources.find((piece) => piece.id === id)?.bytes;
}

/** The world with another piece in the place of the one with its id, or one more. */
export function withPiece(world: World, piece: DataPiece): World {
  if (piece.id === PROGRAM_ID) return { ...world, program: piece.bytes };
  return { ...world, sources: [...world.sources.filter(({ id }) => id !== piece.id), piece] };
}
