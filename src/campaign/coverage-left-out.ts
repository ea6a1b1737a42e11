import type { Parts } from "./missed-cells.ts";

/** Cells of a family that no world made for random cases can meet, however many there are. */
export interface LeftOutRule {
  readonly family: string;
  /** Why not. */
  readonly reason: string;
  /** True for the cells that it leaves out. */
  covers(parts: Parts): boolean;
}

function stops(reason: string, ...names: readonly string[]): LeftOutRule {
  return { family: "stops", reason, covers: ([, stop]) => names.includes(stop) };
}

const HOST = "random worlds offer no host calls";

/** Everything that is left out of what random cases can meet. Regressions, directed programs and unit tests reach it. */
export const LEFT_OUT: readonly LeftOutRule[] = [
  stops("a program alone does not pause: its host does, which random worlds do not ask for", "pause"),
  stops("no program lives long enough to spend 2^64 cycles", "fault CyclesOverflow"),
  stops(
    "random programs are whole ELF files",
    "fault ElfBits",
    "fault ElfParseError",
    "fault ElfSegmentUnreadable",
    "fault ElfSegmentWritableAndExecutable",
    "fault ElfSegmentAddrOrSizeError",
  ),
  stops("the arguments of random worlds fit their stack", "fault MemOutOfStack", "fault Unexpected"),
  stops("it takes a damaged snapshot, a damaged ELF file or a host call", "fault MemPageUnalignedAccess"),
  stops(HOST, "fault Yield"),
  stops("data sources do not change between legs", "fault SnapshotDataLoadError"),
  { family: "system calls", reason: HOST, covers: ([call]) => call.startsWith("host: ") },
];

/** Why no random case can meet a cell; undefined if one can. */
export function leftOutBecause(family: string, parts: Parts): string | undefined {
  return LEFT_OUT.find((rule) => rule.family === family && rule.covers(parts))?.reason;
}
