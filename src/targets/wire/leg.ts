import { decodeBincode, encodeBincode, SnapshotDecodeError, u64Id } from "../../snapshot/index.ts";
import type { Leg, LegPlan, WorldSnapshot } from "../target.ts";
import { bytesText, u64Text, WireError, type Field } from "./field.ts";

/** LEG as JSON text. */
export function legText({ start, maxCycles, snapshot }: Leg): string {
  return `{"start":${startText(start)},"maxCycles":"${u64Text(maxCycles)}","snapshot":${snapshot}}`;
}

/** The members of a relay beside its world, as JSON text without braces. */
export function planText({ start, limits, snapshot }: LegPlan): string {
  const list = limits.map((limit) => `"${u64Text(limit)}"`).join(",");
  return `"start":${startText(start)},"limits":[${list}],"snapshot":${snapshot}`;
}

function startText(start: Leg["start"]): string {
  return start === "boot" ? `"boot"` : `{"snapshot":"${bytesText(encodeBincode(start, u64Id))}"}`;
}

/** @throws WireError */
export function readLeg(field: Field): Leg {
  return {
    start: readStart(field.get("start")),
    maxCycles: field.get("maxCycles").asU64(),
    snapshot: field.get("snapshot").asBoolean(),
  };
}

/** @throws WireError */
export function readPlan(field: Field): LegPlan {
  const limits = field.get("limits");
  if (limits.asList().length === 0) throw limits.wrong("a list of at least one limit");
  return {
    start: readStart(field.get("start")),
    limits: limits.asList().map((each) => each.asU64()),
    snapshot: field.get("snapshot").asBoolean(),
  };
}

function readStart(field: Field): Leg["start"] {
  return field.value === "boot" ? "boot" : readSnapshot(field.get("snapshot"));
}

/** @throws WireError naming the field of the snapshot and its offset */
export function readSnapshot(field: Field): WorldSnapshot {
  try {
    return decodeBincode(field.asBytes(), u64Id);
  } catch (error) {
    if (error instanceof SnapshotDecodeError) throw new WireError(`${field.path}: ${error.message}`);
    throw error;
  }
}
