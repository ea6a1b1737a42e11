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
  { family: "operands", least: 90.7, deviation: 0.115 },
  { family: "operand pairs", least: 59, deviation: 0.553 },
  { family: "registers", least: 100, deviation: 0 },
  { family: "dependencies", least: 77.8, deviation: 0.473 },
  { family: "accesses", least: 83, deviation: 0.777 },
  { family: "border accesses", least: 69.2, deviation: 0.725 },
  { family: "branches", least: 100, deviation: 0 },
  { family: "sc", least: 100, deviation: 0 },
  { family: "system calls", least: 100, deviation: 0 },
  { family: "cuts before", least: 76.5, deviation: 1.09 },
  { family: "cuts after", least: 78.9, deviation: 0.945 },
  { family: "accesses", parts: ["untouched"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["source"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["dirty"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["frozen source"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["frozen dirty"], least: 100, deviation: 0 },
  { family: "border accesses", parts: ["from untouched"], least: 78.6, deviation: 1.17 },
  { family: "border accesses", parts: ["from source"], least: 73.8, deviation: 1.39 },
  { family: "border accesses", parts: ["from dirty"], least: 77.4, deviation: 1.99 },
  { family: "border accesses", parts: ["from frozen source"], least: 73.8, deviation: 1.44 },
  { family: "border accesses", parts: ["from frozen dirty"], least: 75, deviation: 0.896 },
  { family: "cuts before", parts: ["on the border"], least: 94.3, deviation: 0.697 },
  { family: "cuts before", parts: ["one cycle short"], least: 58.2, deviation: 2.29 },
  { family: "cuts before", parts: ["further inside"], least: 66.8, deviation: 1.59 },
  { family: "cuts before", parts: ["no page"], least: 99.6, deviation: 0.226 },
  { family: "cuts before", parts: ["untouched"], least: 97.4, deviation: 0.643 },
  { family: "cuts before", parts: ["source"], least: 56.4, deviation: 4.12 },
  { family: "cuts before", parts: ["dirty"], least: 95.7, deviation: 1.18 },
  { family: "cuts before", parts: ["frozen source"], least: 34.2, deviation: 5.31 },
  { family: "cuts before", parts: ["frozen dirty"], least: 75.2, deviation: 3.24 },
  { family: "cuts after", parts: ["on the border"], least: 87.3, deviation: 0.791 },
  { family: "cuts after", parts: ["cycles left over"], least: 69.7, deviation: 1.27 },
  { family: "cuts after", parts: ["no page"], least: 97, deviation: 0.748 },
  { family: "cuts after", parts: ["dirty"], least: 92.7, deviation: 1.43 },
  { family: "cuts after", parts: ["frozen dirty"], least: 64.6, deviation: 2.61 },
];

/** Hits in 1,000 cases of the cell that has the fewest. */
export const HITS: readonly Measured[] = [
  { family: "branches", parts: ["beq", "forward"], least: 211, deviation: 4.24 },
  { family: "branches", parts: ["beq", "backward"], least: 136, deviation: 3.13 },
  { family: "branches", parts: ["bne", "forward"], least: 193, deviation: 6.02 },
  { family: "branches", parts: ["bne", "backward"], least: 480, deviation: 6.55 },
  { family: "branches", parts: ["blt", "forward"], least: 76.6, deviation: 3.83 },
  { family: "branches", parts: ["blt", "backward"], least: 178, deviation: 5.62 },
  { family: "branches", parts: ["bge", "forward"], least: 80.7, deviation: 2.33 },
  { family: "branches", parts: ["bge", "backward"], least: 112, deviation: 4.79 },
  { family: "branches", parts: ["bltu", "forward"], least: 80.7, deviation: 4.12 },
  { family: "branches", parts: ["bltu", "backward"], least: 180, deviation: 4.57 },
  { family: "branches", parts: ["bgeu", "forward"], least: 77.1, deviation: 3.93 },
  { family: "branches", parts: ["bgeu", "backward"], least: 113, deviation: 4.53 },
  { family: "branches", parts: ["c.beqz", "forward"], least: 104, deviation: 2.89 },
  { family: "branches", parts: ["c.beqz", "backward"], least: 89.9, deviation: 3.27 },
  { family: "branches", parts: ["c.bnez", "forward"], least: 87.2, deviation: 1.75 },
  { family: "branches", parts: ["c.bnez", "backward"], least: 29.9, deviation: 2.27 },
  { family: "sc", parts: ["succeeds"], least: 308, deviation: 10.1 },
  { family: "sc", parts: ["fails for another reservation"], least: 97.7, deviation: 8.89 },
  { family: "sc", parts: ["fails without a reservation"], least: 187, deviation: 11.5 },
  { family: "system calls", parts: ["VM version"], least: 30, deviation: 13.6 },
  { family: "system calls", parts: ["current cycles"], least: 393, deviation: 18.4 },
  { family: "system calls", parts: ["load cell data", "a0 = 0"], least: 1410, deviation: 43.2 },
  { family: "system calls", parts: ["load cell data", "a0 = 1"], least: 164, deviation: 14.6 },
  { family: "system calls", parts: ["debug", "a0 unchanged"], least: 213, deviation: 8.05 },
  { family: "stops", parts: ["exit 0"], least: 464, deviation: 15.4 },
  { family: "stops", parts: ["exit positive"], least: 183, deviation: 10.7 },
  { family: "stops", parts: ["exit negative"], least: 248, deviation: 10.9 },
  { family: "stops", parts: ["budget"], least: 2110, deviation: 43.1 },
  { family: "stops", parts: ["fault InvalidVersion"], least: 47.9, deviation: 1.84 },
];

/** Hits in 1,000 cases of all cells together: cuts of each kind, and inside accesses to pages of each kind. */
export const SUMS: readonly Measured[] = [
  { family: "cuts before", parts: ["on the border"], least: 10800, deviation: 136 },
  { family: "cuts before", parts: ["one cycle short"], least: 808, deviation: 16 },
  { family: "cuts before", parts: ["further inside"], least: 3540, deviation: 77.4 },
  { family: "cuts before", parts: ["source", "one cycle short"], least: 12, deviation: 1.65 },
  { family: "cuts before", parts: ["source", "further inside"], least: 6, deviation: 1.47 },
  { family: "cuts before", parts: ["dirty", "one cycle short"], least: 121, deviation: 10.2 },
  { family: "cuts before", parts: ["dirty", "further inside"], least: 89.1, deviation: 6.63 },
  { family: "cuts before", parts: ["frozen dirty", "one cycle short"], least: 22.7, deviation: 5.92 },
  { family: "cuts before", parts: ["frozen dirty", "further inside"], least: 14.2, deviation: 3.35 },
  { family: "cuts before", parts: ["frozen source", "one cycle short"], least: 3.4, deviation: 1.31 },
  { family: "cuts after", parts: ["on the border"], least: 5130, deviation: 157 },
  { family: "cuts after", parts: ["cycles left over"], least: 1880, deviation: 40.7 },
  { family: "cuts after", parts: ["limit passed"], least: 1360, deviation: 50.1 },
  { family: "cuts after", parts: ["source"], least: 9.7, deviation: 3.41 },
  { family: "cuts after", parts: ["frozen dirty"], least: 95.1, deviation: 9.56 },
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
