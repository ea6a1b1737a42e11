import { missedFloors } from "./missed-floors.ts";
import type { RunReport } from "./run-report.ts";
import { counted } from "./table.ts";

/** What a run came to, in a sentence. */
export function headline({ result, findings }: RunReport): string {
  const { verdict, tally, interrupted, failures, floors, conformance } = result;
  const cases = counted(tally.cases, "random case");
  const broken = conformance.filter((each) => each.verdict === "failed").length;
  if (verdict === "held") return `All laws held in ${cases}`;
  const told = [
    ...(findings.length > 0 ? [counted(findings.length, "finding")] : []),
    ...(broken > 0 ? [`${counted(broken, "directed program")} failed`] : []),
    ...(interrupted ? ["interrupted"] : []),
    ...(failures.length > 0 ? [`${counted(failures.length, "failure")} of targets`] : []),
    ...(verdict === "inconclusive" && missedFloors(floors).length > 0
      ? [`${counted(missedFloors(floors).length, "floor")} missed`]
      : []),
  ];
  return `${told.join(", ")} in ${cases}`;
}
