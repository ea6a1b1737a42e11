import type { Grower } from "../grower.ts";
import { op, row } from "../op.ts";

const JUMPS = [op(row("jal"), 0, 0, 0, 0), op(row("c.j"), 0, 0, 0, 0)];

/**
 * Lets what follows begin at this offset of a page; before it is room, which is jumped over.
 * @returns false, and nothing is added, if the program has enough of them
 */
export function leaveRoom(grower: Grower, endsAt: number): boolean {
  if (grower.roomsLeft === 0) return false;
  grower.roomsLeft--;
  grower.note("to the end of a page");
  grower.add("branch", [grower.random.pick(JUMPS)], grower.nextId + 1, 0, { endsAt });
  return true;
}
