// A snapshot stores by content nothing that it does not have to.
import { HOST_CALLS, type World } from "../case/index.ts";
import { BINCODE } from "../snapshot/encodings.ts";
import type { WorldSnapshot } from "../targets/target.ts";
import { runTaken, type Taken } from "./asked-leg.ts";
import { verdictOf } from "./broken.ts";
import { chainTarget, relayers } from "./chain.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { legsOfCase } from "./legs-of-case.ts";
import { loadedPages, type LoadedPages } from "./loaded-pages.ts";
import { pagesOf } from "./snapshot-form.ts";

const NAME = "minimal";
const PAGE = 4096;
const FLAG_DIRTY = 4;
const SP = 2;
/** Bytes of bincode: all but the lists, an entry of each list, with 64-bit ids. */
const FIXED_BYTES = 308;
const SOURCE_ENTRY_BYTES = 33;
const DIRTY_ENTRY_BYTES = 17;
/** Pages that one cycle can make dirty: a store across a border; calls charge a cycle for four bytes that they move. */
const PAGES_A_CYCLE = 2;
/** Calls of a host that makes pages dirty, executable or not, or loads another program. */
const HOST: readonly number[] = [HOST_CALLS.reset, HOST_CALLS.setFlags, HOST_CALLS.clearFlags, HOST_CALLS.initPages];

/**
 * Before the first instruction, only pages that loading wrote and that do not come whole from the program file are stored by
 * content, and the arguments. Later, code that comes whole from the file never is, each page is stored once and only if it
 * is dirty, and the size in bincode is that of the dirty pages and no more.
 */
export const minimalLaw: Law = {
  name: NAME,
  sentence: "A snapshot stores by content nothing that it does not have to.",
  preconditions:
    "Targets take and give snapshots; pages are writable or executable, never both; no host call changes that.",
  brokenBy: [
    "canary-snapshot",
    "tracks nothing of its program",
    "stores pages that it also names",
    "stores every entry twice",
    "stores a page of zeroes that nothing touched",
    "stores more than whole pages",
  ],
  cuts: false,
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
    const first = storedPages(start.snapshot).length;
    for (const { target, finish } of legs) {
      book.comparisons++;
      const { snapshot } = finish;
      book.exercise("dirty pages", storedPages(snapshot).length);
      book.exercise("pages from sources", snapshot.pagesFromSource.flatMap(pagesOf).length);
      const differences = [
        ...(finish === start ? atStart(snapshot, loaded, world.memorySize) : grown(snapshot, first)),
        ...content(finish, loaded),
        // Writing it down costs more than all else: only the last is.
        ...(finish === legs[legs.length - 1].finish ? size(snapshot, book) : []),
      ];
      const [expectedFrom, actualFrom] = ["the rules of snapshots", `snapshot by ${target.name}`];
      const sides = { expectedFrom, expected: finish, actualFrom, actual: finish, targets: [target] };
      const verdict = verdictOf(NAME, sides, differences, book);
      if (verdict.kind === "broken") return verdict;
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

function grown(snapshot: WorldSnapshot, first: number): Difference[] {
  const stored = storedPages(snapshot).length;
  const most = BigInt(first) + BigInt(PAGES_A_CYCLE) * snapshot.cycles;
  if (BigInt(stored) <= most) return [];
  return [{ what: "pages stored by content", expected: `${most} at most`, actual: `${stored}` }];
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

/** The size in bytes is what its entries need. */
function size(snapshot: WorldSnapshot, book: EvidenceBook): Difference[] {
  const { length } = BINCODE.encode(snapshot);
  book.exercise("bytes", length);
  const pages = new Set(storedPages(snapshot)).size;
  const entries = snapshot.pagesFromSource.length * SOURCE_ENTRY_BYTES + snapshot.dirtyPages.length * DIRTY_ENTRY_BYTES;
  const most = FIXED_BYTES + entries + pages * PAGE;
  if (length === most) return [];
  return [{ what: "size in bincode", expected: `${most} bytes`, actual: `${length} bytes` }];
}

function difference(page: number, expected: string): Difference {
  return { what: `page ${page}`, expected, actual: "stored by content" };
}
