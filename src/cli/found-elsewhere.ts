import type { CaseFile } from "../case/index.ts";
import { quoted } from "./describe.ts";
import type { TargetOptions } from "./target-option.ts";

/**
 * Says that a case was found on targets that are not asked now: that it breaks nothing here says little then.
 * @returns undefined if all of them are asked, or if the file does not say
 */
export function foundElsewhere({ found }: CaseFile, { target = [] }: TargetOptions): string | undefined {
  const missing = (found?.targets ?? []).filter((name) => name !== "reference" && !target.includes(name));
  if (missing.length === 0) return undefined;
  const flags = missing.map((name) => `--target ${quoted(name)}`).join(" ");
  return `it was found on ${missing.join(", ")}, which ${missing.length === 1 ? "is" : "are"} not asked: add ${flags}`;
}
