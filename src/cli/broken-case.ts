import { statSync } from "node:fs";
import { brokenLaw, type BrokenLaw, type Finding } from "../campaign/index.ts";
import type { CaseFile } from "../case/index.ts";
import { boundsFor, type Bounds, type Law } from "../laws/index.ts";
import { failureText } from "../report/failure-text.ts";
import { counted } from "../report/table.ts";
import type { Target } from "../targets/index.ts";
import { readCases } from "./corpus.ts";
import { EXIT, UsageError } from "./exit.ts";
import { foundElsewhere } from "./found-elsewhere.ts";
import { chooseLaws } from "./law-option.ts";
import { closeTargets, openChecked, type TargetOptions } from "./target-option.ts";

/** Options of the verbs that look into one case. */
export interface CaseOptions extends TargetOptions {
  readonly law?: readonly string[];
  /** Milliseconds for all of it. */
  readonly time?: number;
  readonly json?: boolean;
}

/** What a verb that looks into one broken case is given. */
export interface BrokenCase {
  readonly file: CaseFile;
  readonly targets: readonly Target[];
  readonly broken: BrokenLaw & { readonly finding: Finding; readonly law: Law };
  readonly bounds: Bounds;
  readonly started: number;
}

/** Where nothing else is asked for, in milliseconds. */
const TIME_MS = 60_000;

/**
 * Opens the targets, looks for a law that the case in `path` breaks, and hands both to `look`. Where it breaks none, it says so
 * and sets the exit code: 0 if laws held, 3 if nothing can be concluded.
 * @throws UsageError, CaseFileError, AssemblyError, InconclusiveError, TargetError
 */
export async function withBrokenCase(
  path: string,
  options: CaseOptions,
  look: (broken: BrokenCase) => Promise<void>,
): Promise<void> {
  const started = performance.now();
  // Before anything is read: a folder can have any number of files of others in it.
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`${path}: name one case file, not a folder`);
  }
  const [file] = readCases([path]);
  if (!file.headed) throw new UsageError(`${path}: not a case file: its header comment is missing`);
  const laws = chooseLaws(options.law, options.target);
  let interrupted = false;
  process.once("SIGINT", () => (interrupted = true));
  const bounds = boundsFor(options.time ?? TIME_MS, () => interrupted);
  const targets = await openChecked(options);
  for (const target of targets) target.endWhen?.(() => bounds.isOver());
  try {
    const broken = await brokenLaw({ name: path, checked: file.checked, file: path }, laws, targets, bounds);
    const { finding, law } = broken;
    if (finding && law) await look({ file, targets, broken: { ...broken, finding, law }, bounds, started });
    else tellUnbroken(path, file, broken, options, started);
  } finally {
    await closeTargets(targets);
  }
  if (interrupted) process.exitCode = EXIT.interrupted;
}

function tellUnbroken(
  path: string,
  file: CaseFile,
  { asked, laws, complete, rounds, checks, failures, unsupported }: BrokenLaw,
  options: CaseOptions,
  started: number,
): void {
  const elsewhere = foundElsewhere(file, options);
  const held = complete && elsewhere === undefined && failures.length === 0 && checks > 0;
  const verdict = held ? "held" : "inconclusive";
  const seconds = Number(((performance.now() - started) / 1000).toFixed(3));
  const message = held
    ? `${path} breaks no law: it may have been fixed, or the finding is flaky`
    : complete
      ? `${path}: ${elsewhere ? `no law is broken here, but ${elsewhere}` : "nothing can be concluded"}`
      : `${path}: ${asked} of ${counted(laws, "law")} asked when the time was over, none broken until then: give it a longer --time`;
  if (options.json) {
    const document = {
      schemaVersion: 1,
      verdict,
      seconds,
      case: path,
      checks,
      asked,
      laws,
      rounds,
      complete,
      message,
      failures,
    };
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
  } else {
    const done = `${counted(asked, "law")} asked, ${counted(rounds, "time")} over, ${counted(checks, "check")}`;
    process.stdout.write(`${verdict}: ${message} (${done})\n`);
    for (const reason of held ? [] : unsupported) process.stdout.write(`  unsupported: ${reason}\n`);
  }
  for (const failure of failures) process.stderr.write(`${failureText(failure)}\n`);
  process.exitCode = held ? EXIT.held : EXIT.inconclusive;
}
