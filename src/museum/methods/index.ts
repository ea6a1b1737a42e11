import type { Method } from "../hunt.ts";
import { directed } from "./directed.ts";
import { halfCut } from "./half-cut.ts";
import { randomWords } from "./random-words.ts";
import { relays } from "./relays.ts";
import { unguided } from "./unguided.ts";

/** What the whole harness does. */
export { full } from "./full.ts";

/** Simpler ways, on the same faults in the same run: what the numbers are compared with. */
export const BASELINES: readonly Method[] = [directed, randomWords, halfCut, unguided, relays];
