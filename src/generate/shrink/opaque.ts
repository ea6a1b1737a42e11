import type { Item } from "../program.ts";

/**
 * True if single instructions of an item must stay as they are: it goes other ways inside than from one instruction to
 * the next, and where they lead is counted in bytes. It can go as a whole, or be something else.
 */
export function isOpaque({ kind, ops, passedOver }: Item): boolean {
  if (passedOver !== undefined) return true;
  // A branch, call or foot jumps with its last instruction, to where the layout says.
  const most = kind === "code" || kind === "access" ? ops.length : ops.length - 1;
  for (let k = 0; k < most; k++) if (ops[k].instruction?.endsBlock) return true;
  return false;
}
