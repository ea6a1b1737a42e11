import type { DataPiece, World } from "../../../src/case/index.ts";
import { ReferenceTarget, type Finish, type Leg } from "../../../src/targets/index.ts";
import { yieldsAtOnce } from "./complete.ts";
import type { Fault, Faults } from "./faulty-target.ts";

/** A target whose sources are others than those of the world. */
const sources = (change: (pieces: readonly DataPiece[], leg: Leg) => readonly DataPiece[]): Fault => ({
  world: (world, leg) => ({ ...world, sources: change(world.sources, leg) }),
});

/** Keeps each piece as it was when it saw it first. */
class Caches extends ReferenceTarget {
  readonly #seen = new Map<bigint, Uint8Array>();

  override run(world: World, leg: Leg): Finish {
    for (const { id, bytes } of world.sources) if (!this.#seen.has(id)) this.#seen.set(id, bytes);
    return super.run({ ...world, sources: [...this.#seen].map(([id, bytes]) => ({ id, bytes })) }, leg);
  }
}

const PAGE = 4096;

/** What breaks law sources. */
export const SOURCES_FAULTS = {
  "keeps pieces as they were": () => new Caches(),
  "fills short pieces up with zeroes": sources((pieces) =>
    pieces.map(({ id, bytes }) => ({ id, bytes: Buffer.concat([bytes, Buffer.alloc(16 * PAGE)]) })),
  ),
  "takes an absent piece for an empty one": sources((pieces, { start }) => [
    ...pieces,
    ...(start === "boot" ? [] : start.pagesFromSource)
      .filter(({ id }) => id !== 0n && pieces.every((piece) => piece.id !== id))
      .map(({ id }) => ({ id, bytes: new Uint8Array(0) })),
  ]),
  "leaves out pages that it cannot have whole": {
    resumes: (snapshot) => ({
      ...snapshot,
      pagesFromSource: snapshot.pagesFromSource.map((run) => ({
        ...run,
        offset: run.offset > 1n << 40n ? 0n : run.offset,
      })),
    }),
  },
  "takes length 0 for nothing": {
    resumes: (snapshot) => ({
      ...snapshot,
      pagesFromSource: snapshot.pagesFromSource.filter(({ length }) => length > 0n),
    }),
  },
  "names one of two equal pieces": {
    gives: (snapshot, resumed) =>
      resumed && snapshot.pagesFromSource.length > 1
        ? {
            ...snapshot,
            pagesFromSource: snapshot.pagesFromSource.map((run) => ({ ...run, id: run.id & 0xffff_ffffn })),
          }
        : snapshot,
  },
  "yields where nothing is left": { finish: yieldsAtOnce },
} as const satisfies Faults;
