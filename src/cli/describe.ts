import type { Finding } from "../campaign/index.ts";
import { locate, locationText } from "../laws/index.ts";
import { findingText } from "../report/finding-text.ts";
import type { Target } from "../targets/index.ts";

/** A finding as text, with the first differing instruction and the command that repeats it from `file`. */
export async function describeFinding(
  finding: Finding,
  file: string,
  targets: readonly Target[],
  targetNames: readonly string[] | undefined,
): Promise<string> {
  const location = await locate(finding.checked, targets);
  const flags = (targetNames ?? []).map((name) => ` --target ${quoted(name)}`).join("");
  const repeat = `rvrelay replay ${quoted(file)} --law ${finding.law}${flags}`;
  return findingText(finding, repeat, location ? locationText(location) : "");
}

/** A word for a shell. */
export function quoted(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
