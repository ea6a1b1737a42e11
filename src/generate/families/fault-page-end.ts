import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import type { FaultCause } from "./fault-cause.ts";
import { pickPlain } from "./written-routine.ts";

const AUIPC = row("auipc");
const ADDI = row("addi");
const JAL = row("jal");
const JALR = row("jalr");
const RA = 1;
/** Instructions whose upper half begins with bits of rs1: with these registers, it is the first half of one of 4 bytes. */
const CARRIERS = ["addi", "xori", "ori", "andi", "slti", "sltiu", "addiw"].map(row);
const CARRIED = [6, 7, 14, 15, 22, 23, 30, 31];
const HALF = 2;
/** Bytes kept free for code at least: in less, the page of zeros before the last instruction may not fit. */
const ROOM_MIN = 0x4000;

/**
 * Causes at the end of the last page that is executable: the code goes on behind it, where the page has no permission. Only
 * the fetch from there faults: what ends the page is executed before, if it is a whole instruction (decode.md 1).
 */
export const PAGE_END_FAULTS: readonly FaultCause[] = [
  pastTheEnd("4 bytes end the last page of the code", (grower) => pickPlain(grower, 4)),
  pastTheEnd("2 bytes end the last page of the code", (grower) => pickPlain(grower, 2)),
  {
    name: "an instruction over the end of the last page of the code",
    fault: "MemWriteOnExecutablePage",
    make: (grower) => (hasPageEnd(grower) ? jumpInside(grower) : undefined),
    pageEnd: ({ random }) => {
      return op(random.pick(CARRIERS), random.below(32), random.pick(CARRIED), 0, random.between(-2048, 2047));
    },
  },
];

function pastTheEnd(name: string, pageEnd: (grower: Grower) => Op): FaultCause {
  return {
    name,
    fault: "MemWriteOnExecutablePage",
    make: (grower) => (hasPageEnd(grower) ? jumpThere(grower) : undefined),
    pageEnd,
  };
}

/**
 * True if pages are told apart, there is room for a page of zeros, and nothing stands behind the functions: segments have a
 * multiple of 4 bytes.
 */
function hasPageEnd({ world, map: { base, functions, codeRoom } }: Grower): boolean {
  if (!world.writeXorExecute || codeRoom < ROOM_MIN || functions === "before") return false;
  return ((functions === "behind" ? base : base | functions) & 3) === 0;
}

/** A jump to the last instruction; the layout says how far that is. */
function jumpThere(grower: Grower): Op[] {
  const { random } = grower;
  if (random.chance(50)) return [op(JAL, random.chance(50) ? 0 : grower.destination(), 0, 0, 0)];
  const base = grower.destination();
  return [op(AUIPC, base, 0, 0, 0), op(JALR, 0, base, 0, 0)];
}

/** A jump to the second half of the last instruction. */
function jumpInside(grower: Grower): Op[] {
  const { random } = grower;
  const base = grower.destination();
  const link = random.chance(50) || base === RA ? 0 : RA;
  return [
    op(AUIPC, base, 0, 0, 0),
    op(ADDI, base, base, 0, 0),
    op(JALR, grower.isFree(link) ? link : 0, base, 0, HALF),
  ];
}
