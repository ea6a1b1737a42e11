import { cleaningUp } from "./clean-up.ts";
import { commitText, machineInfo, ROOT } from "./machine.ts";
import { showProgress } from "./measured.ts";
import { NOW, resultsOf, type Results, type RowResult } from "./results.ts";
import { measureInRounds } from "./rounds.ts";
import type { Row } from "./row.ts";
import { checkout } from "./sides.ts";
import { comparePaired, type Comparison } from "./verdict.ts";
import { addWorktree } from "./worktree.ts";

/** A row that both revisions have. */
export interface ComparedRow {
  readonly row: RowResult;
  /** The median of the other revision. */
  readonly before: number;
  readonly comparison: Comparison;
}

const BASE = "base";

/**
 * Measures this checkout and another revision in turn, each sample in a process of its own. The worktree is removed whatever
 * happens, also when the run is interrupted.
 */
export async function compareInTurn(
  revision: string,
  plan: { readonly rows: readonly Row[]; readonly rounds: number; readonly sampleMs: number },
): Promise<{ results: Results; compared: readonly ComparedRow[] }> {
  const { rows, rounds, sampleMs } = plan;
  const worktree = addWorktree(revision);
  return cleaningUp(worktree.remove, async () => {
    const sides = [checkout(BASE, worktree.root, sampleMs), checkout(NOW, ROOT, sampleMs)];
    const figures = await measureInRounds(rows, sides, rounds, showProgress);
    showProgress("");
    const about = { machine: machineInfo(), commit: commitText(), date: new Date().toISOString(), rounds, sampleMs };
    const results = resultsOf(rows, figures, about);
    const compared = results.rows.flatMap((row): ComparedRow[] => {
      const before = figures.get(row.name)?.get(BASE);
      if (!before || "missing" in before) return [];
      return [{ row, before: before.median, comparison: comparePaired(before, row.figure, row.less) }];
    });
    return { results, compared };
  });
}
