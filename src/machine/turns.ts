import { EndlessRunError } from "./endless-run.ts";
import type { MachineParts } from "./machine-parts.ts";

/** What bounds a run loop beside its cycles. */
export interface Turning {
  readonly parts: Pick<MachineParts, "turnsMax">;
  readonly goesOn: (() => boolean) | undefined;
}

/** Turns of the loop after which it is asked whether to go on: some milliseconds. */
const ASK_TURNS = 2 ** 16;

/** The turn up to which nobody need be asked, from turn `turn` on. */
export function turnsFrom({ goesOn, parts }: Turning, turn: number): number {
  return goesOn ? Math.min(parts.turnsMax, turn + ASK_TURNS) : parts.turnsMax;
}

/** @returns the turn up to which a run may go on, asked at turn `turn` @throws EndlessRunError if it may not */
export function goOn(machine: Turning, turn: number): number {
  const { goesOn, parts } = machine;
  if (turn > parts.turnsMax) throw new EndlessRunError(turn);
  if (goesOn?.() === false) throw new EndlessRunError(turn, false);
  return turnsFrom(machine, turn);
}
