import { LAWS, type Law } from "../laws/index.ts";
import { UsageError } from "./exit.ts";

/** The laws named; all when none is. @throws UsageError for an unknown name */
export function chooseLaws(names: readonly string[] | undefined): readonly Law[] {
  if (!names) return LAWS;
  return names.map((name) => {
    const law = LAWS.find((candidate) => candidate.name === name);
    if (!law) throw new UsageError(`unknown law "${name}"; known are ${LAWS.map((each) => each.name).join(", ")}`);
    return law;
  });
}
