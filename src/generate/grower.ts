import type { Instruction, VmVersion } from "../isa/index.ts";
import { itemBytesMax } from "./code-room.ts";
import { ANY, drawOp } from "./draw-op.ts";
import { FreshPages } from "./fresh-pages.ts";
import type { MemoryMap } from "./memory-map.ts";
import type { Op } from "./op.ts";
import { withTarget, type Item, type ItemKind } from "./program.ts";
import type { Random } from "./random.ts";
import type { Roles } from "./roles.ts";
import type { Rows } from "./rows.ts";
import type { Surroundings } from "./surroundings.ts";

/** What a program grows in. */
export interface GrowerOptions {
  readonly random: Random;
  readonly world: Surroundings;
  readonly rows: Rows;
  readonly roles: Roles;
  readonly map: MemoryMap;
  /** Instructions to be executed, about. */
  readonly size: number;
}

/** What an item asks of the layout. */
type ItemLayout = Pick<Item, "endsAt" | "loads" | "passedOver">;

const NO_LAYOUT: ItemLayout = { endsAt: undefined, loads: undefined, passedOver: undefined };

/** Bytes of memory that hold part of a data piece. */
export interface LoadedBytes {
  readonly address: number;
  readonly bytes: number;
}

const RECENT = 8;
const GROUP_WEIGHTS = [0, 1, 1, 2, 4];
const HOT_REGISTERS = 5;

/** A program in the making: families add items to it. */
export class Grower {
  readonly random: Random;
  readonly world: Surroundings;
  readonly version: VmVersion;
  readonly rows: Rows;
  readonly roles: Roles;
  readonly map: MemoryMap;
  readonly items: Item[] = [];
  /** Instructions of all items, and bytes that they can come to. */
  ops = 0;
  bytesMax = 0;
  /** The groups of rows that only compute, each as often as this program wants it. */
  readonly groups: readonly (readonly Instruction[])[];
  /** How often what is added now will be executed. */
  multiplicity = 1;
  /** Instructions executed so far, at most. */
  executed = 0;
  /** Loops around what is added now. */
  depth = 0;
  /** The function that is being grown, or -1. */
  currentFunction = -1;
  /** How often each function is called. */
  readonly calls: number[];
  /** Addresses that something interesting happened to. */
  readonly hot: number[] = [];
  /** Indices of branches whose target is not decided: those of this loop body, those of the one around it, and so on. */
  readonly #open: number[][] = [[]];
  readonly #any: readonly number[];
  readonly #near: readonly number[];
  readonly #recent = new Uint8Array(RECENT);
  readonly #size: number;
  #written = 0;
  #id = 0;
  #family = "";
  #note: string | undefined;
  /** What data pieces were loaded to, for what comes later. */
  readonly loaded: LoadedBytes[] = [];
  /** Places in data that code was written to. */
  codeSlots = 0;
  readonly #fresh: FreshPages;
  /** The instruction that ends the last page of the code, where a fault on purpose needs one there. */
  pageEnd: Op | undefined;
  /** Rooms that may still be left in the code to put what follows at a certain place of a page. */
  roomsLeft = 2;

  constructor({ random, world, rows, roles, map, size }: GrowerOptions) {
    this.#size = size;
    this.random = random;
    this.world = world;
    this.version = world.version;
    this.rows = rows;
    this.roles = roles;
    this.map = map;
    this.#fresh = new FreshPages(map);
    this.groups = random.swarm(rows.groups, GROUP_WEIGHTS);
    this.calls = roles.links.map(() => 0);
    const free: number[] = [];
    for (let register = 1; register < 32; register++) {
      if ((roles.reserved & (1 << register)) === 0) free.push(register);
    }
    // Few registers, used often, are what makes instructions depend on each other.
    const any = free.slice();
    for (let k = 0; k < HOT_REGISTERS; k++) {
      const hot = random.pick(free);
      any.push(hot, hot, hot, hot);
    }
    this.#any = any;
    this.#near = this.#any.filter((register) => register >= 8 && register < 16);
  }

  /** The name that following items bear. */
  enter(family: string): void {
    this.#family = family;
    this.#note = undefined;
  }

  /** What is said about following items, until another family is entered. */
  note(text: string | undefined): void {
    this.#note = text;
  }

  /** True if code may write `register`. */
  isFree(register: number): boolean {
    return register === 0 || (this.roles.reserved & (1 << register)) === 0;
  }

  /** Instructions that may still be executed. */
  get room(): number {
    return Math.max(0, this.#size - this.executed);
  }

  /** The id that the next item will have. */
  get nextId(): number {
    return this.#id;
  }

  /** Continues with ids from `id` on: those of a function. */
  moveTo(id: number): void {
    this.#id = id;
  }

  /** Adds an item, under the name and note that were set last. */
  add(kind: ItemKind, ops: readonly Op[], target = -1, extraCycles = 0, layout = NO_LAYOUT): void {
    const { endsAt, loads, passedOver } = layout;
    const family = this.#family;
    const note = this.#note;
    // All items have the same fields: what reads them is faster then.
    const item: Item = { id: this.#id++, kind, ops, target, extraCycles, family, note, endsAt, loads, passedOver };
    this.items.push(item);
    this.ops += ops.length;
    this.bytesMax += itemBytesMax(item);
    this.executed += (ops.length - (passedOver ?? 0)) * this.multiplicity;
  }

  /** Address of a page that no item was given before and that nothing is loaded to; undefined if there is none left. */
  freshPage(): number | undefined {
    return this.#fresh.next();
  }

  /** Address of so many of these, one behind the other; undefined if there is no such room behind the area. */
  freshPages(count: number): number | undefined {
    return this.#fresh.run(count);
  }

  /** Adds a branch, to somewhere behind it. */
  addBranch(ops: readonly Op[]): void {
    this.#open[this.#open.length - 1].push(this.items.length);
    this.add("branch", ops, this.#id);
  }

  /** Lets some branches of this level end here. */
  closeSome(): void {
    const open = this.#open[this.#open.length - 1];
    while (open.length > 0 && this.random.chance(30)) {
      const k = this.random.below(open.length);
      const index = open[k];
      for (let n = k + 1; n < open.length; n++) open[n - 1] = open[n];
      open.pop();
      this.items[index] = withTarget(this.items[index], this.#id);
    }
  }

  /** Lets the branches of this level end here. */
  closeHere(): void {
    this.#close(this.#open[this.#open.length - 1].splice(0));
  }

  /** Lets all branches end here. */
  closeAll(): void {
    for (const open of this.#open) this.#close(open.splice(0));
  }

  /** Enters a level that no branch from outside may enter. */
  openLevel(): void {
    this.#open.push([]);
  }

  /** Leaves it: its branches end here, or anywhere behind. */
  closeLevel(): void {
    for (const index of this.#open.pop() ?? []) {
      if (this.#open.length > 0 && this.random.chance(30)) this.#open[this.#open.length - 1].push(index);
      else this.#close([index]);
    }
  }

  #close(indices: readonly number[]): void {
    for (const index of indices) this.items[index] = withTarget(this.items[index], this.#id);
  }

  /** A register that `code` may write, other than x0; in x8 to x15 if `near`. */
  destination(near = false): number {
    const register = this.random.pick(near ? this.#near : this.#any);
    this.#recent[this.#written++ % RECENT] = register;
    return register;
  }

  /** Any register to read; one written lately more often than not. */
  source(near = false): number {
    const kind = this.random.below(16);
    if (kind < 10 && this.#written > 0) {
      const register = this.#recent[this.random.below(Math.min(RECENT, this.#written))];
      if (!near || (register >= 8 && register < 16)) return register;
    }
    if (near) return this.random.between(8, 15);
    return kind === 15 ? 0 : this.random.below(32);
  }

  /**
   * `instruction` with fields drawn at random; `rd` is a register that may be written, and sometimes x0. Now and then
   * some of the registers are the same on purpose.
   * @param base the register that rs1 is to be; any if left out
   */
  randomOp(instruction: Instruction, base = ANY): Op {
    return drawOp(this, instruction, base);
  }
}
