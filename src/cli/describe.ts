import type { Finding } from "../campaign/index.ts";
import { causeOf } from "../laws/index.ts";
import type { ReportedFinding } from "../report/reported-finding.ts";
import type { Target } from "../targets/index.ts";
import type { TargetOptions } from "./target-option.ts";

/** A finding with the first differing instruction and the command that repeats it from `file`, and all that shows the same. */
export async function describeFinding(
  finding: Finding,
  file: string,
  targets: readonly Target[],
  { target, policy }: TargetOptions,
  same: readonly Finding[] = [finding],
): Promise<ReportedFinding> {
  const { text } = await causeOf(finding.checked, targets, finding.divergence);
  const flags = [
    ...(target ?? []).map((name) => ` --target ${quoted(name)}`),
    ...(policy ?? []).map((file) => ` --policy ${quoted(file)}`),
  ].join("");
  const repeat = `npx rvrelay replay ${quoted(file)} --law ${finding.law}${flags}`;
  const laws = [...new Set([finding, ...same].map(({ law }) => law))];
  const cases = new Set(same.map(({ name }) => name)).size;
  return {
    ...finding,
    file,
    laws,
    cases,
    repeat,
    where: text,
  };
}

/** A word for a shell. */
export function quoted(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
