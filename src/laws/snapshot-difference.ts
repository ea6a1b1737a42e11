import { compareSnapshots } from "../snapshot/compare.ts";
import type { WorldSnapshot } from "../targets/target.ts";
import type { Difference } from "./difference.ts";

/**
 * The first field in which two snapshots differ.
 * @param actual `missing` where there must have been one; undefined on either side where none was asked for
 */
export function snapshotDifference(
  expected: WorldSnapshot | undefined,
  actual: WorldSnapshot | "missing" | undefined,
): Difference[] {
  if (expected && actual === "missing") return [{ what: "snapshot", expected: "present", actual: "missing" }];
  const first = expected && actual && actual !== "missing" ? compareSnapshots(expected, actual) : undefined;
  return first ? [{ what: `snapshot ${first.field}`, expected: first.expected, actual: first.actual }] : [];
}
