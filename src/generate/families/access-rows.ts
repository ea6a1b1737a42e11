import type { Instruction } from "../../isa/index.ts";
import type { Grower } from "../grower.ts";

const SP = 2;

/** A row that accesses memory, by kind: loads and stores, those through sp where it has no role, LR, SC and AMO. */
export function pickAccessRow({ random, rows, roles }: Grower): Instruction {
  const { loadsAndStores, onlyLoads, onlyStores, stackAccesses, reservations, storeConditionals } = rows;
  const hasAtomics = reservations.length > 0;
  switch (random.below(12)) {
    case 0:
    case 1:
    case 2:
      return random.pick(onlyLoads);
    case 3:
    case 4:
      return random.pick(onlyStores);
    case 5:
    case 6:
      return random.pick((roles.reserved & (1 << SP)) === 0 ? stackAccesses : loadsAndStores);
    case 7:
      return random.pick(hasAtomics ? reservations : onlyLoads);
    case 8:
      return random.pick(hasAtomics ? storeConditionals : onlyStores);
    default:
      return random.pick(hasAtomics ? rows.memoryOperations : loadsAndStores);
  }
}
