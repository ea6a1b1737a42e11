import { disassemble } from "../isa/index.ts";
import type { Finish } from "../targets/target.ts";
import { wordAt } from "./image.ts";
import type { Place } from "./law.ts";

/** An instruction as text, and by itself where its target shows it. */
export interface WrongStep {
  readonly text: string;
  readonly at?: Place;
}

/**
 * The instruction behind which something is wrong first, found by bisection over limits: about log2 of the cycles legs.
 * @param right a limit under which nothing is wrong, or one below the first there is
 * @param wrong a limit under which it is
 */
export async function firstWrongStep(
  right: bigint,
  wrong: bigint,
  under: (maxCycles: bigint) => Promise<Finish>,
  isWrong: (finish: Finish) => boolean,
): Promise<WrongStep> {
  const least = right;
  while (wrong - right > 1n) {
    const middle = (right + wrong) / 2n;
    if (isWrong(await under(middle))) wrong = middle;
    else right = middle;
  }
  if (right <= least) return { text: "the start" };
  const { pc, memory } = (await under(right)).state;
  if (pc === undefined) return { text: "an instruction of which nothing is shown" };
  const address = `0x${pc.toString(16)}`;
  if (!memory) return { text: `${address}: an instruction of which nothing is shown` };
  const at = { pc, text: disassemble(wordAt(memory, pc)) };
  return { text: `${address}: ${at.text}`, at };
}
