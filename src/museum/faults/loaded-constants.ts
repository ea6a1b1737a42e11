import { DISCARD, type Hart } from "../../isa/index.ts";
import type { FaultOptions } from "../faulty-target.ts";
import { meaning } from "../meanings.ts";
import { meaningOf } from "./operands.ts";

/** The instruction that stands behind the last LUI, and the register that was loaded. */
interface Upper {
  readonly end: number;
  readonly rd: number;
}

/**
 * LUI and a negative ADDIW of its register right behind it are taken for one constant of 64 bits. Execution always goes
 * from a LUI to what stands behind it, so it is enough to remember the last one of each machine.
 */
export function loadedConstants(): FaultOptions {
  const last = new WeakMap<Hart, Upper>();
  const addi = meaningOf("addi");
  return meaning("lui addiw", (right, name) => (h, i) => {
    const upper = last.get(h);
    last.delete(h);
    if (name === "lui") {
      right(h, i);
      last.set(h, { end: i.pc + i.length, rd: i.rd });
    } else if (i.imm < 0 && i.rd !== DISCARD && upper?.end === i.pc && upper.rd === i.rs1 && i.rs1 === i.rd) addi(h, i);
    else right(h, i);
  });
}
