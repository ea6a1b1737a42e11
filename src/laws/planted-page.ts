import type { MemoryImage } from "../targets/target.ts";
import type { Point } from "./probe.ts";

const PAGE = 4096;

/** A page that is put where a snapshot has none. */
export interface PlantedPage {
  readonly page: number;
  /** All its flags; DIRTY is among them. */
  readonly flag: number;
  /** 4096 bytes. */
  readonly content: Uint8Array;
}

/** The point with a page that was free: in its snapshot, and in the state that it shows. */
export function planted({ finish, snapshot }: Point, { page, flag, content }: PlantedPage): Point {
  // A target that is wrong may write to what it is handed; the content is of use for other questions still.
  const run = { address: BigInt(page * PAGE), flag, content: content.slice() };
  const behind = snapshot.dirtyPages.findIndex(({ address }) => address > run.address);
  const at = behind < 0 ? snapshot.dirtyPages.length : behind;
  const { memory, pageFlags } = finish.state;
  const state = {
    ...finish.state,
    ...(pageFlags && { pageFlags: pageFlags.with(page, flag) }),
    ...(memory && { memory: withPage(memory, page, content) }),
  };
  return {
    finish: { ...finish, state },
    snapshot: { ...snapshot, dirtyPages: snapshot.dirtyPages.toSpliced(at, 0, run) },
  };
}

/** A memory with another page. */
export function withPage(memory: MemoryImage, page: number, content: Uint8Array): MemoryImage {
  return {
    pageCount: memory.pageCount,
    isUntouched: (other) => other !== page && memory.isUntouched(other),
    pageView: (other) => (other === page ? content : memory.pageView(other)),
  };
}
