// A snapshot stores by content nothing that it does not have to.
import { HOST_CALLS, type Case, type RunEvents, type World } from "../case/index.ts";
import type { Target, WorldSnapshot } from "../targets/target.ts";
import { runTaken, type Taken } from "./asked-leg.ts";
import { verdictOf } from "./broken.ts";
import { chainTarget, relayers } from "./chain.ts";
import type { Difference } from "./difference.ts";
import { dirtiedMost } from "./dirtied-pages.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { legsOfCase } from "./legs-of-case.ts";
import { loadedPages, type LoadedPages } from "./loaded-pages.ts";
import { bincodeBytes } from "./snapshot-size.ts";
import { pagesOf } from "./snapshot-form.ts";

const NAME = "minimal";
const PAGE = 4096;
const FLAG_DIRTY = 4;
const SP = 2;
/** Calls of a host that makes pages dirty, executable or not, or loads another program. */
const HOST: readonly number[] = [HOST_CALLS.reset, HOST_CALLS.setFlags, HOST_CALLS.clearFlags, HOST_CALLS.initPages];

/**
 * Before the first instruction, only pages that loading wrote and that do not come whole from the program file are stored by
 * content, and the arguments. Later, code that comes whole from the file never is, and each page is stored once and only if
 * it is dirty. What was not stored before a leg, and is behind it, is no more than what the leg can have made dirty
 * (`dirtiedMost`). How large the snapshots are goes into the evidence.
 */
export const minimalLaw: Law = {
  name: NAME,
  sentence: "A snapshot stores by content nothing that it does not have to.",
  preconditions:
    "Targets take and give snapshots; pages are writable or executable, never both; no host call changes that. What a leg can have made dirty is told by the events of the run, else by the stores that the target counts, else by cycles: two pages for each.",
  brokenBy: [
    "canary-snapshot",
    "tracks nothing of its program",
    "stores pages that it also names",
    "stores every entry twice",
    "stores a page of zeroes that nothing touched",
    "stores more than whole pages",
    "names pages that it stores",
    "makes 64 pages of zeroes dirty behind every resume",
    "shows pages as clean that it stores",
    "stores a page of code that it executed",
  ],
  cuts: false,
  needs: { snapshots: true },
  every: 10,
  exercises: { "dirty pages": 0.5, "pages from sources": 0.2 },
  async check(checked, targets): Promise<Verdict> {
    const { world } = checked;
    const { targets: usable, reason } = relayers(world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const not = notSpoken(checked);
    if (not !== undefined) return { kind: "unsupported", reason: not };
    const loaded = loadedPages(world);
    if (!loaded) return { kind: "unsupported", reason: "the program has no segments inside memory" };
    const book = new EvidenceBook();
    const giver = chainTarget(checked, usable, 0);
    const start = await runTaken(giver, world, { start: "boot", maxCycles: 0n }, book);
    if (!start.started) return { kind: "unsupported", reason: "the program cannot be loaded" };
    const legs = [{ target: giver, finish: start }, ...(await legsOfCase(checked, usable, book))];
    const events = legEvents(checked, usable);
    let before = start.snapshot;
    for (const { target, finish } of legs) {
      book.comparisons++;
      const { snapshot } = finish;
      book.exercise("dirty pages", storedPages(snapshot).length);
      book.exercise("pages from sources", snapshot.pagesFromSource.flatMap(pagesOf).length);
      book.snapshotBytes(bincodeBytes(snapshot));
      const differences = [
        ...(finish === start ? atStart(snapshot, loaded, world.memorySize) : grown(world, before, finish, events)),
        ...content(finish, loaded),
      ];
      const [expectedFrom, actualFrom] = ["the rules of snapshots", `snapshot by ${target.name}`];
      const sides = { expectedFrom, expected: finish, actualFrom, actual: finish, targets: [target] };
      const verdict = verdictOf(NAME, sides, differences, book);
      if (verdict.kind === "broken") return verdict;
      before = snapshot;
    }
    return { kind: "held", evidence: book.evidence() };
  },
};

function notSpoken({ world }: { readonly world: World }): string | undefined {
  if (!world.writeXorExecute) return "code of the world can be written";
  return world.systemCalls.some((call) => HOST.includes(call)) ? "a host call of the world changes pages" : undefined;
}

function storedPages({ dirtyPages }: WorldSnapshot): number[] {
  return dirtyPages.flatMap(pagesOf);
}

/** Nothing was executed: what loading wrote, and the arguments from sp on. */
function atStart(snapshot: WorldSnapshot, { written, fromFile }: LoadedPages, memorySize: number): Difference[] {
  const stack = Number(snapshot.registers[SP]) || memorySize;
  return storedPages(snapshot)
    .filter((page) => !(written.has(page) && !fromFile.has(page)) && (page + 1) * PAGE <= stack)
    .map((page) => difference(page, fromFile.has(page) ? "by reference, as it is in the program file" : "not stored"));
}

/** What happens when, as the first target that knows tells it. */
function legEvents({ world, budget }: Case, targets: readonly Target[]): RunEvents | undefined {
  for (const target of targets) {
    const events = target.events?.(world, budget);
    if (events) return events;
  }
  return undefined;
}

function grown(world: World, before: WorldSnapshot, finish: Taken, events: RunEvents | undefined): Difference[] {
  const known = new Set(storedPages(before));
  const more = new Set(storedPages(finish.snapshot).filter((page) => !known.has(page))).size;
  const most = dirtiedMost({ world, from: before.cycles, finish }, events);
  if (BigInt(more) <= most) return [];
  return [{ what: "pages stored that were not before the leg", expected: `${most} at most`, actual: `${more}` }];
}

function content({ snapshot, state: { pageFlags } }: Taken, { code }: LoadedPages): Difference[] {
  const stored = storedPages(snapshot);
  const seen = new Set(snapshot.pagesFromSource.flatMap(pagesOf));
  const differences: Difference[] = [];
  for (const page of stored) {
    if (seen.has(page)) differences.push({ what: `page ${page}`, expected: "stored once", actual: "stored twice" });
    if (code.has(page)) differences.push(difference(page, "by reference, as code in the program file"));
    if (pageFlags && !(pageFlags[page] & FLAG_DIRTY))
      differences.push(difference(page, "not stored, as it is not dirty"));
    seen.add(page);
  }
  return differences;
}

function difference(page: number, expected: string): Difference {
  return { what: `page ${page}`, expected, actual: "stored by content" };
}
