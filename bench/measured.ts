import { cleaningUp } from "./clean-up.ts";
import { commitText, machineInfo, ROOT } from "./machine.ts";
import { NOW, resultsOf, type Results } from "./results.ts";
import { measureInRounds } from "./rounds.ts";
import type { Row } from "./row.ts";
import { checkout, nativeSides } from "./sides.ts";

/** Measures rows of this checkout, the real CKB-VM in turn with them; says on standard error how far it is. */
export async function measured(plan: {
  readonly rows: readonly Row[];
  readonly rounds: number;
  readonly sampleMs: number;
}): Promise<Results> {
  const { rows, rounds, sampleMs } = plan;
  const native = nativeSides(sampleMs);
  return cleaningUp(native.close, async () => {
    const sides = [checkout(NOW, ROOT, sampleMs), ...native.sides];
    const figures = await measureInRounds(rows, sides, rounds, showProgress);
    showProgress("");
    const about = { machine: machineInfo(), commit: commitText(), date: new Date().toISOString(), rounds, sampleMs };
    return resultsOf(rows, figures, about);
  });
}

/** Says on standard error how far it is: one line that is drawn over on a terminal, elsewhere a line for each. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\u001b[K${text}`);
    return;
  }
  if (text !== "") process.stderr.write(`${text}\n`);
}
