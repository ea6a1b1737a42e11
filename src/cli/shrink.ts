import { dirname, join } from "node:path";
import { reduceFinding } from "../campaign/index.ts";
import { writeCase, type Case } from "../case/index.ts";
import { instructionsInPlace } from "../generate/index.ts";
import { flakyLines } from "../report/locate-text.ts";
import { counted } from "../report/table.ts";
import { withBrokenCase, type CaseOptions } from "./broken-case.ts";
import { foundWith } from "./case-files.ts";
import { CORPUS } from "./corpus.ts";
import { repeatCommand } from "./describe.ts";
import { EXIT } from "./exit.ts";
import { includeReader } from "./include.ts";
import { lastResort } from "./last-resort.ts";

/** Options of `rvrelay shrink`. */
export interface ShrinkOptions extends CaseOptions {
  /** Where the smaller case goes; standard output if left out. */
  readonly out?: string;
}

/** Where nothing else is asked for, in milliseconds. */
const TIME_MS = 30_000;

/** `rvrelay shrink`: makes a broken case smaller that still breaks the same law at the same place. */
export async function shrink(path: string, options: ShrinkOptions): Promise<void> {
  await withBrokenCase(path, { time: TIME_MS, ...options }, async ({ file, targets, broken, bounds, started }) => {
    const { finding, flaky } = broken;
    process.exitCode = EXIT.broken;
    const seconds = (): number => (performance.now() - started) / 1000;
    const told = { schemaVersion: 1, verdict: "broken", law: finding.law, case: path } as const;
    if (flaky) {
      if (options.json) tell({ ...told, seconds: seconds(), flaky, shrunk: false });
      else
        say([
          `BROKEN  law ${finding.law}: ${finding.sentence}`,
          ...flakyLines(flaky),
          "  not shrunk: nothing holds it",
        ]);
      return;
    }
    const assemble = includeReader([dirname(path), join(CORPUS, "conformance")]);
    const timeMs = Math.max(0, (options.time ?? TIME_MS) - (performance.now() - started));
    const [smallest] = await reduceFinding(finding, targets, { othersMax: 0, timeMs, bounds, assemble });
    const ended = bounds.isOver();
    const [before, after] = [file.checked, smallest.checked].map(sizeOf);
    const title = `breaks law ${finding.law}: ${finding.sentence}`;
    const text = writeCase(smallest.checked, {
      title,
      found: foundWith(finding.law, options),
      sections: file.sections,
    });
    const isKept = options.out !== undefined && lastResort(options.out, text);
    if (options.out === undefined && !options.json) process.stdout.write(text);
    const result = { ...told, seconds: seconds(), before, after, complete: !ended };
    if (options.json) tell({ ...result, ...(options.out === undefined ? { text } : { out: options.out }) });
    const sizes = (["instructions", "cuts"] as const).map(
      (what) => `${before[what]} → ${counted(after[what], what.slice(0, -1))}`,
    );
    const reached = ended ? ", ended by the time: it may become smaller still" : "";
    process.stderr.write(`${sizes.join(", ")} in ${seconds().toFixed(1)} s${reached}\n`);
    const kept = isKept ? (options.out ?? path) : path;
    if (options.out === undefined) {
      process.stderr.write(
        "to repeat the smaller one, keep it with --out FILE; the following is of the case as it was\n",
      );
    }
    process.stderr.write(`repeat with: ${repeatCommand("replay", kept, finding.law, options)}\n`);
  });
}

function sizeOf(checked: Case): { instructions: number; cuts: number } {
  return { instructions: instructionsInPlace(checked).length, cuts: checked.cuts.length };
}

function tell(document: object): void {
  process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
