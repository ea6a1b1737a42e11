import { DISCARD, instructionsNamed, SCRATCH, type Hart, type Meaning, type Operands } from "../../isa/index.ts";
import { setWord } from "../../isa/hart.ts";

/** What an instruction does from version 1 on. @throws RangeError if there is none of that name */
export function meaningOf(name: string): Meaning {
  const [instruction] = instructionsNamed(name);
  if (instruction === undefined) throw new RangeError(`there is no instruction ${name}`);
  return instruction.meaning;
}

/** Another meaning where a condition holds before the instruction is executed. */
export function where(condition: (h: Hart, i: Operands) => boolean, wrong: Meaning): (right: Meaning) => Meaning {
  return (right) => (h, i) => {
    if (condition(h, i)) wrong(h, i);
    else right(h, i);
  };
}

/** The right meaning, with what it wrote to rd changed afterwards. */
export function afterwards(change: Meaning): (right: Meaning) => Meaning {
  return (right) => (h, i) => {
    right(h, i);
    change(h, i);
  };
}

/** The right meaning of rs2 and rs1 instead of rs1 and rs2. */
export function swapped(right: Meaning): Meaning {
  return (h, i) => right(h, { ...i, rs1: i.rs2, rs2: i.rs1 });
}

/** A meaning for 64-bit operands, of the sign-extended low words of rs1 and rs2; the low word of its result is kept. */
export function onSignExtended(wide: Meaning): Meaning {
  return (h, i) => {
    setWord(h, SCRATCH, h.w[2 * i.rs1]);
    setWord(h, DISCARD, h.w[2 * i.rs2]);
    wide(h, { ...i, rs1: SCRATCH, rs2: DISCARD });
    setWord(h, i.rd, h.w[2 * i.rd]);
  };
}

/** A shift of the whole of rs1 by the low five bits of rs2; the low word of its result is kept. */
export function onWholeRegister(immediateShift: Meaning): Meaning {
  return (h, i) => {
    immediateShift(h, { ...i, imm: h.w[2 * i.rs2] & 31 });
    setWord(h, i.rd, h.w[2 * i.rd]);
  };
}
