import { instructionsNamed, type Hart, type Instruction, type Meaning, type Operands } from "../../../src/isa/index.ts";
import { ReferenceTarget, type Target } from "../../../src/targets/index.ts";
import type { Faults } from "./faulty-target.ts";

const NO_RESERVATION = 2n ** 64n - 1n;
const LOW_WORD = 0xffff_ffffn;

/** The reference with another meaning of some instructions. */
function meaning(names: string, wrong: (right: Meaning) => Meaning): () => Target {
  const meanings = new Map<Instruction, Meaning>();
  for (const name of names.split(" ")) {
    const [row] = instructionsNamed(name);
    meanings.set(row, wrong(row.meaning));
  }
  return () => new ReferenceTarget({ meanings });
}

const CONDITIONAL = "sc.w sc.d";

/** SC that succeeds where `succeeds` says so of its address and the reservation. */
function succeedingWhere(succeeds: (address: bigint, reservation: bigint) => boolean): () => Target {
  return meaning(CONDITIONAL, (right) => (h: Hart, i: Operands) => {
    const [address, before] = [h.x[i.rs1], h.reservation];
    h.reservation = succeeds(address, before) ? address : address ^ 1n;
    try {
      right(h, i);
    } catch (error) {
      h.reservation = before;
      throw error;
    }
  });
}

/** What breaks law reservations. */
export const RESERVATIONS_FAULTS: Faults = {
  "compares 32 bits of a reservation": succeedingWhere((a, r) => ((a ^ r) & LOW_WORD) === 0n && r !== NO_RESERVATION),
  "compares the words of a reservation that eight bytes share": succeedingWhere((a, r) => (a ^ r) >> 3n === 0n),
  "stores whatever the reservation is": succeedingWhere(() => true),
  "stores nothing where the reservation is": succeedingWhere(() => false),
  "ends no reservation where it fails": meaning(CONDITIONAL, (right) => (h, i) => {
    const before = h.reservation;
    const fails = before !== h.x[i.rs1];
    right(h, i);
    if (fails) h.reservation = before;
  }),
  "ends the reservation where something is stored": meaning("sd amoadd.d", (right) => (h, i) => {
    right(h, i);
    h.reservation = NO_RESERVATION;
  }),
  "reserves the doubleword": meaning("lr.w lr.d", (right) => (h, i) => {
    const address = h.x[i.rs1];
    right(h, i);
    h.reservation = address & ~7n;
  }),
};
