import { compressedForm } from "../compress.ts";
import { baseOp, type Op } from "../op.ts";
import type { Item } from "../program.ts";
import type { Random } from "../random.ts";
import { fitsIntoRoom } from "./code-bytes.ts";
import { costAlike } from "./exact-cycles.ts";
import { jumpsInside } from "./jumps-inside.ts";
import { SAME_REGISTERS, type Rewriting } from "./rewriting.ts";

/** 32 bits for 16, and 16 for 32 where there are such. */
export const encoding: Rewriting = {
  name: "compressed or not",
  sentence: "With its instructions in 16 or in 32 bits, a program ends in the same state after the same cycles.",
  withoutBranches: false,
  blind: false,
  rewrite(random, program, world) {
    const items = program.items.map((item) => reencoded(random, item, world.version));
    if (items.every((item, k) => item === program.items[k])) return undefined;
    const rewritten = { ...program, items };
    if (!fitsIntoRoom(rewritten) || !costAlike(program, rewritten)) return undefined;
    return { program: rewritten, registers: SAME_REGISTERS, moreCycles: 0n };
  },
};

function reencoded(random: Random, item: Item, version: number): Item {
  // A call is told from its length; a jump inside an item knows its distance.
  if (item.kind === "call" || item.kind === "function" || jumpsInside(item)) return item;
  const last = item.ops.length - 1;
  // The last instruction of a branch has a distance that is not known yet: it may be too far for 16 bits.
  const ops = item.ops.map((each, k) => (k === last && item.target >= 0 ? each : other(random, each, version)));
  return ops.every((each, k) => each === item.ops[k]) ? item : { ...item, ops };
}

function other(random: Random, each: Op, version: number): Op {
  const { instruction } = each;
  if (!instruction || instruction.name.endsWith("ebreak") || random.chance(20)) return each;
  if (instruction.base !== instruction) return instruction.hint ? each : baseOp(each);
  return compressedForm(random, each, version) ?? each;
}
