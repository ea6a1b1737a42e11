import { PAGE_SIZE, type Memory } from "../machine/index.ts";
import type { DirtyRun, SourceRun, TrackedPage } from "./snapshot2.ts";

/** Dirty pages in ascending order, neighbours with equal flags joined. */
export class DirtyRuns {
  readonly #runs: { page: number; count: number; flag: number }[] = [];

  add(page: number, flag: number): void {
    const last = this.#runs.at(-1);
    if (last && last.page + last.count === page && last.flag === flag) last.count++;
    else this.#runs.push({ page, count: 1, flag });
  }

  /** The runs with copies of their bytes. */
  read(memory: Memory): DirtyRun[] {
    return this.#runs.map(({ page, count, flag }) => {
      const address = BigInt(page * PAGE_SIZE);
      return { address, flag, content: memory.loadBytes(address, count * PAGE_SIZE) };
    });
  }
}

/** Tracked pages in ascending order, joined where address, flags, piece and offset all go on. */
export class SourceRuns<I> {
  readonly runs: SourceRun<I>[] = [];
  readonly #sameId: (a: I, b: I) => boolean;

  constructor(sameId: (a: I, b: I) => boolean) {
    this.#sameId = sameId;
  }

  add(address: bigint, { id, offset, flag }: TrackedPage<I>): void {
    const last = this.runs.at(-1);
    const goesOn =
      last !== undefined &&
      last.address + last.length === address &&
      last.flag === flag &&
      last.offset + last.length === offset &&
      this.#sameId(last.id, id);
    if (goesOn) this.runs[this.runs.length - 1] = { ...last, length: last.length + BigInt(PAGE_SIZE) };
    else this.runs.push({ address, flag, id, offset, length: BigInt(PAGE_SIZE) });
  }
}
