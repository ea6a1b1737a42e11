import { ISA_A } from "../../isa/index.ts";
import type { Grower } from "../grower.ts";
import { accessAt, pickEdge, pickPointer } from "./memory.ts";
import type { Family } from "./family.ts";

/** LR, SC and AMO on few addresses, aligned or not, with whatever comes between them. */
export const atomics: Family = {
  name: "atomics",
  possible: ({ isa }) => (isa & ISA_A) !== 0,
  grow(grower) {
    const { random, rows } = grower;
    const kind = random.below(8);
    const rowsOfKind = kind < 3 ? rows.memoryOperations : kind < 5 ? rows.storeConditionals : rows.reservations;
    const instruction = random.pick(rowsOfKind);
    const address = random.chance(15) ? pickEdge(grower, instruction) : pickAddress(grower);
    grower.add("access", accessAt(grower, instruction, address));
    if (kind >= 7) grower.add("access", accessAt(grower, random.pick(rows.storeConditionals), pickAddress(grower)));
  },
};

function pickAddress({ random, map, hot }: Grower): number {
  const address = hot[0];
  if (address !== undefined && random.chance(70)) return address;
  const other = pickPointer(random, map);
  hot.unshift(other);
  return other;
}
