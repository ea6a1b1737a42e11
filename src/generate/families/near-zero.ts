import type { Instruction } from "../../isa/index.ts";
import { loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { isWritable } from "../memory-map.ts";
import type { Op } from "../op.ts";
import { accessWidth, stores } from "../rows.ts";
import { pickAccessRow } from "./access-rows.ts";
import { accessAt, accessBy, baseOf } from "./memory.ts";

/** What a base register holds: no address at first sight. Others are drawn from as far as an offset leads back from. */
const BASES = [-1, -1, 1, 1, 0, 2, 8];
const FAR = 2047;
const TRIES = 8;

/** Adds an access to the first bytes of memory, from a base register that holds 1, -1 or another small number. */
export function growNearZero(grower: Grower): void {
  const instruction = pickAccessRow(grower);
  const ops = fromSmallNumber(grower, instruction);
  grower.note(ops ? "from a small number" : undefined);
  grower.add("access", ops ?? accessAt(grower, instruction, grower.map.start));
  grower.note(undefined);
}

/** An access from a small number; undefined if a few draws gave none that may be, as where the code is in the first page. */
function fromSmallNumber(grower: Grower, instruction: Instruction): Op[] | undefined {
  const { random, map } = grower;
  const width = accessWidth(instruction);
  for (let tries = 0; tries < TRIES; tries++) {
    const base = random.chance(60) ? random.pick(BASES) : random.between(-FAR, FAR);
    const access = accessBy(grower, instruction);
    const address = base + (instruction.field.has("imm") ? access.imm : 0);
    if (address < 0 || (stores(instruction) && !isWritable(map, address, width))) continue;
    return [...loadNumber(baseOf(access), base), access];
  }
  return undefined;
}
