import type { World } from "../case/index.ts";
import type { State } from "../targets/target.ts";
import { byteAt } from "./image.ts";

const EXECUTABLE = 2;
const PAGE_SHIFT = 12n;

/**
 * True if the instruction at `pc` can be fetched: all its bytes are in memory and, with W^X, in executable pages
 * (reference page of decoding, section 1). Undefined where the state does not show what it takes to tell.
 */
export function isFetchable(
  { memorySize, writeXorExecute }: World,
  state: Partial<State>,
  pc: bigint,
): boolean | undefined {
  const { pageFlags, memory } = state;
  const isHalfFetchable = (at: bigint): boolean | undefined => {
    if (at + 2n > BigInt(memorySize)) return false;
    if (!writeXorExecute) return true;
    return pageFlags && ((pageFlags[Number(at >> PAGE_SHIFT)] ?? 0) & EXECUTABLE) !== 0;
  };
  const first = isHalfFetchable(pc);
  if (!first || !memory) return first;
  // Of 32 bits, the upper half is fetched by itself: it may be on the next page.
  return (byteAt(memory, pc) & 3) === 3 ? isHalfFetchable(pc + 2n) : first;
}
