import type { Finish, MemoryImage } from "../../../src/targets/index.ts";
import { withFlags, withRegisters, withState } from "../altered.ts";
import { changed, meaning } from "../law-counts.ts";
import type { Faults } from "./faulty-target.ts";

/** Pages that no world of these has written: between data and stack there is room. */
function firstClean({ state }: Finish): number {
  return state.pageFlags!.indexOf(0);
}

function lying(memory: MemoryImage): MemoryImage {
  const soiled = new Uint8Array(4096).fill(1);
  return {
    ...memory,
    pageCount: memory.pageCount,
    isUntouched: (p) => memory.isUntouched(p),
    pageView: (p) => (memory.isUntouched(p) ? soiled : memory.pageView(p)),
  };
}

/** What breaks law untouched. */
export const UNTOUCHED_FAULTS: Faults = {
  "has a page that was never written and is not zero": () =>
    changed((f) => withState(f, { memory: soiledAt(f, firstClean(f)) })),
  "says of pages that they are zero, and they are not": () =>
    changed((f) => withState(f, { memory: lying(f.state.memory!) })),
  "has flags on a page that nobody touched": () => changed((f) => withState(f, withFlags(f, { [firstClean(f)]: 1 }))),
  "makes pages dirty by loads": () =>
    changed((f, _, leg) => (leg.start === "boot" ? f : withState(f, withFlags(f, allDirty(f))))),
  "loads nothing by ld": () => meaning("ld", () => () => {}),
  "has wrong registers behind a resume": () =>
    changed((f, _, leg) => (leg.start === "boot" ? f : withState(f, withRegisters(f, ...NUMBERS)))),
};

const NUMBERS = Array.from({ length: 31 }, (_, k) => k + 1);

function soiledAt({ state }: Finish, page: number): MemoryImage {
  const { memory } = state;
  const bytes = new Uint8Array(4096);
  bytes[4095] = 0x80;
  const [isUntouched, pageView] = [
    (p: number) => p !== page && memory!.isUntouched(p),
    (p: number) => (p === page ? bytes : memory!.pageView(p)),
  ];
  return { pageCount: memory!.pageCount, isUntouched, pageView };
}

function allDirty({ state }: Finish): Record<number, number> {
  return Object.fromEntries([...state.pageFlags!.entries()].map(([page, flags]) => [page, flags | 4]));
}
