import type { FaultName } from "../../machine/index.ts";
import type { Stop } from "../target.ts";
import { productFamily, type CellFamily } from "./family.ts";

/** CyclesExceeded and Pause are the stops `budget` and `pause`. */
type StopFault = Exclude<FaultName, "CyclesExceeded" | "Pause">;

/** A record, so that a fault that is new in the machine cannot be forgotten here. */
const FAULTS: Readonly<Record<StopFault, true>> = {
  CyclesOverflow: true,
  ElfBits: true,
  ElfParseError: true,
  ElfSegmentUnreadable: true,
  ElfSegmentWritableAndExecutable: true,
  ElfSegmentAddrOrSizeError: true,
  InvalidEcall: true,
  InvalidInstruction: true,
  InvalidVersion: true,
  MemOutOfBound: true,
  MemOutOfStack: true,
  MemPageUnalignedAccess: true,
  MemWriteOnExecutablePage: true,
  MemWriteOnFreezedPage: true,
  Yield: true,
  External: true,
  SnapshotDataLoadError: true,
  Unexpected: true,
};

const STOPS = [
  "exit 0",
  "exit positive",
  "exit negative",
  "budget",
  "pause",
  ...Object.keys(FAULTS).map((name) => `fault ${name}`),
];
const INDICES = new Map(STOPS.map((stop, index) => [stop, index]));
const VERSIONS = ["version 0", "version 1", "version 2"];

/** How a leg ended x VM version. */
export const STOP_KINDS: CellFamily = productFamily(
  "stops",
  "a leg of a VM version ends by a stop",
  [VERSIONS, STOPS],
  () => true,
);

/** The cell of a leg that ended by `stop`; -1 for a stop that has none. */
export function stopCell(version: number, stop: Stop): number {
  const index = INDICES.get(stopName(stop));
  return index === undefined ? -1 : version * STOPS.length + index;
}

function stopName(stop: Stop): string {
  if (stop.kind === "fault") return `fault ${stop.fault.name}`;
  if (stop.kind !== "exit") return stop.kind;
  return stop.code === 0 ? "exit 0" : stop.code > 0 ? "exit positive" : "exit negative";
}
