import { flagsText, type Sides } from "../laws/index.ts";
import type { Finish, MemoryImage } from "../targets/index.ts";
import {
  PAGES_MAX,
  type MemoryDifference,
  type MemoryRun,
  type PageFlagsDifference,
  type PageState,
} from "./investigation.ts";

type Shown = Pick<Sides, "before" | "expected" | "actual">;

/** Runs of differing bytes that are shown, and bytes of each. */
const RUNS_MAX = 16;
const RUN_BYTES_MAX = 32;
const PAGE = 4096;

/** All bytes in which both sides differ; none where one of them shows no memory. */
export function memoryDifference({ expected, actual }: Shown): MemoryDifference {
  const runs: MemoryRun[] = [];
  let [bytes, pages] = [0, 0];
  for (const page of differingPages(expected.state.memory, actual.state.memory)) {
    pages++;
    const [one, other] = [expected.state.memory!.pageView(page), actual.state.memory!.pageView(page)];
    for (let at = 0; at < PAGE; at++) {
      if (one[at] === other[at]) continue;
      const from = at;
      while (at < PAGE && one[at] !== other[at]) at++;
      bytes += at - from;
      if (runs.length >= RUNS_MAX) continue;
      const to = Math.min(at, from + RUN_BYTES_MAX);
      const address = BigInt(page) * BigInt(PAGE) + BigInt(from);
      runs.push({ address, expected: hex(one.subarray(from, to)), actual: hex(other.subarray(from, to)) });
    }
  }
  return { runs, bytes, pages };
}

/** Pages whose flags differ, at most `PAGES_MAX` of them. */
export function flagsDifference({ before, expected, actual }: Shown): PageFlagsDifference[] {
  const [one, other] = [expected.state.pageFlags, actual.state.pageFlags];
  if (!one || !other) return [];
  const pages = [...one.keys()].filter((page) => page < other.length && one[page] !== other[page]);
  return pages.slice(0, PAGES_MAX).map((page) => ({
    page,
    ...flagsBefore(before, page),
    expected: flagsText(one[page]),
    actual: flagsText(other[page]),
  }));
}

/** The pages that one of the sides has touched, in ascending order; those that differ first where there are too many. */
export function pageMap({ before, expected, actual }: Shown): PageState[] {
  const count = Math.max(...[expected, actual].map(pageCount));
  const differing = new Set(differingPages(expected.state.memory, actual.state.memory));
  const isTouched = (page: number): boolean => [expected, actual].some((finish) => touches(finish, page));
  const touched = Array.from({ length: count }, (_, page) => page).filter(isTouched);
  const flagsOf = ({ state }: Finish, page: number): string => flagsText(state.pageFlags?.[page] ?? 0);
  const states = touched.map((page): PageState => ({
    page,
    ...flagsBefore(before, page),
    expected: flagsOf(expected, page),
    actual: flagsOf(actual, page),
    differs: differing.has(page),
  }));
  if (states.length <= PAGES_MAX) return states;
  const isNews = ({ differs, expected: one, actual: other }: PageState): boolean => differs || one !== other;
  const first = [...states.filter(isNews), ...states.filter((state) => !isNews(state))].slice(0, PAGES_MAX);
  return first.toSorted((a, b) => a.page - b.page);
}

function flagsBefore(before: Finish | undefined, page: number): { before?: string } {
  const flags = before?.state.pageFlags?.[page];
  return flags === undefined ? {} : { before: flagsText(flags) };
}

function pageCount({ state }: Finish): number {
  return Math.max(state.memory?.pageCount ?? 0, state.pageFlags?.length ?? 0);
}

function touches({ state: { memory, pageFlags } }: Finish, page: number): boolean {
  if ((pageFlags?.[page] ?? 0) !== 0) return true;
  return memory !== undefined && page < memory.pageCount && !memory.isUntouched(page);
}

function differingPages(one: MemoryImage | undefined, other: MemoryImage | undefined): number[] {
  if (!one || !other) return [];
  const count = Math.min(one.pageCount, other.pageCount);
  const pages: number[] = [];
  for (let page = 0; page < count; page++) {
    if (one.isUntouched(page) && other.isUntouched(page)) continue;
    if (Buffer.compare(one.pageView(page), other.pageView(page)) !== 0) pages.push(page);
  }
  return pages;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("hex")
    .replaceAll(/(..)(?=.)/g, "$1 ");
}
