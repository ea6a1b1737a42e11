// A snapshot has one form: whole pages, sorted, each once, in runs as long as can be, DIRTY in exactly those stored by content.
import { HOST_CALLS } from "../case/index.ts";
import type { Finish, WorldSnapshot } from "../targets/target.ts";
import type { Taken } from "./asked-leg.ts";
import { verdictOf } from "./broken.ts";
import { relayers } from "./chain.ts";
import { flagsText } from "./compare-state.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { legsOfCase } from "./legs-of-case.ts";
import { inNormalForm, pagesOf } from "./snapshot-form.ts";
import { snapshotDifference } from "./snapshot-difference.ts";

const NAME = "normal-form";
const PAGE = 4096n;
const FLAG_DIRTY = 4;
const DIFFERENCES_MAX = 8;

/** Every snapshot of the relay of a case, that of its end too, against the rules and the page flags of its finish. */
export const normalFormLaw: Law = {
  name: NAME,
  sentence:
    "A snapshot has one form: whole pages, sorted, each once, in runs as long as can be, DIRTY in exactly those stored by content.",
  preconditions: "Targets take and give snapshots; no host call puts pages into memory past the snapshot context.",
  brokenBy: [
    "canary-snapshot",
    "does not join neighbours",
    "leaves out DIRTY",
    "puts DIRTY where it is not",
    "sorts downwards",
    "stores a page of zeroes that nothing touched",
    "cuts the last page short",
    "leaves out a dirty page",
    "has entries without pages",
  ],
  cuts: true,
  needs: { snapshots: true },
  every: 3,
  exercises: { "cuts with dirty pages": 0.5, "cuts with pages from sources": 0.15 },
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = relayers(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    if (checked.world.systemCalls.includes(HOST_CALLS.initPages)) {
      return { kind: "unsupported", reason: "a host call of the world puts pages into memory" };
    }
    const book = new EvidenceBook();
    for (const { target, finish } of await legsOfCase(checked, usable, book)) {
      if (!finish.started) return { kind: "unsupported", reason: "the program cannot be loaded" };
      book.comparisons++;
      const differences = [...formOf(finish.snapshot), ...againstFlags(finish)].slice(0, DIFFERENCES_MAX);
      const [expectedFrom, actualFrom] = ["the rules of snapshots", `snapshot by ${target.name}`];
      const sides = { expectedFrom, expected: finish, actualFrom, actual: finish, targets: [target] };
      const verdict = verdictOf(NAME, sides, differences, book);
      if (verdict.kind === "broken") return verdict;
    }
    return { kind: "held", evidence: book.evidence() };
  },
};

function formOf(snapshot: WorldSnapshot): Difference[] {
  const { pagesFromSource, dirtyPages } = snapshot;
  const entries = [
    ...pagesFromSource.map(({ address, length }, k) => ({ name: `pages_from_source[${k}]`, address, length })),
    ...dirtyPages.map(({ address, content }, k) => ({
      name: `dirty_pages[${k}]`,
      address,
      length: BigInt(content.length),
    })),
  ];
  const differences: Difference[] = [];
  for (const { name, address, length } of entries) {
    if (address % PAGE !== 0n) differences.push(difference(`${name}.address`, "a multiple of 4096", address));
    if (length % PAGE !== 0n || length === 0n) differences.push(difference(`${name} length`, "whole pages", length));
  }
  const seen = new Set<number>();
  for (const page of [...pagesFromSource, ...dirtyPages].flatMap(pagesOf)) {
    if (seen.has(page)) differences.push(difference(`page ${page}`, "stored once", "stored twice"));
    seen.add(page);
  }
  return [...differences, ...snapshotDifference(inNormalForm(snapshot), snapshot)];
}

/** Pages stored by content are those with DIRTY, and each entry has the flags of its pages. */
function againstFlags({ state: { pageFlags }, snapshot }: Finish & Taken): Difference[] {
  if (!pageFlags) return [];
  const differences: Difference[] = [];
  const stored = new Set<number>();
  const check = (page: number, flag: number, where: string): void => {
    if (pageFlags[page] === flag) return;
    differences.push(difference(`flags of page ${page} in ${where}`, flagsText(pageFlags[page] ?? 0), flagsText(flag)));
  };
  for (const run of snapshot.dirtyPages) {
    for (const page of pagesOf(run)) {
      stored.add(page);
      check(page, run.flag, "dirty_pages");
    }
  }
  for (const run of snapshot.pagesFromSource) {
    for (const page of pagesOf(run)) check(page, run.flag, "pages_from_source");
  }
  for (let page = 0; page < pageFlags.length; page++) {
    if (pageFlags[page] & FLAG_DIRTY && !stored.has(page)) {
      differences.push(difference(`page ${page}`, "stored by content", "not stored"));
    }
  }
  return differences;
}

function difference(what: string, expected: string, actual: string | bigint): Difference {
  return { what, expected, actual: String(actual) };
}
