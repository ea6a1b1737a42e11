import { ISA_MOP } from "../../isa/index.ts";
import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import { codeStart } from "../program.ts";
import type { FaultCause } from "./fault-cause.ts";
import { pickPointer } from "./memory.ts";

const AUIPC = row("auipc");
const JALR = row("jalr");
const LUI = row("lui");
const C_JR = row("c.jr");
const C_JALR = row("c.jalr");
const RA = 1;
/** Bits at which a jump leaves what some width of pc can say, and what a machine that keeps fewer bits goes to. */
const FAR_BITS = [31n, 32n, 40n, 48n, 63n];
const NEAR = [-4n, -2n, 0n, 2n, 4n];

/** Causes for jumps to where no code is: each of them executes its jump, and pc is where that leads. */
export const JUMP_FAULTS: readonly FaultCause[] = [
  ...new Array<FaultCause>(3).fill({
    name: "far jump over the border of 32 bits",
    fault: "MemOutOfBound",
    make: (grower) => (isFused(grower) || grower.random.chance(30) ? jumpFar(grower) : undefined),
  }),
  ...new Array<FaultCause>(2).fill({
    name: "jump far outside of memory",
    fault: "MemOutOfBound",
    make: (grower) => jumpTo(grower, pickFar(grower)),
  }),
  {
    name: "jump to data",
    fault: "MemWriteOnExecutablePage",
    make: (grower) => jumpToPlain(grower, BigInt(pickPointer(grower.random, grower.map) & -2)),
  },
  {
    name: "jump to an untouched page",
    fault: "MemWriteOnExecutablePage",
    make: (grower) => jumpToPlain(grower, BigInt(grower.freshPage() ?? grower.map.start)),
  },
  {
    name: "jump to the last page",
    fault: "MemWriteOnExecutablePage",
    make: (grower) => jumpToPlain(grower, BigInt(grower.map.memorySize - grower.random.pick([2, 4, 4096]))),
  },
  {
    name: "jump behind the end of memory",
    fault: "MemOutOfBound",
    make: (grower) => jumpTo(grower, BigInt(grower.map.memorySize + grower.random.pick([0, 0, 2, 4096]))),
  },
  { name: "jump from x0 into the first page", fault: "MemWriteOnExecutablePage", make: jumpToFirstPage },
  {
    name: "jump from x0 to the end of all addresses",
    fault: "MemOutOfBound",
    make: (grower) => [fromZero(grower, -1)],
  },
];

/** A jump to where the pages are not executable: only where the world tells these from others. */
function jumpToPlain(grower: Grower, target: bigint): Op[] | undefined {
  return grower.world.writeXorExecute ? jumpTo(grower, target) : undefined;
}

/** Outside of every memory: near a power of two, or as far from there as the code or data is from 0, or near the last address. */
function pickFar({ random, map }: Grower): bigint {
  const kind = random.below(8);
  if (kind === 0) return random.pick([-2n, -4n]);
  const power = 1n << random.pick(FAR_BITS);
  if (kind < 5) return power + random.pick(NEAR);
  return power + BigInt(kind === 5 ? pickPointer(random, map) & -2 : map.base);
}

/** A jump from x0 to where no code is; undefined where code is in the first page, or pages are not told apart. */
function jumpToFirstPage(grower: Grower): Op[] | undefined {
  if (!grower.world.writeXorExecute || codeStart(grower.map.base) === 0) return undefined;
  return [fromZero(grower, 1)];
}

/** A jump from x0 alone, to an address from 0 up or from the last one down. */
function fromZero(grower: Grower, sign: 1 | -1): Op {
  const { random } = grower;
  const distance = random.pick([random.between(2, 2047), random.pick([2, 4, 2046, 2047])]);
  return op(JALR, random.chance(50) ? 0 : grower.destination(), 0, 0, sign * distance);
}

/** A jump through a register, to an odd address too: the lowest bit does not count. */
function jumpTo(grower: Grower, target: bigint): Op[] {
  const { random, version } = grower;
  const register = grower.destination();
  const odd = BigInt(random.below(2));
  // In version 0 a link that is the base itself would be the target.
  const compressed = register === RA && version === 0 ? [C_JR] : [C_JR, C_JALR];
  if (random.chance(30))
    return [...loadConstant(register, target | odd), op(random.pick(compressed), 0, register, 0, 0)];
  const link = version > 0 ? random.pick([0, register, RA]) : 0;
  const [base, imm] = random.chance(50) ? [target | odd, 0] : [target, Number(odd)];
  return [...loadConstant(register, base), op(JALR, grower.isFree(link) ? link : 0, register, 0, imm)];
}

/** True if far jumps are fused: only then they are more than two instructions. */
function isFused({ world, version }: Grower): boolean {
  return (world.isa & ISA_MOP) !== 0 && version > 0;
}

/**
 * A far jump at and over the borders of what 32 bits can say: never to where memory is, fused or not. Of the sums that are
 * possible, only the lowest ones are beyond a border.
 */
function jumpFar(grower: Grower): Op[] {
  const { random, version } = grower;
  // Version 0 writes the link before it reads the base: there, they must not be the same register.
  const link = version === 0 ? 0 : random.chance(80) ? RA : grower.destination();
  const base = random.chance(version === 0 ? 50 : 75) ? RA : grower.destination();
  const beyond = random.chance(50);
  const high = beyond ? -(2 ** 31) : random.pick([-(2 ** 31), 2 ** 31 - 4096]);
  const low = random.pick(beyond ? [-2048, -1024, -2, -1] : [-2048, -1, 0, 1, 2047]);
  return [op(random.pick([LUI, AUIPC, AUIPC]), base, 0, 0, high), op(JALR, link, base, 0, low)];
}
