import type { World } from "../../case/index.ts";
import { Memory, PAGE_SIZE, type HostMachine } from "../../machine/index.ts";
import type { FaultOptions } from "../faulty-target.ts";
import { BaseContext } from "./tracking.ts";

const PAGE = BigInt(PAGE_SIZE);

/** A memory whose pages can be put over other storage. */
class SharingMemory extends Memory {
  /** From now on the page is these bytes, which are what it holds. */
  share(page: number, bytes: Uint8Array): void {
    this.replacePage(page, new DataView(bytes.buffer, bytes.byteOffset, PAGE_SIZE));
  }
}

/** Tracked pages share their storage with the pieces they come from, so that stores change the pieces. */
class SharingContext extends BaseContext {
  override trackPages(machine: HostMachine, start: bigint, length: bigint, id: bigint, offset: bigint): void {
    super.trackPages(machine, start, length, id, offset);
    const { memory } = machine;
    if (!(memory instanceof SharingMemory)) return;
    const behind = Number((start + length) / PAGE);
    for (let page = Number((start + PAGE - 1n) / PAGE); page < behind; page++) {
      const entry = this.pages.get(page);
      const data = entry && this.dataSource.loadData(entry.id, entry.offset, PAGE)?.data;
      if (data?.length === PAGE_SIZE && Buffer.compare(data, memory.pageView(page)) === 0) memory.share(page, data);
    }
  }
}

/** Guest pages that come whole from a data source are no copies of it. Each leg has pieces of its own to spoil. */
export const SHARED_PAGES: FaultOptions = {
  world: (world: World) => ({
    ...world,
    program: world.program.slice(),
    sources: world.sources.map(({ id, bytes }) => ({ id, bytes: bytes.slice() })),
  }),
  parts: { memory: (size, writeXorExecute) => new SharingMemory(size, writeXorExecute) },
  leg: { context: (source) => new SharingContext(source) },
};
