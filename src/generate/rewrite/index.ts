// Programs written in another way that mean the same.
import { encoding } from "./encoding.ts";
import { deadCode, nops } from "./insertion.ts";
import { relocation } from "./relocation.ts";
import { renaming } from "./renaming.ts";
import { reordering } from "./reordering.ts";
import type { Rewriting } from "./rewriting.ts";
import { unrolling } from "./unrolling.ts";

export { plainCase } from "./plain.ts";
export type { Rewriting, Rewritten } from "./rewriting.ts";

/** Every way; a new one is one file and one name here. */
export const REWRITINGS: readonly Rewriting[] = [renaming, nops, relocation, reordering, encoding, unrolling, deadCode];
