import { PROGRAM_ID, type DataPiece } from "../../case/index.ts";
import type { Grower } from "../grower.ts";

/** Asked for of the program file at most: how long that will be is not known yet. */
export const PROGRAM_BYTES_MAX = 0x2000;

/** Which piece, and its length; what is not there has 0. */
export interface Piece {
  readonly source: bigint;
  readonly index: bigint;
  readonly bytes: number;
  readonly isProgram: boolean;
}

const PROGRAM: Piece = { source: PROGRAM_ID, index: PROGRAM_ID, bytes: PROGRAM_BYTES_MAX, isProgram: true };
/** Sources and indices that no world has a piece for. */
const MISSING = [[9n, 9n], [0n, 1n << 32n], [1n << 32n, 0n], [0n, -1n], [0xffff_ffffn, 0xffff_ffffn]] as const; // prettier-ignore

/** More bytes than this is what most programs never load at once. */
const LONG_BYTES = 0x8000;

/** True if a piece is long: most have four pages at most. */
export function isLong({ bytes }: DataPiece): boolean {
  return bytes.length > LONG_BYTES;
}

/** A piece of the world. */
export function pieceOf({ id, bytes }: DataPiece): Piece {
  return { source: id >> 32n, index: id & 0xffff_ffffn, bytes: bytes.length, isProgram: false };
}

/** A piece of the world, the program file, or one that is not there. */
export function pickPiece({ random, world }: Grower): Piece {
  const kind = random.below(16);
  if (kind < 12 && world.sources.length > 0) {
    return pieceOf(random.pick(world.sources));
  }
  if (kind < 14) return PROGRAM;
  const [source, index] = random.pick(MISSING);
  return { source, index, bytes: 0, isProgram: false };
}

/** Bytes of a piece that has at least so many, if one has: of the program file otherwise, which may have fewer. */
export function pickWholePages(
  { random, world }: Grower,
  bytes: number,
): Pick<Piece, "source" | "index"> & { readonly offset: bigint } {
  const longEnough = world.sources.filter((piece) => piece.bytes.length >= bytes);
  if (longEnough.length === 0) return { source: PROGRAM_ID, index: PROGRAM_ID, offset: 0n };
  const { id, bytes: whole } = random.pick(longEnough);
  const most = whole.length - bytes;
  const offset = BigInt(random.pick([0, 0, most, random.below(most + 1)]));
  return { source: id >> 32n, index: id & 0xffff_ffffn, offset };
}

/** A piece other than `piece`, if a few draws give one; otherwise the program file. */
export function otherPiece(grower: Grower, piece: Piece): Piece {
  for (let tries = 0; tries < 4; tries++) {
    const other = pickPiece(grower);
    if (other.source !== piece.source || other.index !== piece.index) return other;
  }
  return PROGRAM;
}
