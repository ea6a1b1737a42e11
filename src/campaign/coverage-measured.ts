/** What cells of a family came to in the runs that the floors of coverage were taken from. */
export interface Measured {
  readonly family: string;
  /** Values on its axes that these cells have; left out: all of its cells. */
  readonly parts?: readonly string[];
  /** The least of all seeds. */
  readonly least: number;
  /** The standard deviation over the seeds. */
  readonly deviation: number;
}

/** Rare cells each of which must have been hit once there are so many cases that twelve programs or more hit it. */
export interface Once {
  readonly family: string;
  readonly part: string;
  /** Random cases from which on they are asked for. */
  readonly from: number;
}

// Measured with seeds 1 to 6, 10,000 random cases each, all laws, the reference alone. Measure anew when the generator
// changes: `rvrelay check --seed N --cases 10000 --coverage FILE` writes the hits.

/** Random cases of each seed; with fewer, the floors say nothing. */
export const MEASURED_CASES = 10_000;

/** Per cent of the cells that were hit at least once. */
export const SHARES: readonly Measured[] = [
  { family: "operands", least: 90.3, deviation: 0.23 },
  { family: "operand pairs", least: 41.1, deviation: 0.788 },
  { family: "registers", least: 100, deviation: 0 },
  { family: "dependencies", least: 81.2, deviation: 0.257 },
  { family: "accesses", least: 86.3, deviation: 1.14 },
  { family: "border accesses", least: 70.8, deviation: 0.424 },
  { family: "branches", least: 100, deviation: 0 },
  { family: "sc", least: 100, deviation: 0 },
  { family: "system calls", least: 100, deviation: 0 },
  { family: "cuts before", least: 77.4, deviation: 1.24 },
  { family: "cuts after", least: 78.7, deviation: 1.29 },
  { family: "accesses", parts: ["untouched"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["source"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["dirty"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["frozen source"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["frozen dirty"], least: 100, deviation: 0 },
  { family: "border accesses", parts: ["from untouched"], least: 79.8, deviation: 1.46 },
  { family: "border accesses", parts: ["from source"], least: 76.2, deviation: 0.615 },
  { family: "border accesses", parts: ["from dirty"], least: 84.5, deviation: 0.896 },
  { family: "border accesses", parts: ["from frozen source"], least: 72.6, deviation: 1.51 },
  { family: "border accesses", parts: ["from frozen dirty"], least: 76.2, deviation: 0.753 },
  { family: "cuts before", parts: ["on the border"], least: 95, deviation: 0.584 },
  { family: "cuts before", parts: ["one cycle short"], least: 61.2, deviation: 1.74 },
  { family: "cuts before", parts: ["further inside"], least: 66.8, deviation: 2.6 },
  { family: "cuts before", parts: ["no page"], least: 99.1, deviation: 0.392 },
  { family: "cuts before", parts: ["untouched"], least: 97.4, deviation: 0.883 },
  { family: "cuts before", parts: ["source"], least: 65, deviation: 2.65 },
  { family: "cuts before", parts: ["dirty"], least: 97.4, deviation: 1.05 },
  { family: "cuts before", parts: ["frozen source"], least: 33.3, deviation: 5.4 },
  { family: "cuts before", parts: ["frozen dirty"], least: 77.8, deviation: 2.32 },
  { family: "cuts after", parts: ["on the border"], least: 88.5, deviation: 0.329 },
  { family: "cuts after", parts: ["cycles left over"], least: 68.2, deviation: 2.6 },
  { family: "cuts after", parts: ["no page"], least: 94.8, deviation: 0.92 },
  { family: "cuts after", parts: ["dirty"], least: 95.1, deviation: 1.26 },
  { family: "cuts after", parts: ["frozen dirty"], least: 67.1, deviation: 4.63 },
];

/** Hits in 1,000 cases of the cell that has the fewest. */
export const HITS: readonly Measured[] = [
  { family: "branches", parts: ["beq", "forward"], least: 197, deviation: 4.78 },
  { family: "branches", parts: ["beq", "backward"], least: 171, deviation: 5.72 },
  { family: "branches", parts: ["bne", "forward"], least: 188, deviation: 3.45 },
  { family: "branches", parts: ["bne", "backward"], least: 600, deviation: 13.9 },
  { family: "branches", parts: ["blt", "forward"], least: 76.8, deviation: 2.87 },
  { family: "branches", parts: ["blt", "backward"], least: 221, deviation: 4.75 },
  { family: "branches", parts: ["bge", "forward"], least: 80.6, deviation: 2.13 },
  { family: "branches", parts: ["bge", "backward"], least: 142, deviation: 3.4 },
  { family: "branches", parts: ["bltu", "forward"], least: 74.2, deviation: 3.84 },
  { family: "branches", parts: ["bltu", "backward"], least: 226, deviation: 4.72 },
  { family: "branches", parts: ["bgeu", "forward"], least: 74.9, deviation: 2.85 },
  { family: "branches", parts: ["bgeu", "backward"], least: 142, deviation: 2.63 },
  { family: "branches", parts: ["c.beqz", "forward"], least: 128, deviation: 4.95 },
  { family: "branches", parts: ["c.beqz", "backward"], least: 112, deviation: 5.05 },
  { family: "branches", parts: ["c.bnez", "forward"], least: 114, deviation: 2.05 },
  { family: "branches", parts: ["c.bnez", "backward"], least: 37.8, deviation: 1.11 },
  { family: "sc", parts: ["succeeds"], least: 372, deviation: 8.32 },
  { family: "sc", parts: ["fails for another reservation"], least: 136, deviation: 4.16 },
  { family: "sc", parts: ["fails without a reservation"], least: 244, deviation: 7.79 },
  { family: "system calls", parts: ["VM version"], least: 37.2, deviation: 4.62 },
  { family: "system calls", parts: ["current cycles"], least: 480, deviation: 25.7 },
  { family: "system calls", parts: ["load cell data", "a0 = 0"], least: 1680, deviation: 41.8 },
  { family: "system calls", parts: ["load cell data", "a0 = 1"], least: 184, deviation: 9.45 },
  { family: "system calls", parts: ["debug", "a0 unchanged"], least: 243, deviation: 11.3 },
  { family: "stops", parts: ["exit 0"], least: 467, deviation: 12.1 },
  { family: "stops", parts: ["exit positive"], least: 172, deviation: 12.1 },
  { family: "stops", parts: ["exit negative"], least: 231, deviation: 11.5 },
  { family: "stops", parts: ["budget"], least: 1900, deviation: 70.1 },
  { family: "stops", parts: ["fault InvalidVersion"], least: 42, deviation: 1.51 },
];

/** Hits in 1,000 cases of all cells together: cuts of each kind, and inside accesses to pages of each kind. */
export const SUMS: readonly Measured[] = [
  { family: "cuts before", parts: ["on the border"], least: 9650, deviation: 129 },
  { family: "cuts before", parts: ["one cycle short"], least: 800, deviation: 32.1 },
  { family: "cuts before", parts: ["further inside"], least: 3390, deviation: 140 },
  { family: "cuts before", parts: ["source", "one cycle short"], least: 10.9, deviation: 1.79 },
  { family: "cuts before", parts: ["source", "further inside"], least: 7.1, deviation: 3.28 },
  { family: "cuts before", parts: ["dirty", "one cycle short"], least: 112, deviation: 8.7 },
  { family: "cuts before", parts: ["dirty", "further inside"], least: 103, deviation: 5.61 },
  { family: "cuts before", parts: ["frozen dirty", "one cycle short"], least: 25.9, deviation: 4 },
  { family: "cuts before", parts: ["frozen dirty", "further inside"], least: 18.4, deviation: 2.75 },
  { family: "cuts before", parts: ["frozen source", "one cycle short"], least: 2.4, deviation: 1.3 },
  { family: "cuts after", parts: ["on the border"], least: 5150, deviation: 97.3 },
  { family: "cuts after", parts: ["cycles left over"], least: 1920, deviation: 31.9 },
  { family: "cuts after", parts: ["limit passed"], least: 1450, deviation: 47.4 },
  { family: "cuts after", parts: ["source"], least: 13.2, deviation: 3.14 },
  { family: "cuts after", parts: ["frozen dirty"], least: 98.2, deviation: 10.2 },
];

/**
 * Faults are asked for of every VM version, and version 0 has a sixth of the worlds: hence the many cases. That some
 * program of any version ends so is a floor of its own.
 */
export const ONCE: readonly Once[] = [
  { family: "stops", part: "fault MemOutOfBound", from: 10_000 },
  { family: "stops", part: "fault MemWriteOnExecutablePage", from: 25_000 },
  { family: "stops", part: "fault External", from: 30_000 },
  { family: "stops", part: "fault InvalidInstruction", from: 40_000 },
  { family: "stops", part: "fault InvalidEcall", from: 80_000 },
  { family: "stops", part: "fault MemWriteOnFreezedPage", from: 150_000 },
  { family: "system calls", part: "debug", from: 10_000 },
  { family: "system calls", part: "load cell data", from: 10_000 },
  { family: "system calls", part: "a number that nobody answers", from: 15_000 },
];
