import { basename, join, relative, resolve } from "node:path";
import { vectorOf, type Finding, type Investigation } from "../campaign/index.ts";
import { runners } from "../laws/index.ts";
import { findingPage } from "../report/finding-page.ts";
import { patchOf, type NewFile } from "../report/patch.ts";
import type { ReportedFinding } from "../report/reported-finding.ts";
import { regressionTest, TO_BE_FILLED_IN } from "../report/regression-test.ts";
import { TargetError, type Target } from "../targets/index.ts";
import { caseFilesOf } from "./case-files.ts";
import { repeatCommand } from "./describe.ts";
import { sectionsOf } from "./corpus.ts";
import { lastResort } from "./last-resort.ts";
import { realFolder } from "./outside-git.ts";
import { isCommandLine, type TargetOptions } from "./target-option.ts";

/** A finding that was looked into. */
export interface Looked {
  readonly finding: Finding;
  readonly investigation: Investigation;
  readonly targets: readonly Target[];
  readonly options: TargetOptions;
  /** Addresses of sections that the case file gives. */
  readonly sections: ReadonlyMap<string, bigint>;
}

/** Where the files of a patch go. */
const REGRESSIONS = "corpus/regressions";
const TESTS = "test/regressions";

/**
 * All files of a finding: the case with comments, a vitest test, a vector, a patch that adds case and test to rvrelay's own
 * repository, and a page with the command that repeats it.
 * @param folder where they will be, for that command
 */
export async function findingFiles(looked: Looked, folder: string): Promise<NewFile[]> {
  const { finding, investigation, targets, options, sections } = looked;
  const { law, sentence, checked, divergence } = finding;
  const { where, explained } = investigation;
  const found = checked.provenance?.trim() || basename(finding.name);
  // Where sides part is what was seen, and no bug: that only a person can say.
  const open = ["bug", "cause", "fix"].map((part) => `${part}: ${TO_BE_FILLED_IN}`).join("; ");
  const provenance = `${open}; seen: ${where || sentence}; found in ${found}`;
  const { name, files } = caseFilesOf(finding, { provenance, found: options, sections, explained });
  const { target: named = [], policy: policies = [] } = options;
  const isRelative = named.some(isCommandLine) || policies.length > 0;
  const shared = { law, sentence, targets: named, policies };
  const test = regressionTest({
    ...shared,
    caseFile: `${name}.S`,
    from: "rvrelay",
    ...(isRelative && { folder: pathBetween(folder, ".") }),
  });
  const ownTest = regressionTest({
    ...shared,
    caseFile: `../../${REGRESSIONS}/${name}.S`,
    from: "../../src/index.ts",
    program: "../../bin/rvrelay.js",
    ...(isRelative && { folder: "../.." }),
  });
  const patch = patchOf([
    ...files.map(({ path, text }) => ({ path: `${REGRESSIONS}/${path}`, text })),
    { path: `${TESTS}/${name}.test.ts`, text: ownTest },
  ]);
  const vector = await vectorText(divergence.pair ?? checked, `${law}: ${sentence}`, law, targets);
  const all = [
    ...files,
    { path: `${name}.test.ts`, text: test },
    ...(vector === undefined ? [] : [{ path: `${name}.vector.json`, text: vector }]),
    { path: `${name}.patch`, text: patch },
  ];
  const repeat = repeatCommand("replay", join(folder, `${name}.S`), law, options);
  const page = findingPage({ name, law, sentence, repeat, investigation, files: all.map(({ path }) => path) });
  return [...all, { path: `${name}.md`, text: page }];
}

/** The way from one folder to another, links followed, as an import would write it. */
function pathBetween(from: string, to: string): string {
  const way = relative(realFolder(resolve(from)), realFolder(resolve(to))).replaceAll("\\", "/");
  return way === "" ? "." : way;
}

/** The files of all findings of a run, as they are named in one archive. */
export async function filesOf(
  findings: readonly ReportedFinding[],
  targets: readonly Target[],
  options: TargetOptions,
): Promise<NewFile[]> {
  const files: NewFile[] = [];
  for (const finding of findings) {
    const { investigation } = finding;
    if (!investigation) continue;
    const sections = sectionsOf(finding);
    files.push(...(await findingFiles({ finding, investigation, targets, options, sections }, ".")));
  }
  return files;
}

/** Writes them into a folder; what cannot be written is printed. @returns false if one could not be written */
export function writeFiles(files: readonly NewFile[], folder: string): boolean {
  return files.map(({ path, text }) => lastResort(join(folder, path), text)).every(Boolean);
}

/** The vector as text; none where the target that the expected finishes are of fails. */
async function vectorText(
  checked: Finding["checked"],
  title: string,
  law: string,
  all: readonly Target[],
): Promise<string | undefined> {
  const yardstick = runners(checked.world, all).targets.at(0);
  if (!yardstick) return undefined;
  try {
    return `${JSON.stringify(await vectorOf(checked, title, law, yardstick), undefined, 1)}\n`;
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return undefined;
  }
}
