import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";

const ADDI = row("addi");
const C_ADDI = row("c.addi");
const C_LI = row("c.li");
const SLTIU = row("sltiu");
const BEQ = row("beq");
const BNE = row("bne");
const BLT = row("blt");
const BLTU = row("bltu");
const BGE = row("bge");
const BGEU = row("bgeu");
const C_BEQZ = row("c.beqz");
const C_BNEZ = row("c.bnez");

/** Of 100 feet, those that compare with something beside zero: they take one instruction more. */
const PERCENT_COMPARE = 35;

/** The foot of a loop: counts down, and goes back while the counter is not 0, by any conditional branch there is. */
export function pickFoot(grower: Grower, counter: number): Op[] {
  const { random } = grower;
  const down = op(random.chance(50) ? ADDI : C_ADDI, counter, counter, 0, -1);
  if (random.chance(PERCENT_COMPARE)) return [down, ...pickComparison(grower, counter)];
  if (counter >= 8 && counter < 16 && random.chance(50)) return [down, op(C_BNEZ, 0, counter, 0, 0)];
  const zeroFirst = op(random.pick([BNE, BLT, BLTU]), 0, 0, counter, 0);
  return [down, random.chance(35) ? op(BNE, 0, counter, 0, 0) : zeroFirst];
}

/** Goes back while the counter is at least 1, or while it is not below 1. */
function pickComparison(grower: Grower, counter: number): Op[] {
  const { random } = grower;
  const short = random.chance(50);
  const other = grower.destination(short);
  if (random.chance(50)) {
    const one = op(random.chance(50) ? ADDI : C_LI, other, 0, 0, 1);
    return [one, op(random.pick([BGE, BGEU]), 0, counter, other, 0)];
  }
  const isZero = op(SLTIU, other, counter, 0, 1);
  return [isZero, short ? op(C_BEQZ, 0, other, 0, 0) : op(BEQ, 0, ...pickOrder(grower, other), 0)];
}

function pickOrder({ random }: Grower, register: number): [rs1: number, rs2: number] {
  return random.chance(50) ? [register, 0] : [0, register];
}
