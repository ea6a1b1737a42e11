import { join } from "node:path";
import type { Finding } from "../campaign/index.ts";
import { caseFilesOf } from "./case-files.ts";
import { lastResort } from "./last-resort.ts";
import type { TargetOptions } from "./target-option.ts";

/**
 * Keeps the case of a finding as a file in `folder`, and gives its name. Where two programs show it, both are kept: the
 * other one beside it as `….counterpart.S`, which the header of the first one names. Where it cannot be written, it is printed.
 */
export function saveFinding(finding: Finding, folder: string, found: TargetOptions): string {
  const { files } = caseFilesOf(finding, { found });
  for (const { path, text } of files.toReversed()) lastResort(join(folder, path), text);
  return join(folder, files[0].path);
}
