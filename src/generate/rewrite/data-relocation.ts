import type { Moved } from "../../case/index.ts";
import { codeEnd, type GeneratedProgram, type Item } from "../program.ts";
import type { Random } from "../random.ts";
import { stackBytes } from "../segments.ts";
import type { Surroundings } from "../surroundings.ts";
import { accessesOf, type ItemAccesses } from "./item-accesses.ts";
import { POINTER_ABOVE, POINTER_BELOW } from "./plain.ts";
import { SAME_REGISTERS, type Rewriting } from "./rewriting.ts";

const PAGE = 4096;
const PAGES = [1, 2, 3, 5, 8];

/** Pages behind the code further up, with all that stands in them and all that goes there. */
export const dataRelocation: Rewriting = {
  name: "relocation of data",
  sentence: "With its data at another address, a program ends in the same state with its data there.",
  withoutBranches: false,
  blind: true,
  rewrite(random, program, world) {
    const mask = program.pointers.reduce((bits, { register }) => bits | (1 << register), 0);
    const found: ItemAccesses[] = [];
    for (const item of program.items) {
      const accesses = accessesOf(item, mask);
      if (!accesses) return undefined;
      found.push(accesses);
    }
    const pages = new TouchedPages(program, world, found);
    const move = pages.isKnown ? pages.pickMove(random) : undefined;
    if (!move) return undefined;
    const moved = moveData(program, move, found);
    return { program: moved, registers: SAME_REGISTERS, moreCycles: 0n, moved: move };
  },
};

/** The pages behind the code that a program has data in, or may access. */
class TouchedPages {
  /** False if it may access what does not move with the rest, or what nobody knows. */
  readonly isKnown: boolean;
  readonly #program: GeneratedProgram;
  readonly #first: number;
  readonly #touched: Uint8Array;

  constructor(program: GeneratedProgram, world: Surroundings, found: readonly ItemAccesses[]) {
    this.#program = program;
    this.#first = codeEnd(program.base, program.codeRoom) / PAGE;
    // The last page is apart in version 0, and arguments stand at the end of memory.
    this.#touched = new Uint8Array(Math.floor((world.memorySize - stackBytes(world)) / PAGE) - 1);
    for (const { address, memoryBytes } of program.data) this.#add(address, address + memoryBytes);
    this.isKnown = this.#addAccesses(found) && this.#addPointers(found);
  }

  #add(from: number, to: number): void {
    this.#touched.fill(1, Math.max(0, Math.floor(from / PAGE)), Math.max(0, Math.ceil(to / PAGE)));
  }

  /** What is accessed by one address goes together; its `lui` alone moves it. */
  #addAccesses(found: readonly ItemAccesses[]): boolean {
    const first = this.#first * PAGE;
    for (const { accesses } of found) {
      if (accesses.length === 0) continue;
      const reached = new Map<number, { from: number; to: number }>();
      for (const { from, to, lui } of accesses) {
        if (lui < 0 && to > first) return false;
        const all = reached.get(lui) ?? { from, to };
        reached.set(lui, { from: Math.min(all.from, from), to: Math.max(all.to, to) });
      }
      for (const { from, to } of reached.values()) {
        if (from < first && to > first) return false;
        this.#add(from, to);
      }
    }
    return true;
  }

  /** All that one pointer is ever set to goes together, as nobody knows when it is which. */
  #addPointers(found: readonly ItemAccesses[]): boolean {
    const ends = new Map(this.#program.pointers.map(({ register, address }) => [register, [address, address]]));
    for (const { pointers } of found) {
      for (const { register, address } of pointers) {
        const [least, most] = ends.get(register) ?? [address, address];
        ends.set(register, [Math.min(least, address), Math.max(most, address)]);
      }
    }
    for (const [least, most] of ends.values()) {
      if (least - POINTER_BELOW < this.#first * PAGE) return false;
      this.#add(least - POINTER_BELOW, most + POINTER_ABOVE);
    }
    return true;
  }

  /** A way to move them: behind those that move, there are as many that nothing touches. */
  pickMove(random: Random): Moved | undefined {
    const touched = this.#touched;
    const moves: Moved[] = [];
    let free = 0;
    for (let page = touched.length - 1; page > this.#first; page--) {
      free = touched[page] ? 0 : free + 1;
      if (free === 0 || !touched[page - 1]) continue;
      for (const pages of PAGES) if (pages <= free) moves.push(this.#move(page, pages));
    }
    return moves.length > 0 ? random.pick(moves) : undefined;
  }

  #move(end: number, pages: number): Moved {
    const pointers = this.#program.pointers
      .filter(({ address }) => address < end * PAGE)
      .map(({ register }) => register);
    return { first: this.#first, end, pages, pointers };
  }
}

function moveData(
  program: GeneratedProgram,
  { first, end, pages }: Moved,
  found: readonly ItemAccesses[],
): GeneratedProgram {
  const bytes = pages * PAGE;
  const isMoved = (address: number): boolean => address >= first * PAGE && address < end * PAGE;
  const move = <T extends { readonly address: number }>(each: T): T =>
    isMoved(each.address) ? { ...each, address: each.address + bytes } : each;
  const moveItem = (item: Item, k: number): Item => {
    const { accesses, pointers, luis } = found[k];
    if (luis.size === 0) return item;
    const moved = new Set<number>();
    for (const { from, lui } of accesses) if (isMoved(from)) moved.add(lui);
    for (const { address, lui } of pointers) if (isMoved(address)) moved.add(lui);
    if (moved.size === 0) return item;
    return { ...item, ops: item.ops.map((each, n) => (moved.has(n) ? { ...each, imm: each.imm + bytes } : each)) };
  };
  return {
    ...program,
    data: program.data.map(move),
    pointers: program.pointers.map(move),
    items: program.items.map(moveItem),
  };
}
