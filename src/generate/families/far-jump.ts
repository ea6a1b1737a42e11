import { ISA_MOP, type Instruction } from "../../isa/index.ts";
import type { Grower } from "../grower.ts";
import { baseOp, op, row, type Op } from "../op.ts";
import type { Item } from "../program.ts";

const LUI = row("lui");
const AUIPC = row("auipc");
const ADDI = row("addi");
const ADDIW = row("addiw");
const JALR = row("jalr");
const C_LUI = row("c.lui");
const C_JR = row("c.jr");
const C_JALR = row("c.jalr");
/** Instructions that do nothing, and are no HINTs. */
export const NOPS = [op(ADDI, 0, 0, 0, 0), op(row("c.nop"), 0, 0, 0, 0)];
/** Of 100 far jumps, those that lead to a slow instruction, before which some cycles of a budget can be left over. */
const PERCENT_SLOW = 25;
const RA = 1;
const SP = 2;
/** Ends where the next page begins, or, if the address is relative, one page behind its own beginning. */
const PAGE_BEGIN = 0;
const ONE_PAGE = -1;

/** Adds an item that jumps: what `high` begins. Its target and the low 12 bits of it are filled in later. */
type Form = (grower: Grower, high: Op) => void;

/**
 * Adds a jump to a later item by `lui` or `auipc` and a jump through a register, in a form that fuses or nearly does.
 * All of them arrive where they should, fused or not. Not to be called where ra has a role.
 */
export function growFarJump(grower: Grower, head: Instruction): void {
  const { random } = grower;
  const form = random.pick(FORMS);
  const base = baseFor(grower, form);
  const compressed = head === LUI && base !== 0 && base !== SP && random.chance(40);
  form(grower, op(compressed ? C_LUI : head, base, 0, 0, 0));
  if (!random.chance(PERCENT_SLOW)) return;
  grower.closeHere();
  grower.note("slow, where a far jump leads");
  grower.add("code", [grower.randomOp(random.pick(grower.rows.slow))]);
}

/** True if `item` jumps from x0: it arrives only where that is a fused far jump, in version 1. */
export function needsFusion({ ops, target }: Item): boolean {
  if (target < 0 || ops.length < 2) return false;
  const { instruction, rd } = baseOp(ops[0]);
  return rd === 0 && (instruction === LUI || instruction === AUIPC);
}

/** ra, as all versions fuse it; another register; or x0, from which only the fused far jump of version 1 can jump. */
function baseFor(grower: Grower, form: Form): number {
  const { random, version, world } = grower;
  // Version 0 writes the link, mostly ra, before it reads the base.
  if (version > 0 && random.chance(50)) return RA;
  if (form === straight && version === 1 && world.isa & ISA_MOP && random.chance(60)) return 0;
  let base = grower.destination();
  while (base === RA) base = grower.destination();
  return base;
}

const straight: Form = (grower, high) => {
  grower.note(`far jump from ${high.rd === RA ? "ra" : high.rd === 0 ? "zero" : "another register"}`);
  grower.addBranch([high, op(JALR, RA, high.rd, 0, 0)]);
};

const otherLink: Form = (grower, high) => {
  let link = grower.random.chance(30) ? 0 : grower.destination();
  if (link === RA || (grower.version === 0 && link === high.rd)) link = 0;
  grower.note("far jump: another link");
  grower.addBranch([high, op(JALR, link, high.rd, 0, 0)]);
};

const oneBetween: Form = (grower, high) => {
  grower.note("far jump: one in between");
  grower.addBranch([high, grower.random.pick(NOPS), op(JALR, RA, high.rd, 0, 0)]);
};

/** The jump is from the register that was loaded before the one that `lui` or `auipc` has just loaded. */
const otherBase: Form = (grower, high) => {
  const { random } = grower;
  let other = random.chance(20) ? 0 : grower.destination();
  if (other === high.rd) other = 0;
  grower.note("far jump: another base");
  const second = op(baseOp(high).instruction ?? LUI, other, 0, 0, random.pick([0, 4096, -4096, 2 ** 31 - 4096]));
  grower.addBranch([high, second, op(JALR, RA, high.rd, 0, 0)]);
};

/** The low bits are added by an instruction of their own; what follows is a jump through a register as well. */
const similar: Form = (grower, high) => {
  const { rd } = high;
  const { random, version } = grower;
  const add = random.chance(50) || baseOp(high).instruction === AUIPC ? ADDI : ADDIW;
  const jumps = [op(C_JR, 0, rd, 0, 0), op(JALR, 0, rd, 0, 0)];
  if (rd !== RA || version > 0) jumps.push(op(C_JALR, 0, rd, 0, 0), op(JALR, RA, rd, 0, 0));
  grower.note("far jump: one more addition");
  grower.addBranch([high, op(add, rd, rd, 0, 0), random.pick(jumps)]);
};

/** `c.jalr` adds nothing, so its target is what `lui` or `auipc` can say alone. */
const compressedJump: Form = (grower, high) => {
  if (grower.roomsLeft === 0) return straight(grower, high);
  grower.roomsLeft--;
  const endsAt = baseOp(high).instruction === AUIPC ? ONE_PAGE : PAGE_BEGIN;
  grower.note("far jump: c.jalr");
  grower.add("branch", [high, op(C_JALR, 0, high.rd, 0, 0)], grower.nextId + 1, 0, { endsAt });
};

const FORMS: readonly Form[] = [
  straight,
  straight,
  straight,
  otherLink,
  oneBetween,
  otherBase,
  similar,
  compressedJump,
];
