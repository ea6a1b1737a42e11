import { isaText } from "../case/index.ts";
import { TARGETS } from "./target-option.ts";

/** `rvrelay targets`: every target with its capabilities. */
export function targets(options: { json?: boolean }): void {
  const rows = [...TARGETS].map(([name, { about, open }]) => ({ name, about, capabilities: open().capabilities }));
  if (options.json) {
    const document = { schemaVersion: 1, verdict: "held", seconds: 0, targets: rows };
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return;
  }
  for (const { name, about, capabilities } of rows) {
    const { versions, isa, costs, observes, snapshots } = capabilities;
    process.stdout.write(
      `${name}: ${about}\n` +
        `  versions ${versions.join(", ")}; isa ${isaText(isa)}; costs ${costs.join(", ")}\n` +
        `  observes ${observes.join(", ")}\n` +
        `  ${snapshots ? "takes and gives snapshots" : "no snapshots"}\n`,
    );
  }
}
