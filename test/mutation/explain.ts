import { isAlive, type Mutant } from "./results.ts";
import type { Explained } from "./survivors.ts";

/** The mutants that live in one file, by reason; and what does not fit. */
export interface Explanation {
  readonly explained: readonly { readonly reason: string; readonly mutants: readonly Mutant[] }[];
  readonly unexplained: readonly Mutant[];
  /** Reasons for mutants that are not alive, or no longer there. */
  readonly unused: readonly string[];
}

/** `TEXT ×3` stands for three mutants with the same text. */
const TIMES = /^(.*?)(?: ×(\d+))?$/s;

/** Puts the living mutants of one file under the reasons that are written down for it; each serves as often as it says. */
export function explain(mutants: readonly Mutant[], reasons: readonly Explained[]): Explanation {
  const living = new Set(mutants.filter(isAlive));
  const unused: string[] = [];
  const explained = reasons.map(({ reason, mutants: texts }) => ({
    reason,
    mutants: texts.flatMap((entry) => {
      const [, text, times = "1"] = TIMES.exec(entry) ?? [];
      const found = [...living].filter((mutant) => mutant.text === text).slice(0, Number(times));
      if (found.length < Number(times)) unused.push(entry);
      for (const mutant of found) living.delete(mutant);
      return found;
    }),
  }));
  return { explained, unexplained: [...living], unused };
}
