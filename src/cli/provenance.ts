import { cpus } from "node:os";
import type { GateResult } from "../campaign/index.ts";
import type { Provenance } from "../report/run-report.ts";
import { seedText } from "../report/seed-text.ts";
import { quoted } from "./describe.ts";
import { seedOfCommit } from "./seed.ts";
import type { TargetOptions } from "./target-option.ts";
import { version } from "./version.ts";

/** Where a run comes from, as it ends. @param options what it was asked for */
export function provenanceOf(
  { seed, tally }: Pick<GateResult, "seed" | "tally">,
  options: TargetOptions & { readonly law?: readonly string[] },
): Provenance {
  const flags = [
    ...(options.law ?? []).map((name) => ["--law", name]),
    ...(options.target ?? []).map((name) => ["--target", name]),
    ...(options.policy ?? []).map((file) => ["--policy", file]),
  ].flat();
  const words = (all: readonly string[]): string => all.map(quoted).join(" ");
  const same = ["check", "--seed", seedText(seed), "--cases", String(tally.cases), ...flags];
  return {
    command: words(["npx", "rvrelay", ...process.argv.slice(2)]),
    repeat: words(["npx", "rvrelay", ...same]),
    version,
    ...commitHere(),
    node: process.version,
    machine: `${process.platform} ${process.arch}, ${cpus()[0]?.model.trim() ?? "an unknown CPU"}`,
    date: new Date().toISOString(),
  };
}

function commitHere(): Pick<Provenance, "commit" | "hasChanges"> {
  try {
    const { commit, hasChanges } = seedOfCommit();
    return { ...(commit !== undefined && { commit }), ...(hasChanges !== undefined && { hasChanges }) };
  } catch {
    return {}; // not in a checkout
  }
}
