import { baseOp, opLength, row } from "../op.ts";
import type { Item } from "../program.ts";

const [JAL, JALR, ECALL, EBREAK] = ["jal", "jalr", "ecall", "ebreak"].map(row);

/** True if an item has a jump or branch that knows its own distance: one that is not the branch of the item itself. */
export function jumpsInside({ ops, target }: Item): boolean {
  const own = target < 0 ? ops.length : ops.length - 1;
  for (let k = 0; k < own; k++) {
    const base = ops[k].instruction?.base;
    if (base?.endsBlock && base !== ECALL && base !== EBREAK) return true;
  }
  return false;
}

/** True if its jumps lead from one of its instructions to another, or right behind it, and none of them links. */
export function staysInside({ ops }: Item): boolean {
  const starts = new Set<number>();
  let end = 0;
  for (const each of ops) {
    starts.add(end);
    end += opLength(each);
  }
  starts.add(end);
  let at = 0;
  for (const each of ops) {
    const { instruction, rd, imm } = baseOp(each);
    if (instruction?.endsBlock) {
      const links = instruction === JALR || (instruction === JAL && rd !== 0);
      if (links || instruction === ECALL || instruction === EBREAK || !starts.has(at + imm)) return false;
    }
    at += opLength(each);
  }
  return true;
}
