import type { GateResult } from "../campaign/index.ts";
import type { ReportedFinding } from "./reported-finding.ts";

/** Where a report comes from: enough to make the run again, and to know with what it was made. */
export interface Provenance {
  /** As it was given, quoted for a shell. */
  readonly command: string;
  /** The command that makes the same run again: with the seed, and as many cases. */
  readonly repeat: string;
  /** The version of rvrelay. */
  readonly version: string;
  /** The commit that is checked out where it ran, if one is. */
  readonly commit?: string;
  /** True if files have changes that are not in that commit. */
  readonly hasChanges?: boolean;
  /** The version of Node, as `v26.10.0`. */
  readonly node: string;
  /** Operating system, architecture and CPU. */
  readonly machine: string;
  /** When the run ended: ISO 8601, UTC. */
  readonly date: string;
}

/** All that a report of a gate is made from. */
export interface RunReport {
  readonly result: GateResult;
  /** The faults, one finding each, with what a person needs to go on. */
  readonly findings: readonly ReportedFinding[];
  readonly provenance: Provenance;
}
