import type { Grower } from "../grower.ts";
import { bytesOfOps, op, opLength, row, withImmediate, type Op } from "../op.ts";
import { otherRegister } from "../registers.ts";
import type { Family } from "./family.ts";

const ADDI = row("addi");
const ANDI = row("andi");
const REMU = row("remu");
const REMUW = row("remuw");
const SLLI = row("slli");
const AUIPC = row("auipc");
const ADD = row("add");
const JALR = row("jalr");
const C_JR = row("c.jr");
const JAL = row("jal");
const C_J = row("c.j");

/**
 * Jumps through a table: an index computed from any value and kept small chooses one of several ways of equal length, which
 * all end behind the table. One item, as no part of it means anything without the others.
 */
export const jumpTables: Family = {
  name: "jump-tables",
  grow(grower) {
    const index = grower.destination();
    const address = otherRegister(grower, index);
    const { ways, stride } = pickWays(grower);
    const count = ways.length;
    const indexOps = smallIndex(grower, index, address, count);
    const scale = op(SLLI, index, index, 0, Math.log2(stride));
    const head = [
      ...indexOps,
      scale,
      op(AUIPC, address, 0, 0, 0),
      op(ADD, address, address, index, 0),
      ...jumpThrough(grower, address, index),
    ];
    // The table begins behind the jump; the address is that of `auipc`.
    const distance = bytesOfOps(head) - bytesOfOps(indexOps) - opLength(scale);
    const ops: Op[] = [];
    for (const each of head) ops.push(each.imm === TABLE ? withImmediate(each, distance) : each);
    for (const way of ways) for (const each of way) ops.push(each);
    grower.note(`jump table of ${count} ways, ${stride} bytes each`);
    const passedOver = ways[0].length * (count - 1);
    grower.add("code", ops, -1, 0, { passedOver });
  },
};

/** Stands for the distance from `auipc` to the table. */
const TABLE = -2048;

/** Puts a number below `count` into `index`, by a mask or a remainder. */
function smallIndex(grower: Grower, index: number, other: number, count: number): Op[] {
  const { random } = grower;
  const from = grower.source();
  if ((count & (count - 1)) === 0 && random.chance(70)) return [op(ANDI, index, from, 0, count - 1)];
  const value = from === other ? index : from;
  return [op(ADDI, other, 0, 0, count), op(random.chance(70) ? REMU : REMUW, index, value, other, 0)];
}

/** The jump to the chosen way; with the distance in itself or in an instruction before it. */
function jumpThrough({ random, roles }: Grower, address: number, index: number): Op[] {
  const link = random.pick([0, index, roles.scratch]);
  if (random.chance(60)) return [op(JALR, link, address, 0, TABLE)];
  const add = op(ADDI, address, address, 0, TABLE);
  return [add, random.chance(50) ? op(C_JR, 0, address, 0, 0) : op(JALR, link, address, 0, 0)];
}

/** The ways: jumps to the end of the table, perhaps with an instruction that computes before each of them. */
function pickWays(grower: Grower): { ways: Op[][]; stride: number } {
  const { random, rows } = grower;
  const short = random.chance(50);
  const computes = random.chance(60);
  const count = random.between(2, 8);
  const jumpBytes = short ? 2 : 4;
  const stride = computes ? 2 * jumpBytes : jumpBytes;
  const list = short ? rows.plainShort : rows.plain;
  const ways: Op[][] = [];
  for (let left = count; left > 0; left--) {
    const jump = op(short ? C_J : JAL, 0, 0, 0, left * stride - (stride - jumpBytes));
    ways.push(computes ? [grower.randomOp(random.pick(list)), jump] : [jump]);
  }
  return { ways, stride };
}
