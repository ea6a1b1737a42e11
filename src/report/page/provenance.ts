import { escaped } from "../html.ts";
import type { RunReport } from "../run-report.ts";
import { seedText } from "../seed-text.ts";

/** With what, when and how the run was made. */
export function provenanceHtml({ result, provenance }: RunReport): string[] {
  const { command, repeat, version, commit, hasChanges, node, machine, date } = provenance;
  const facts: [string, string][] = [
    ["command", command],
    ["repeats it", repeat],
    ["seed", seedText(result.seed)],
    ["targets", result.targets.join(", ")],
    ["rvrelay", version],
    [
      "commit",
      commit === undefined
        ? "none is checked out"
        : `${commit}${hasChanges ? ", with changes that are not in it" : ""}`,
    ],
    ["Node", node],
    ["machine", machine],
    ["ended", date],
    ["took", `${result.seconds.toFixed(1)} s`],
  ];
  return [
    `<dl class="facts">`,
    ...facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`),
    `</dl>`,
  ];
}
