import type { Finding } from "../campaign/index.ts";
import { locate, locationText } from "../laws/index.ts";
import type { ReportedFinding } from "../report/reported-finding.ts";
import type { Target } from "../targets/index.ts";

/** A finding with the first differing instruction and the command that repeats it from `file`. */
export async function describeFinding(
  finding: Finding,
  file: string,
  targets: readonly Target[],
  targetNames: readonly string[] | undefined,
): Promise<ReportedFinding> {
  // Only the relay law compares runs that can be followed instruction by instruction.
  const location = finding.law === "relay" ? await locate(finding.checked, targets) : undefined;
  const flags = (targetNames ?? []).map((name) => ` --target ${quoted(name)}`).join("");
  const repeat = `npx rvrelay replay ${quoted(file)} --law ${finding.law}${flags}`;
  return { ...finding, file, repeat, where: location ? locationText(location) : "" };
}

/** A word for a shell. */
export function quoted(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
