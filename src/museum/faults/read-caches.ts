import { Memory, PAGE_SHIFT, PAGE_SIZE, type HostMachine } from "../../machine/index.ts";
import { ZERO_PAGE } from "../../machine/page-store.ts";
import type { WorldSnapshot } from "../../targets/index.ts";
import type { FaultOptions } from "../faulty-target.ts";
import { AccessMachine } from "./access-machine.ts";
import { pagesOf } from "./pages.ts";
import { withMachine, withMemory } from "./parts.ts";
import { BaseContext, withContext } from "./tracking.ts";
import { leftAtResume } from "./used-machines.ts";

/** A page that loads are served from, as it was when it was first asked for. */
interface CachedPage {
  readonly page: number;
  readonly bytes: DataView;
}

/** A memory that can look at other bytes in the place of a page. */
class CachedMemory extends Memory {
  /** Does something with other bytes in the place of those of their page. */
  through<T>({ page, bytes }: CachedPage, action: () => T): T {
    const right = this.storage(page);
    this.replacePage(page, bytes);
    try {
      return action();
    } finally {
      this.replacePage(page, right);
    }
  }

  /** The bytes of a page, live; of one that nobody wrote, those that all machines share. */
  storage(page: number): DataView {
    if (this.isUntouched(page)) return ZERO_PAGE;
    const { buffer, byteOffset } = this.pageView(page);
    return new DataView(buffer, byteOffset, PAGE_SIZE);
  }
}

/** A machine whose loads look at one page at a time, and may look at what it was. */
abstract class CachedMachine<M extends CachedMemory> extends AccessMachine {
  protected override onLoad<T extends number | bigint>(address: number, length: number, load: () => T): T {
    const memory = this.memory as M;
    const page = address >>> PAGE_SHIFT;
    const touched = pagesOf(memory, address, length);
    if (touched.length !== 1) return load();
    const cached = this.cachedFor(page, memory);
    return cached ? memory.through(cached, load) : load();
  }

  /** The bytes in which a load of this page looks; undefined for those that it has. */
  protected abstract cachedFor(page: number, memory: M): CachedPage | undefined;
}

/** Remembers the page it loaded from last; loads after a resume find there what was there before, up to one from another page. */
class UsedCacheMachine extends CachedMachine<CachedMemory> {
  /** What a machine before this one had loaded from last. */
  old: CachedPage | undefined;
  /** The page of the last load. */
  page: number | undefined;

  protected override cachedFor(page: number): CachedPage | undefined {
    this.page = page;
    if (this.old?.page !== page) this.old = undefined;
    return this.old;
  }
}

/** The page that was loaded from last is still in the cache of a machine that is used again. */
export function cacheLeft(): FaultOptions {
  return {
    ...withMemory(CachedMemory),
    ...withMachine(UsedCacheMachine),
    ...leftAtResume(({ machine: fresh }, { machine: last }) => {
      if (!(fresh instanceof UsedCacheMachine && last instanceof UsedCacheMachine)) return;
      const { page } = last;
      if (page === undefined || page >= fresh.memory.pageCount) return;
      const { buffer } = last.memory.pageView(page).slice();
      fresh.old = { page, bytes: new DataView(buffer) };
    }),
  };
}

/** Shares its pages with the machine it was made from, until they are stored to. */
class ForkedMemory extends CachedMemory {
  /** Which pages are still shared; undefined where there is no parent. */
  #shared: Uint8Array | undefined;
  /** The page that loads look at, and where they found it. */
  #cached: CachedPage | undefined;

  /** Every page belongs to the parent from now on. */
  fork(): void {
    this.#shared = new Uint8Array(this.pageCount).fill(1);
    this.#cached = undefined;
  }

  /** Where a load of this page looks: where it looked last, if that was this page too. */
  cachedFor(page: number): CachedPage | undefined {
    if (!this.#shared) return undefined;
    if (this.#cached?.page !== page) this.#cached = { page, bytes: this.storage(page) };
    return this.#cached;
  }

  override reset(): void {
    super.reset();
    this.#shared = undefined;
    this.#cached = undefined;
  }

  /** The first store to a page gives it bytes of its own. */
  protected override prepareWrite(address: number, length: number): void {
    super.prepareWrite(address, length);
    for (const page of pagesOf(this, address, length)) {
      if (!this.#shared?.[page]) continue;
      this.#shared[page] = 0;
      this.replacePage(page, new DataView(this.pageView(page).slice().buffer));
    }
  }
}

class ForkedMachine extends CachedMachine<ForkedMemory> {
  protected override cachedFor(page: number, memory: ForkedMemory): CachedPage | undefined {
    return memory.cachedFor(page);
  }
}

class ForkingContext extends BaseContext {
  override resume(machine: HostMachine, snapshot: WorldSnapshot): void {
    super.resume(machine, snapshot);
    if (machine.memory instanceof ForkedMemory) machine.memory.fork();
  }
}

/** A resumed machine keeps loading from a page of its parent though it has stored to it, until it loads from another one. */
export function parentInCache(): FaultOptions {
  return {
    ...withMemory(ForkedMemory),
    leg: { ...withMachine(ForkedMachine).leg, ...withContext(ForkingContext).leg },
  };
}
