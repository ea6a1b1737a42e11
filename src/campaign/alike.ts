import { instructionsNamed } from "../isa/index.ts";
import type { Cause, Divergence } from "../laws/index.ts";
import type { Stop } from "../targets/index.ts";

/**
 * What instructions that go wrong in one way have in common: the fault that one side has at the instruction and the other has
 * not, and the family that the instruction is of (extension and opcode). A check that is missing is missing in all of a family,
 * and told once; a wrong result is each instruction's own, so of that there is none.
 */
export function alikeKey(place: string, { location }: Cause, { at, expected, actual }: Divergence): string | undefined {
  const row = instructionsNamed(place).at(0)?.base;
  // Only what is seen right at the instruction: at the end of a run stops may differ for any reason.
  const seen = location ? location.there : at && { expected, actual };
  if (!row || !seen) return undefined;
  const [right, wrong] = [faultName(seen.expected.stop), faultName(seen.actual.stop)];
  if (right === wrong) return undefined;
  // Where a fault is missing, what comes of it depends on the case.
  const told = right === undefined ? `${wrong} too many` : `${right} missing`;
  return `${row.extension} 0x${(row.match & OPCODE).toString(16)}: ${told}`;
}

const OPCODE = 0x7f;

function faultName(stop: Stop): string | undefined {
  return stop.kind === "fault" ? stop.fault.name : undefined;
}
