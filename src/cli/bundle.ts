import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Finding } from "../campaign/index.ts";
import type { NewFile } from "../report/patch.ts";
import { writeArchive } from "./archive.ts";
import { caseFilesOf } from "./case-files.ts";
import { sectionsOf } from "./corpus.ts";
import { UsageError } from "./exit.ts";
import { demandOutsideGit } from "./outside-git.ts";
import type { TargetOptions } from "./target-option.ts";

/** What is found under embargo: kept in memory, and written as one archive. */
export class Bundle {
  readonly #files = new Map<string, NewFile>();
  readonly #found: TargetOptions;

  /** @param found the options with which all of it is found */
  constructor(found: TargetOptions) {
    this.#found = found;
  }

  /** Keeps the case of a finding, and gives its name in the archive. */
  readonly save = (finding: Finding): string => {
    const { files } = caseFilesOf(finding, { sections: sectionsOf(finding), found: this.#found });
    for (const file of files) this.#files.set(file.path, file);
    return files[0].path;
  };

  add(path: string, text: string): void {
    this.#files.set(path, { path, text });
  }

  /**
   * Writes the archive. Where that fails it goes to the folder for temporary files: what is under embargo is not printed.
   * @throws UsageError if it cannot be written there either
   */
  write(file: string): void {
    const files = [...this.#files.values()];
    try {
      writeArchive(file, files);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const other = join(tmpdir(), `rvrelay-${process.pid}-${basename(file)}`);
      demandOutsideGit(other, "the folder for temporary files");
      writeArchive(other, files);
      process.stderr.write(`rvrelay: ${error.message}; it is in ${other}\n`);
    }
  }
}

/**
 * Refuses an archive inside a git work tree, and reports there, which would say what is under embargo.
 * @throws UsageError naming the file
 */
export function demandNothingElse(embargo: string, reports: readonly string[]): void {
  demandOutsideGit(embargo, "--embargo");
  for (const report of reports) demandOutsideGit(report, "with --embargo, a report");
}
