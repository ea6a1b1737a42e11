import { PAGE_SIZE } from "../machine/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { compareMoments, type Moment } from "./moment.ts";

/** Checkpoints of the first pass that are kept at most. */
const REGULAR_MAX = 256;
/** Checkpoints that are kept beside them, near where somebody went back to. */
const NEAR_MAX = 64;
/** Cycles between the first ones. */
const INTERVAL = 2n ** 14n;
/** Bytes of pages that are kept at most. */
const BYTES_MAX = 2 ** 28;

/**
 * The checkpoints of a time line in their order. Those of the first pass stand at equal distances, which double when
 * there are too many of them; those near places where somebody was are dropped oldest first. The first of all stays.
 */
export class Checkpoints {
  #all: Checkpoint[] = [];
  #near: Checkpoint[] = [];
  #interval = INTERVAL;
  /** How many checkpoints use the bytes of a page. */
  readonly #users = new Map<Uint8Array, number>();
  readonly #bytesMax: number;

  /** @param bytesMax bytes of pages that are kept at most; of the first checkpoint and the last one all are */
  constructor(bytesMax = BYTES_MAX) {
    this.#bytesMax = bytesMax;
  }

  /** How many there are. */
  get count(): number {
    return this.#all.length;
  }

  /** Bytes of the pages that they hold. */
  get bytes(): number {
    return this.#users.size * PAGE_SIZE;
  }

  /** From the first to the last. */
  get all(): readonly Checkpoint[] {
    return this.#all;
  }

  /** Cycles after a checkpoint at which the next one of a first pass is due; more, where each is a lot of work. */
  intervalAfter({ pages, snapshot }: Checkpoint, pageCount: number): bigint {
    const work = BigInt(pages.size * CYCLES_FOR_PAGE + pageCount * CYCLES_FOR_EMPTY + snapshot.pagesFromSource.length);
    return work > this.#interval ? work : this.#interval;
  }

  /** The last one at `moment` or before it; undefined if there is none. */
  at(moment: Moment): Checkpoint | undefined {
    return this.#all[this.#place(moment) - 1];
  }

  /** The last one before `moment`. */
  before(moment: Moment): Checkpoint | undefined {
    const found = this.at(moment);
    if (!found || compareMoments(found.moment, moment) < 0) return found;
    return this.#all[this.#place(moment) - 2];
  }

  /** Adds one of a first pass. */
  add(checkpoint: Checkpoint): void {
    this.#insert(checkpoint);
    if (this.#all.length - this.#near.length > REGULAR_MAX) this.#thin();
    while (this.#tooManyBytes() && this.#near.length > 0) this.#dropNear();
    while (this.#tooManyBytes() && this.#all.length > 2) this.#thin();
  }

  /** Adds one near where somebody is. */
  addNear(checkpoint: Checkpoint): void {
    if (this.#insert(checkpoint)) this.#near.push(checkpoint);
    while (this.#near.length > 0 && (this.#near.length > NEAR_MAX || this.#tooManyBytes())) this.#dropNear();
  }

  #tooManyBytes(): boolean {
    return this.bytes > this.#bytesMax;
  }

  /** The position of the first one behind `moment`. */
  #place(moment: Moment): number {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareMoments(this.#all[middle].moment, moment) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #insert(checkpoint: Checkpoint): boolean {
    const place = this.#place(checkpoint.moment);
    const there = this.#all.at(place - 1);
    if (place > 0 && there && compareMoments(there.moment, checkpoint.moment) === 0) return false;
    this.#all.splice(place, 0, checkpoint);
    for (const page of checkpoint.pages.values()) this.#users.set(page, (this.#users.get(page) ?? 0) + 1);
    return true;
  }

  #dropNear(): void {
    const [oldest] = this.#near.splice(0, 1);
    this.#all = this.#all.filter((each) => each !== oldest);
    this.#release(oldest);
  }

  /** Drops every second one, but never the first. */
  #thin(): void {
    const near = new Set(this.#near);
    let turn = 0;
    const dropped = this.#all.filter((each) => !near.has(each) && turn++ % 2 === 1);
    const gone = new Set(dropped);
    this.#all = this.#all.filter((each) => !gone.has(each));
    for (const each of dropped) this.#release(each);
    this.#interval *= 2n;
  }

  #release({ pages }: Checkpoint): void {
    for (const page of pages.values()) {
      const users = (this.#users.get(page) ?? 1) - 1;
      if (users === 0) this.#users.delete(page);
      else this.#users.set(page, users);
    }
  }
}

/** A checkpoint costs about as much time as so many cycles for each dirty page, and for each page of memory. */
const CYCLES_FOR_PAGE = 2000;
const CYCLES_FOR_EMPTY = 2;
