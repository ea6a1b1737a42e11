import { CanaryTarget, ReferenceTarget, type Target } from "../targets/index.ts";
import { UsageError } from "./exit.ts";

/** Targets by name, with one line about each. */
export const TARGETS: ReadonlyMap<string, { readonly about: string; readonly open: () => Target }> = new Map([
  ["reference", { about: "the reference VM in this process", open: () => new ReferenceTarget() }],
  ["canary", { about: "broken on purpose; a check of it must fail", open: () => new CanaryTarget() }],
]);

/** Opens the targets named; the reference when none is. @throws UsageError for an unknown name */
export function openTargets(names: readonly string[] | undefined): Target[] {
  return (names ?? ["reference"]).map((name) => {
    const target = TARGETS.get(name);
    if (!target) throw new UsageError(`unknown target "${name}"; known are ${[...TARGETS.keys()].join(", ")}`);
    return target.open();
  });
}
