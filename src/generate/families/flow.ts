import { loadNumber } from "../constant.ts";
import { op, row, type Op } from "../op.ts";
import type { Grower } from "../grower.ts";
import { JALR_REACH } from "../arrange.ts";
import { functionId } from "../program.ts";
import { otherRegister } from "../registers.ts";
import type { Family } from "./family.ts";
import { pickFoot } from "./feet.ts";

const AUIPC = row("auipc");
const LUI = row("lui");
const ADDI = row("addi");
const ANDI = row("andi");
const ORI = row("ori");
const BEQ = row("beq");
const BNE = row("bne");
const JALR = row("jalr");
const C_JR = row("c.jr");
const C_JALR = row("c.jalr");
const JAL = row("jal");
const RA = 1;
const PERCENT_CONDITIONAL = 75;
/** Branches of 100 that depend on the round, in loops. */
const PERCENT_BY_ROUND = 25;
const PERCENT_LAST_TAKEN = 75;
/** Jumps of 100 that are from x0, where code is near enough to it. */
const PERCENT_FROM_ZERO = 40;
/** Compressed jumps of 100 through an odd address: they leave out its lowest bit. */
const PERCENT_ODD = 40;

/** Branches and jumps to later items: taken, not taken, and by every kind of jump there is. */
export const branches: Family = {
  name: "branches",
  grow(grower) {
    const { random, rows } = grower;
    const byRound = random.chance(PERCENT_BY_ROUND) ? branchByRound(grower) : undefined;
    if (byRound) {
      grower.addBranch([byRound]);
    } else if (random.chance(PERCENT_CONDITIONAL)) {
      const branch = grower.randomOp(random.pick(rows.branches));
      grower.addBranch([random.chance(20) ? { ...branch, rs2: branch.rs1 } : branch]);
    } else if (grower.map.base < JALR_REACH && random.chance(PERCENT_FROM_ZERO)) {
      // Where its target is too far from x0 after all, the layout makes it another jump.
      grower.note("jump from x0");
      grower.addBranch([op(JALR, random.chance(50) ? 0 : grower.destination(), 0, 0, 0)]);
    } else if (random.chance(50)) {
      grower.addBranch([grower.randomOp(random.pick(rows.jumps))]);
    } else {
      grower.addBranch(jumpToRegister(grower));
    }
  },
};

/** A jump through a register. Where the link is the base itself, version 0 goes on at the next instruction. */
function jumpToRegister(grower: Grower): Op[] {
  const register = grower.destination();
  const high = op(AUIPC, register, 0, 0, 0);
  const low = op(ADDI, register, register, 0, 0);
  switch (grower.random.below(4)) {
    case 0:
      return [high, op(JALR, 0, register, 0, 0)];
    case 1:
      return [high, low, ...oddly(grower, register), op(C_JR, 0, register, 0, 0)];
    case 2:
      return [high, low, op(JALR, register, register, 0, 0)];
    default:
      // An odd address: the jump leaves out its lowest bit, except where the link it has written is its base.
      return [high, low, op(JALR, otherRegister(grower, register), register, 0, grower.random.below(2))];
  }
}

/** Makes the address in `register` odd, at times. */
function oddly({ random }: Grower, register: number): Op[] {
  return random.chance(PERCENT_ODD) ? [op(ORI, register, register, 0, 1)] : [];
}

/** Loops, one inside the other, whose counters their bodies cannot write. */
export const loops: Family = {
  name: "loops",
  usesCounters: true,
  grow(grower, growInside) {
    const { random, room } = grower;
    if (counterOf(grower) === undefined) return;
    const most = Math.max(1, Math.min(100, Math.floor(room / (10 * grower.multiplicity))));
    const rounds = random.chance(40) ? most : random.between(1, most);
    growLoop(grower, rounds, () => {
      growInside(random.between(1, 5));
      grower.enter("loops");
    });
  },
};

/** The register that counts the rounds of a loop at this place; undefined if no loop can be had here. */
export function counterOf({ roles, currentFunction, depth }: Grower): number | undefined {
  if (currentFunction < 0) return roles.counters[depth];
  return depth === 0 ? roles.functionCounters[currentFunction] : undefined;
}

/** The register that counts the rounds of the loop around this place; undefined if there is none. */
function counterAround({ roles, currentFunction, depth }: Grower): number | undefined {
  if (depth === 0) return undefined;
  return currentFunction < 0 ? roles.counters[depth - 1] : roles.functionCounters[currentFunction];
}

/**
 * A branch that is taken in some rounds of the loop around it and not in others; adds what it looks at. Undefined, and
 * nothing added, where there is no loop.
 */
export function branchByRound(grower: Grower): Op | undefined {
  const { random } = grower;
  const counter = counterAround(grower);
  if (counter === undefined) return undefined;
  const bits = grower.destination();
  grower.note("of the round");
  const mask = random.pick([1, 1, 2, 3]);
  grower.add("code", [op(ANDI, bits, counter, 0, mask)]);
  grower.note("taken in some rounds");
  // What the last round leaves is not computed again: in that one, where the counter is 1, most of them are taken.
  const isLastTaken = random.chance(PERCENT_LAST_TAKEN);
  return op(isLastTaken === (mask === 2) ? BEQ : BNE, 0, bits, 0, 0);
}

/** Adds a loop of so many rounds, with what `growBody` adds as its body; nothing where no loop can be had. */
export function growLoop(grower: Grower, rounds: number, growBody: (counter: number) => void): void {
  const counter = counterOf(grower);
  if (counter === undefined) return;
  const head = grower.nextId;
  grower.add("loop", loadNumber(counter, rounds));
  const { multiplicity } = grower;
  grower.multiplicity *= rounds;
  grower.depth++;
  grower.openLevel();
  growBody(counter);
  grower.closeLevel();
  grower.add("end", pickFoot(grower, counter), head);
  grower.depth--;
  grower.multiplicity = multiplicity;
}

/** Calls of functions that stand behind the exit, by every kind of jump that links. */
export const calls: Family = {
  name: "calls",
  grow(grower) {
    const { roles, currentFunction, random, multiplicity } = grower;
    const first = currentFunction + 1;
    // A function calls only later ones, so that no call leads back.
    if (first >= roles.links.length) return;
    const callee = random.between(first, roles.links.length - 1);
    grower.calls[callee] += multiplicity;
    grower.add("call", callOps(grower, roles.links[callee]), functionId(callee));
  },
};

function callOps(grower: Grower, link: number): Op[] {
  const register = grower.destination();
  const high = op(AUIPC, register, 0, 0, 0);
  const low = op(ADDI, register, register, 0, 0);
  const kind = grower.random.below(6);
  if (kind === 0) return [high, op(JALR, link, register, 0, 0)];
  // Version 0 writes the link before it reads the base.
  if (kind === 4 && grower.version > 0) return [op(AUIPC, link, 0, 0, 0), op(JALR, link, link, 0, 0)];
  if (kind === 5) {
    const base = grower.version > 0 && grower.random.chance(50) ? link : register;
    return [op(LUI, base, 0, 0, 0), op(JALR, link, base, 0, 0)];
  }
  if (kind === 1) return [high, low, op(JALR, link, register, 0, 0)];
  if (kind === 2 && link === RA) return [high, low, ...oddly(grower, register), op(C_JALR, 0, register, 0, 0)];
  return [op(JAL, link, 0, 0, 0)];
}

/** The instruction that ends function `k`. */
export function returnOp({ random, roles }: Grower, k: number): Op {
  return random.chance(50) ? op(JALR, 0, roles.links[k], 0, 0) : op(C_JR, 0, roles.links[k], 0, 0);
}
