import { LAWS, type Law } from "../laws/index.ts";
import { UsageError } from "./exit.ts";

/**
 * The laws named; all when none is.
 * @param targets names of the targets beside the reference
 * @throws UsageError for an unknown name, and for a law that needs more targets than are named
 */
export function chooseLaws(names: readonly string[] | undefined, targets: readonly string[] = []): readonly Law[] {
  if (!names) return LAWS;
  const count = new Set(["reference", ...targets]).size;
  return names.map((name) => {
    const law = LAWS.find((candidate) => candidate.name === name);
    if (!law) throw new UsageError(`unknown law "${name}"; known are ${LAWS.map((each) => each.name).join(", ")}`);
    if ((law.targetsMin ?? 1) > count)
      throw new UsageError(`law ${name} compares a target with the reference: name one by --target`);
    return law;
  });
}
