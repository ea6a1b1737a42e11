import type { Finish, Leg, WorldSnapshot } from "../../../src/targets/index.ts";
import type { Fault, Faults } from "./faulty-target.ts";

/** A target that takes one thing of a snapshot for something else. */
const takes = (change: (snapshot: WorldSnapshot) => Partial<WorldSnapshot>): Fault => ({
  resumes: (snapshot) => ({ ...snapshot, ...change(snapshot) }),
});

/** A leg that executes nothing ends as a call that yields. */
export function yieldsAtOnce(finish: Finish, { start }: Leg): Finish {
  const nothing = start !== "boot" && finish.stop.kind === "budget" && finish.state.cycles === start.cycles;
  return nothing ? { ...finish, stop: { kind: "fault", fault: { name: "Yield" } } } : finish;
}

const down = (address: bigint): bigint => address & ~4095n;

/** What breaks law complete. But for the last, each is right for every snapshot that a machine gives here. */
export const COMPLETE_FAULTS = {
  "makes pc even": takes(({ pc }) => ({ pc: pc & ~1n })),
  "looks at the length of an entry before its address": takes(({ dirtyPages }) => ({
    dirtyPages: dirtyPages.map((run) =>
      run.content.length % 4096 !== 0 && run.address % 4096n !== 0n ? { ...run, address: down(run.address) } : run,
    ),
  })),
  "looks for a piece before the address of its entry": takes(({ pagesFromSource }) => ({
    pagesFromSource: pagesFromSource.map((run) =>
      run.id === 0xdead_0000_beefn ? { ...run, address: down(run.address) } : run,
    ),
  })),
  "takes any version": takes(() => ({ version: 2 })),
  "does not restore x0": takes(({ registers }) => ({ registers: registers.map((value, r) => (r === 0 ? 0n : value)) })),
  "takes the address of an entry down to its page": takes(({ dirtyPages }) => ({
    dirtyPages: dirtyPages.map((run) => ({ ...run, address: down(run.address) })),
  })),
  "takes the address of a page from a source down to its page": takes(({ pagesFromSource }) => ({
    pagesFromSource: pagesFromSource.map((run) => ({ ...run, address: down(run.address) })),
  })),
  "takes no DIRTY that it does not find in an entry": {
    finish: (finish, { start }) =>
      start === "boot" || start.dirtyPages.every(({ flag }) => flag & 4) || !finish.state.pageFlags
        ? finish
        : { ...finish, state: { ...finish.state, pageFlags: finish.state.pageFlags.map((flags) => flags & ~4) } },
  },
  "fills up part of a page": takes(({ dirtyPages }) => ({
    dirtyPages: dirtyPages.map((run) => {
      const content = new Uint8Array(Math.ceil(run.content.length / 4096) * 4096);
      content.set(run.content);
      return { ...run, content };
    }),
  })),
  "has lost the limit where it fails": {
    finish: (finish, { start, maxCycles }) =>
      finish.started || start === "boot" || finish.stop.kind !== "fault"
        ? finish
        : { ...finish, state: { ...finish.state, maxCycles } },
  },
  "skips pieces that are not there": {
    resumes: (snapshot) => ({
      ...snapshot,
      pagesFromSource: snapshot.pagesFromSource.filter(({ id }) => id < 0xffffn),
    }),
  },
  "says that it started where it could not": { finish: (finish) => ({ ...finish, started: true }) },
  "yields where nothing is left": { finish: yieldsAtOnce },
  "drops the last page": takes(({ dirtyPages }) => ({ dirtyPages: dirtyPages.slice(0, -1) })),
} as const satisfies Faults;
