import { join } from "node:path";
import { investigate } from "../campaign/index.ts";
import { sourceLines } from "../case/index.ts";
import { boundsFor } from "../laws/index.ts";
import { locateJson } from "../report/locate-json.ts";
import { locatedText } from "../report/locate-text.ts";
import { withBrokenCase, type CaseOptions } from "./broken-case.ts";
import { debugOf, repeatCommand } from "./describe.ts";
import { paintFor, type ColourChoice } from "./colour.ts";
import { EXIT, UsageError } from "./exit.ts";
import { explainOrNothing } from "./explained.ts";
import { findingFiles, writeFiles } from "./finding-files.ts";
import { demandOutsideGit } from "./outside-git.ts";
import { writeArchive } from "./archive.ts";

/** Options of `rvrelay locate`. */
export interface LocateOptions extends CaseOptions {
  /** False: parts of the case are not varied. */
  readonly explain?: boolean;
  readonly color?: ColourChoice;
  /** Folder for all files of the finding. */
  readonly files?: string;
  /** One archive for them outside of any repository, and nothing anywhere else. */
  readonly embargo?: string;
}

/** Varying the parts of a case ends after this long, in milliseconds, however much time is left. */
const EXPLAIN_MS = 15_000;

/** `rvrelay locate`: where the two sides of a broken case part, what differs there, and which parts of the case matter. */
export async function locate(path: string, options: LocateOptions): Promise<void> {
  const { files, embargo } = options;
  if (files !== undefined && embargo !== undefined) throw new UsageError("--files and --embargo exclude each other");
  if (embargo !== undefined) demandOutsideGit(embargo, "--embargo");
  await withBrokenCase(path, options, async (opened) => {
    const { finding, flaky } = opened.broken;
    const { symbols } = sourceLines(opened.file.checked);
    const found = await investigate(finding, opened.targets, { bounds: opened.bounds, symbols, flaky });
    const { law } = opened.broken;
    const soon = boundsFor(EXPLAIN_MS, () => opened.bounds.isOver());
    const isWanted = options.explain !== false && !flaky;
    const explained = isWanted
      ? await explainOrNothing(finding, law, opened.targets, { bounds: soon, location: found.location })
      : [];
    const investigation = { ...found, explained };
    const repeat = repeatCommand("replay", path, finding.law, options);
    const located = {
      law: finding.law,
      sentence: finding.sentence,
      file: path,
      repeat,
      ...debugOf(finding, path, found),
      investigation,
    };
    const text = options.json
      ? JSON.stringify(locateJson(located), undefined, 2)
      : locatedText(located, paintFor(process.stdout, options.color));
    process.exitCode = EXIT.broken;
    const looked = { finding, investigation, targets: opened.targets, options, sections: opened.file.sections };
    if (embargo !== undefined) {
      const bundle = await findingFiles(looked, ".");
      writeArchive(embargo, bundle);
      process.stderr.write(`1 finding under embargo, with all that is known of it, is in ${embargo}\n`);
      return;
    }
    process.stdout.write(`${text}\n`);
    if (files === undefined) return;
    const all = await findingFiles(looked, files);
    if (writeFiles(all, files)) for (const { path: file } of all) process.stderr.write(`${join(files, file)}\n`);
  });
}
