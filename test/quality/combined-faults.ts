import { ISA_MOP } from "../../src/isa/index.ts";
import type { World } from "../../src/case/index.ts";
import { ReferenceTarget, type Finish, type Leg } from "../../src/targets/index.ts";
import { instructionFault, snapshotFault, type SeededFault } from "./fault.ts";

/** A reference that fuses nothing in version 1. */
class Unfused extends ReferenceTarget {
  override readonly name = "unfused";

  override run(world: World, leg: Leg): Finish {
    return super.run(world.version === 1 ? { ...world, isa: world.isa & ~ISA_MOP } : world, leg);
  }
}

/** Faults that show only where several things meet. */
export const COMBINED_FAULTS: readonly SeededFault[] = [
  // An odd value: `addi`; at byte 8 of a page: from x0.
  instructionFault(
    "sd",
    "of an odd value at byte 8 of a page stores one less",
    ["addi sd"],
    (h, i) => {
      const address = h.address(i);
      h.x[33] = h.x[i.rs2];
      if (address % 4096 === 8) h.x[33] &= ~1n;
      h.store64(address, 33);
    },
    { families: ["memory", "edges", "constants"], size: 300 },
  ),
  // The snapshot of a resumed leg, handed to a third one.
  snapshotFault(
    "only a resumed leg hands over a cycle too many",
    [""],
    {
      taken: (taken, _world, { start }) => (start === "boot" ? taken : { ...taken, cycles: taken.cycles + 1n }),
    },
    { cuts: 2 },
  ),
  // Any two instructions that fuse and then cost less.
  {
    name: "version 1 fuses nothing",
    law: "differential",
    targets: [new ReferenceTarget(), new Unfused()],
    forms: [
      "lui|auipc addi|addiw|jalr",
      "mulh|mulhu|mulhsu mul",
      "div|divu divu|rem|remu",
      "div|divu rem|remu",
      "add|sub sltu add|sltu",
    ],
    cuts: 0,
    options: { versions: [1], isa: 7, families: ["fusion"], size: 300 },
  },
];
