import { FLAG_DIRTY, type Memory } from "../../machine/index.ts";

/** Does something, even if it fails on the way; pages that it made clean are dirty again then. */
export function marked(memory: Memory, action: () => void): void {
  const before = memory.flags();
  try {
    action();
  } finally {
    const after = memory.flags();
    before.forEach((flags, page) => {
      if (flags & ~after[page] & FLAG_DIRTY) memory.setFlag(page, FLAG_DIRTY);
    });
  }
}

/**
 * Does something, even if it fails on the way; pages that it made dirty are clean again then.
 * @param which of them; all if left out
 */
export function unmarked(memory: Memory, action: () => void, which: (page: number) => boolean = () => true): void {
  const before = memory.flags();
  try {
    action();
  } finally {
    const after = memory.flags();
    before.forEach((flags, page) => {
      if (~flags & after[page] & FLAG_DIRTY && which(page)) memory.clearFlag(page, FLAG_DIRTY);
    });
  }
}
