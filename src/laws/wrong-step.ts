import { disassemble } from "../isa/index.ts";
import type { Finish } from "../targets/target.ts";
import { wordAt } from "./image.ts";

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
): Promise<string> {
  const least = right;
  while (wrong - right > 1n) {
    const middle = (right + wrong) / 2n;
    if (isWrong(await under(middle))) wrong = middle;
    else right = middle;
  }
  if (right <= least) return "the start";
  const { pc, memory } = (await under(right)).state;
  const text =
    memory && pc !== undefined ? disassemble(wordAt(memory, pc)) : "an instruction of which nothing is shown";
  return pc === undefined ? text : `0x${pc.toString(16)}: ${text}`;
}
