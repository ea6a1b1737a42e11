import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import type { FaultCause } from "./fault-cause.ts";
import { pickPointer } from "./memory.ts";

const AUIPC = row("auipc");
const JALR = row("jalr");
const LUI = row("lui");
const C_JR = row("c.jr");
const RA = 1;

/** Causes for jumps to where no code is. */
export const JUMP_FAULTS: readonly FaultCause[] = [
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
  {
    name: "jump far outside of memory",
    fault: "MemOutOfBound",
    make: (grower) => jumpTo(grower, grower.random.pick([-2n, -4n, 1n << 63n, (1n << 63n) - 2n, 1n << 32n, 1n << 31n])),
  },
  { name: "far jump over the border of 32 bits", fault: "MemOutOfBound", make: jumpFar },
];

/** A jump to where the pages are not executable: only where the world tells these from others. */
function jumpToPlain(grower: Grower, target: bigint): Op[] | undefined {
  return grower.world.writeXorExecute ? jumpTo(grower, target) : undefined;
}

/** A jump through a register, to an odd address too: the lowest bit does not count. */
function jumpTo(grower: Grower, target: bigint): Op[] {
  const { random, version } = grower;
  const register = grower.destination();
  if (random.chance(20)) return [...loadConstant(register, target), op(C_JR, 0, register, 0, 0)];
  // In version 0 a link that is the base itself would be the target.
  const link = version > 0 ? random.pick([0, register, RA]) : 0;
  return [...loadConstant(register, target), op(JALR, grower.isFree(link) ? link : 0, register, 0, random.below(2))];
}

/** A far jump at and over the borders of what 32 bits can say: never to where memory is, fused or not. */
function jumpFar(grower: Grower): Op[] {
  const { random, version } = grower;
  // Version 0 writes the link before it reads the base: there, they must not be the same register.
  const link = version === 0 ? 0 : random.chance(80) ? RA : grower.destination();
  const base = random.chance(50) ? RA : grower.destination();
  const high = op(random.pick([LUI, AUIPC]), base, 0, 0, random.pick([-(2 ** 31), 2 ** 31 - 4096]));
  return [high, op(JALR, link, base, 0, random.pick([-2048, -1, 0, 1, 2047]))];
}
