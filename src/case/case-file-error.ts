/** A case file that cannot be read: one line naming file and line. */
export class CaseFileError extends Error {
  override name = "CaseFileError";
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.file = file;
    this.line = line;
  }
}
