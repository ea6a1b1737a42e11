import { ReferenceTarget, type WorldSnapshot } from "../../../src/targets/index.ts";
import type { World } from "../../../src/case/index.ts";
import type { Faults } from "./faulty-target.ts";

/** The pages of the program file by content, as if nothing had been tracked. */
class Untracked extends ReferenceTarget {
  override run(world: World, leg: Parameters<ReferenceTarget["run"]>[1]): ReturnType<ReferenceTarget["run"]> {
    return super.run({ ...world, markProgram: false }, leg);
  }
}

/** What breaks law minimal. */
export const MINIMAL_FAULTS: Faults = {
  "tracks nothing of its program": () => new Untracked(),
  "stores pages that it also names": { gives: alsoByContent },
  "stores every entry twice": {
    gives: (snapshot) => ({ ...snapshot, dirtyPages: snapshot.dirtyPages.flatMap((run) => [run, run]) }),
  },
  "stores a page of zeroes that nothing touched": {
    gives: (snapshot) => ({
      ...snapshot,
      dirtyPages: [{ address: 0n, flag: 4, content: new Uint8Array(4096) }, ...snapshot.dirtyPages],
    }),
  },
  "stores more than whole pages": {
    gives: (snapshot) => ({
      ...snapshot,
      dirtyPages: snapshot.dirtyPages.map((run) => ({ ...run, content: Buffer.concat([run.content, Buffer.of(0)]) })),
    }),
  },
};

function alsoByContent(snapshot: WorldSnapshot): WorldSnapshot {
  const more = snapshot.pagesFromSource.map(({ address, flag, length }) => ({
    address,
    flag: flag | 4,
    content: new Uint8Array(Number(length)),
  }));
  return {
    ...snapshot,
    dirtyPages: [...snapshot.dirtyPages, ...more].sort((a, b) => (a.address < b.address ? -1 : 1)),
  };
}
