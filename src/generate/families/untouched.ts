import type { Instruction } from "../../isa/index.ts";
import type { Grower } from "../grower.ts";
import { accessWidth } from "../rows.ts";
import type { Family } from "./family.ts";
import { accessAt, pickPointer } from "./memory.ts";

const PAGE = 4096;

/** The first access to a page that nothing has touched: by a store, an AMO, or an SC that succeeds or fails. */
export const untouched: Family = {
  name: "untouched",
  grow(grower) {
    const { random, rows } = grower;
    const page = grower.freshPage();
    if (page === undefined) {
      grower.note("no page is left");
      return touch(grower, random.pick(rows.onlyStores), pickPointer(random, grower.map) & -PAGE);
    }
    const { memoryOperations, storeConditionals, reservations, onlyStores } = rows;
    const kind = memoryOperations.length > 0 ? random.below(5) : 4;
    if (kind < 2) {
      grower.note("an AMO writes first");
      touch(grower, random.pick(memoryOperations), page);
    } else if (kind === 2) {
      grower.note("a failed SC writes first");
      touch(grower, random.pick(storeConditionals), page);
    } else if (kind === 3) {
      grower.note("LR reads first, SC writes");
      const address = addressOn(grower, page, 8);
      grower.add("access", accessAt(grower, random.pick(reservations), address));
      grower.add("access", accessAt(grower, random.pick(storeConditionals), address));
    } else {
      grower.note("a store writes first");
      touch(grower, random.pick(onlyStores), page);
    }
    if (random.chance(40)) {
      grower.note("read back");
      touch(grower, random.pick(rows.loadsAndStores), page);
    }
  },
};

function touch(grower: Grower, instruction: Instruction, page: number): void {
  grower.add("access", accessAt(grower, instruction, addressOn(grower, page, accessWidth(instruction))));
}

/** An address on the page: at its beginning, its end, or anywhere. */
function addressOn({ random }: Grower, page: number, width: number): number {
  return page + random.pick([0, PAGE - width, random.below(PAGE - width + 1)]);
}
