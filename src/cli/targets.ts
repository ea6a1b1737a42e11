import { isaText } from "../case/index.ts";
import { TargetError, type Target } from "../targets/index.ts";
import { InconclusiveError } from "./exit.ts";
import { closeTargets, TARGETS } from "./target-option.ts";

interface Row {
  readonly name: string;
  readonly about: string;
  /** Missing where the target cannot be opened. */
  readonly capabilities?: Target["capabilities"];
  /** Why it cannot be opened. */
  readonly missing?: string;
}

/** `rvrelay targets`: every target with its capabilities; those that are not there, with what to do. */
export async function targets(options: { json?: boolean }): Promise<void> {
  const rows: Row[] = [];
  for (const [name, named] of TARGETS) {
    const { about } = named;
    try {
      const target = await named.open({ policy: [], timeoutMs: undefined });
      rows.push({ name, about, capabilities: target.capabilities });
      await closeTargets([target]);
    } catch (error) {
      if (!(error instanceof TargetError) && !(error instanceof InconclusiveError)) throw error;
      rows.push({ name, about, missing: error.message });
    }
  }
  if (options.json) {
    const document = { schemaVersion: 1, verdict: "held", seconds: 0, targets: rows };
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return;
  }
  for (const row of rows) process.stdout.write(`${text(row)}\n`);
}

function text({ name, about, capabilities, missing }: Row): string {
  if (!capabilities) return `${name}: ${about}\n  not there: ${missing ?? ""}`;
  const { versions, isa, costs, observes, observesSometimes = [], snapshots, writableCode, blocks } = capabilities;
  return [
    `${name}: ${about}`,
    `  versions ${versions.join(", ")}; isa ${isaText(isa)}; costs ${costs.join(", ")}`,
    `  observes ${[...observes, ...observesSometimes.map((part) => `${part} (not always)`)].join(", ")}`,
    `  ${snapshots ? "takes and gives snapshots" : "no snapshots"}; ${writableCode ? "runs" : "no"} worlds without W^X`,
    ...(blocks ? [`  works on blocks of instructions, ${blocks} as a whole`] : []),
  ].join("\n");
}
