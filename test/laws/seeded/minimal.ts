import { freePages } from "../../../src/laws/snapshot-edits.ts";
import { ReferenceTarget, type Finish, type Leg, type WorldSnapshot } from "../../../src/targets/index.ts";
import type { World } from "../../../src/case/index.ts";
import { withFlags, withState } from "../altered.ts";
import type { Faults } from "./faulty-target.ts";

/** The pages of the program file by content, as if nothing had been tracked. */
class Untracked extends ReferenceTarget {
  override run(world: World, leg: Leg): Finish {
    return super.run({ ...world, markProgram: false }, leg);
  }
}

/** Has a row of pages of zeroes dirty behind each resume that nobody stored to, and stores them. */
class DirtiesMore extends ReferenceTarget {
  override run(world: World, leg: Leg): Finish {
    const { start } = leg;
    const address = start === "boot" ? undefined : freePages(world, start, ROW);
    if (start === "boot" || address === undefined) return super.run(world, leg);
    const dirtyPages = [...start.dirtyPages, { address, flag: DIRTY, content: new Uint8Array(ROW * PAGE) }];
    return super.run(world, { ...leg, start: { ...start, dirtyPages } });
  }
}

const PAGE = 4096;
const ROW = 64;
const EXECUTABLE = 2;
const DIRTY = 4;

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
  "names pages that it stores": {
    gives: (snapshot) => {
      const also = snapshot.dirtyPages.map(({ address }) => ({ address, flag: 0, id: 0n, offset: 0n, length: 4096n }));
      const pagesFromSource = [...snapshot.pagesFromSource, ...also].sort((a, b) => (a.address < b.address ? -1 : 1));
      return { ...snapshot, pagesFromSource };
    },
  },
  "makes 64 pages of zeroes dirty behind every resume": () => new DirtiesMore(),
  "shows pages as clean that it stores": {
    finish: (finish) => withState(finish, { pageFlags: finish.state.pageFlags!.map((flags) => flags & ~DIRTY) }),
  },
  "stores a page of code that it executed": {
    finish: (finish) => {
      const page = executedCode(finish);
      return page === undefined ? finish : withState(finish, withFlags(finish, { [page]: EXECUTABLE | DIRTY }));
    },
    gives: (snapshot, _, finish) => {
      const page = executedCode(finish);
      return page === undefined ? snapshot : withCodeByContent(snapshot, page, finish);
    },
  },
};

/** The page that pc is in, once something was executed. */
function executedCode({ state }: Finish): number | undefined {
  return state.cycles! > 0n ? Number(state.pc! / BigInt(PAGE)) : undefined;
}

/** The page is named no longer, and stored. */
function withCodeByContent(snapshot: WorldSnapshot, page: number, { state }: Finish): WorldSnapshot {
  const [first, behind] = [BigInt(page * PAGE), BigInt((page + 1) * PAGE)];
  const pagesFromSource = snapshot.pagesFromSource.flatMap((run) => {
    const end = run.address + run.length;
    if (first < run.address || behind > end) return [run];
    const rest = { ...run, address: behind, offset: run.offset + behind - run.address, length: end - behind };
    return [{ ...run, length: first - run.address }, rest].filter(({ length }) => length > 0n);
  });
  if (snapshot.dirtyPages.some(({ address }) => address === first)) return snapshot;
  const entry = { address: first, flag: EXECUTABLE | DIRTY, content: state.memory!.pageView(page).slice() };
  return { ...snapshot, pagesFromSource, dirtyPages: [...snapshot.dirtyPages, entry] };
}

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
