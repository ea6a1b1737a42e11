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
  { family: "operands", least: 90.4, deviation: 0.131 },
  { family: "operand pairs", least: 55.1, deviation: 0.391 },
  { family: "registers", least: 100, deviation: 0 },
  { family: "dependencies", least: 80, deviation: 0.413 },
  { family: "accesses", least: 84.1, deviation: 1.01 },
  { family: "border accesses", least: 70.4, deviation: 0.301 },
  { family: "branches", least: 100, deviation: 0 },
  { family: "sc", least: 100, deviation: 0 },
  { family: "system calls", least: 100, deviation: 0 },
  { family: "cuts before", least: 77.2, deviation: 0.807 },
  { family: "cuts after", least: 79.5, deviation: 0.769 },
  { family: "accesses", parts: ["untouched"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["source"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["dirty"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["frozen source"], least: 96.2, deviation: 1.57 },
  { family: "accesses", parts: ["frozen dirty"], least: 100, deviation: 0 },
  { family: "border accesses", parts: ["from untouched"], least: 82.1, deviation: 0.972 },
  { family: "border accesses", parts: ["from source"], least: 73.8, deviation: 1.3 },
  { family: "border accesses", parts: ["from dirty"], least: 78.6, deviation: 1.79 },
  { family: "border accesses", parts: ["from frozen source"], least: 71.4, deviation: 1.91 },
  { family: "border accesses", parts: ["from frozen dirty"], least: 77.4, deviation: 0.486 },
  { family: "cuts before", parts: ["on the border"], least: 95.2, deviation: 0.628 },
  { family: "cuts before", parts: ["one cycle short"], least: 60, deviation: 0.967 },
  { family: "cuts before", parts: ["further inside"], least: 66.8, deviation: 2.34 },
  { family: "cuts before", parts: ["no page"], least: 98.7, deviation: 0.555 },
  { family: "cuts before", parts: ["untouched"], least: 98.3, deviation: 0.698 },
  { family: "cuts before", parts: ["source"], least: 63.2, deviation: 2.68 },
  { family: "cuts before", parts: ["dirty"], least: 97.4, deviation: 1.05 },
  { family: "cuts before", parts: ["frozen source"], least: 32.5, deviation: 4.76 },
  { family: "cuts before", parts: ["frozen dirty"], least: 72.6, deviation: 3.96 },
  { family: "cuts after", parts: ["on the border"], least: 88.5, deviation: 0.435 },
  { family: "cuts after", parts: ["cycles left over"], least: 69.4, deviation: 1.77 },
  { family: "cuts after", parts: ["no page"], least: 94.8, deviation: 0.89 },
  { family: "cuts after", parts: ["dirty"], least: 91.5, deviation: 2.72 },
  { family: "cuts after", parts: ["frozen dirty"], least: 72, deviation: 2.56 },
];

/** Hits in 1,000 cases of the cell that has the fewest. */
export const HITS: readonly Measured[] = [
  { family: "branches", parts: ["beq", "forward"], least: 187, deviation: 3.34 },
  { family: "branches", parts: ["beq", "backward"], least: 159, deviation: 4.29 },
  { family: "branches", parts: ["bne", "forward"], least: 181, deviation: 4.07 },
  { family: "branches", parts: ["bne", "backward"], least: 553, deviation: 5.76 },
  { family: "branches", parts: ["blt", "forward"], least: 69.8, deviation: 3.55 },
  { family: "branches", parts: ["blt", "backward"], least: 206, deviation: 4.49 },
  { family: "branches", parts: ["bge", "forward"], least: 69.9, deviation: 1.39 },
  { family: "branches", parts: ["bge", "backward"], least: 133, deviation: 3.69 },
  { family: "branches", parts: ["bltu", "forward"], least: 69.5, deviation: 1.37 },
  { family: "branches", parts: ["bltu", "backward"], least: 204, deviation: 2.94 },
  { family: "branches", parts: ["bgeu", "forward"], least: 68.5, deviation: 3.58 },
  { family: "branches", parts: ["bgeu", "backward"], least: 129, deviation: 4.06 },
  { family: "branches", parts: ["c.beqz", "forward"], least: 114, deviation: 4.16 },
  { family: "branches", parts: ["c.beqz", "backward"], least: 104, deviation: 3.5 },
  { family: "branches", parts: ["c.bnez", "forward"], least: 96.1, deviation: 3.23 },
  { family: "branches", parts: ["c.bnez", "backward"], least: 33, deviation: 2.63 },
  { family: "sc", parts: ["succeeds"], least: 332, deviation: 20.6 },
  { family: "sc", parts: ["fails for another reservation"], least: 115, deviation: 9.61 },
  { family: "sc", parts: ["fails without a reservation"], least: 211, deviation: 9.6 },
  { family: "system calls", parts: ["VM version"], least: 34.6, deviation: 4.07 },
  { family: "system calls", parts: ["current cycles"], least: 457, deviation: 21.5 },
  { family: "system calls", parts: ["load cell data", "a0 = 0"], least: 1610, deviation: 47.7 },
  { family: "system calls", parts: ["load cell data", "a0 = 1"], least: 173, deviation: 9.92 },
  { family: "system calls", parts: ["debug", "a0 unchanged"], least: 220, deviation: 20.3 },
  { family: "stops", parts: ["exit 0"], least: 463, deviation: 21.2 },
  { family: "stops", parts: ["exit positive"], least: 195, deviation: 9.83 },
  { family: "stops", parts: ["exit negative"], least: 232, deviation: 12.9 },
  { family: "stops", parts: ["budget"], least: 2040, deviation: 88.2 },
  { family: "stops", parts: ["fault InvalidVersion"], least: 41.7, deviation: 1.74 },
];

/** Hits in 1,000 cases of all cells together: cuts of each kind, and inside accesses to pages of each kind. */
export const SUMS: readonly Measured[] = [
  { family: "cuts before", parts: ["on the border"], least: 10800, deviation: 107 },
  { family: "cuts before", parts: ["one cycle short"], least: 801, deviation: 15 },
  { family: "cuts before", parts: ["further inside"], least: 3460, deviation: 103 },
  { family: "cuts before", parts: ["source", "one cycle short"], least: 9.7, deviation: 3.47 },
  { family: "cuts before", parts: ["source", "further inside"], least: 6.1, deviation: 1.94 },
  { family: "cuts before", parts: ["dirty", "one cycle short"], least: 105, deviation: 8.72 },
  { family: "cuts before", parts: ["dirty", "further inside"], least: 94.4, deviation: 6.08 },
  { family: "cuts before", parts: ["frozen dirty", "one cycle short"], least: 24.9, deviation: 2.84 },
  { family: "cuts before", parts: ["frozen dirty", "further inside"], least: 18.1, deviation: 1.91 },
  { family: "cuts before", parts: ["frozen source", "one cycle short"], least: 2.6, deviation: 1.36 },
  { family: "cuts after", parts: ["on the border"], least: 5190, deviation: 60.2 },
  { family: "cuts after", parts: ["cycles left over"], least: 1890, deviation: 24.3 },
  { family: "cuts after", parts: ["limit passed"], least: 1450, deviation: 44.1 },
  { family: "cuts after", parts: ["source"], least: 10.1, deviation: 3.11 },
  { family: "cuts after", parts: ["frozen dirty"], least: 92.5, deviation: 7.28 },
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
