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
  { family: "operands", least: 90.6, deviation: 0.2 },
  { family: "operand pairs", least: 41.2, deviation: 0.94 },
  { family: "registers", least: 100, deviation: 0 },
  { family: "dependencies", least: 81.5, deviation: 0.16 },
  { family: "accesses", least: 85.2, deviation: 1.7 },
  { family: "border accesses", least: 71.6, deviation: 0.35 },
  { family: "branches", least: 100, deviation: 0 },
  { family: "sc", least: 100, deviation: 0 },
  { family: "system calls", least: 100, deviation: 0 },
  { family: "cuts before", least: 67.2, deviation: 1.8 },
  { family: "cuts after", least: 76.8, deviation: 1.11 },
  { family: "accesses", parts: ["untouched"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["source"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["dirty"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["frozen source"], least: 100, deviation: 0 },
  { family: "accesses", parts: ["frozen dirty"], least: 100, deviation: 0 },
  { family: "border accesses", parts: ["from untouched"], least: 79.8, deviation: 1.25 },
  { family: "border accesses", parts: ["from source"], least: 77.4, deviation: 0.49 },
  { family: "border accesses", parts: ["from dirty"], least: 83.3, deviation: 1.8 },
  { family: "border accesses", parts: ["from frozen source"], least: 76.2, deviation: 0.62 },
  { family: "border accesses", parts: ["from frozen dirty"], least: 77.4, deviation: 0.98 },
  { family: "cuts before", parts: ["on the border"], least: 80, deviation: 1.71 },
  { family: "cuts before", parts: ["one cycle short"], least: 56.9, deviation: 2.51 },
  { family: "cuts before", parts: ["further inside"], least: 57.6, deviation: 1.78 },
  { family: "cuts before", parts: ["no page"], least: 98.7, deviation: 0.49 },
  { family: "cuts before", parts: ["untouched"], least: 94, deviation: 2.17 },
  { family: "cuts before", parts: ["source"], least: 66.7, deviation: 4.15 },
  { family: "cuts before", parts: ["dirty"], least: 94, deviation: 2.08 },
  { family: "cuts before", parts: ["frozen source"], least: 38.5, deviation: 5.51 },
  { family: "cuts before", parts: ["frozen dirty"], least: 70.9, deviation: 6.35 },
  { family: "cuts after", parts: ["on the border"], least: 88.5, deviation: 0.69 },
  { family: "cuts after", parts: ["cycles left over"], least: 65, deviation: 1.96 },
  { family: "cuts after", parts: ["no page"], least: 91.5, deviation: 1.37 },
  { family: "cuts after", parts: ["dirty"], least: 89, deviation: 2.99 },
  { family: "cuts after", parts: ["frozen dirty"], least: 63.4, deviation: 4.48 },
];

/** Hits in 1,000 cases of the cell that has the fewest. */
export const HITS: readonly Measured[] = [
  { family: "branches", parts: ["beq", "forward"], least: 191, deviation: 4.48 },
  { family: "branches", parts: ["beq", "backward"], least: 163, deviation: 5.54 },
  { family: "branches", parts: ["bne", "forward"], least: 182, deviation: 3.59 },
  { family: "branches", parts: ["bne", "backward"], least: 575, deviation: 13.1 },
  { family: "branches", parts: ["blt", "forward"], least: 74.2, deviation: 3.75 },
  { family: "branches", parts: ["blt", "backward"], least: 214, deviation: 4.88 },
  { family: "branches", parts: ["bge", "forward"], least: 77, deviation: 1.26 },
  { family: "branches", parts: ["bge", "backward"], least: 142, deviation: 1.94 },
  { family: "branches", parts: ["bltu", "forward"], least: 70.5, deviation: 4.86 },
  { family: "branches", parts: ["bltu", "backward"], least: 220, deviation: 2.88 },
  { family: "branches", parts: ["bgeu", "forward"], least: 74.7, deviation: 2.07 },
  { family: "branches", parts: ["bgeu", "backward"], least: 137, deviation: 3.04 },
  { family: "branches", parts: ["c.beqz", "forward"], least: 124, deviation: 4.83 },
  { family: "branches", parts: ["c.beqz", "backward"], least: 106, deviation: 5.69 },
  { family: "branches", parts: ["c.bnez", "forward"], least: 108, deviation: 1.29 },
  { family: "branches", parts: ["c.bnez", "backward"], least: 37.4, deviation: 0.69 },
  { family: "sc", parts: ["succeeds"], least: 351, deviation: 12.5 },
  { family: "sc", parts: ["fails for another reservation"], least: 134, deviation: 3.14 },
  { family: "sc", parts: ["fails without a reservation"], least: 237, deviation: 13.6 },
  { family: "system calls", parts: ["VM version"], least: 37, deviation: 1.15 },
  { family: "system calls", parts: ["current cycles"], least: 459, deviation: 17.1 },
  { family: "system calls", parts: ["load cell data", "a0 = 0"], least: 2390, deviation: 32.1 },
  { family: "system calls", parts: ["load cell data", "a0 = 1"], least: 176, deviation: 12.7 },
  { family: "system calls", parts: ["debug", "a0 unchanged"], least: 224, deviation: 12.4 },
  { family: "stops", parts: ["exit 0"], least: 354, deviation: 6.97 },
  { family: "stops", parts: ["exit positive"], least: 138, deviation: 4.58 },
  { family: "stops", parts: ["exit negative"], least: 174, deviation: 7.14 },
  { family: "stops", parts: ["budget"], least: 2290, deviation: 105 },
  { family: "stops", parts: ["fault InvalidVersion"], least: 164, deviation: 2.47 },
];

/** Hits in 1,000 cases of all cells together: cuts of each kind, and inside accesses to pages of each kind. */
export const SUMS: readonly Measured[] = [
  { family: "cuts before", parts: ["on the border"], least: 11800, deviation: 256 },
  { family: "cuts before", parts: ["one cycle short"], least: 582, deviation: 17.9 },
  { family: "cuts before", parts: ["further inside"], least: 3740, deviation: 77.9 },
  { family: "cuts before", parts: ["source", "one cycle short"], least: 14.7, deviation: 2.23 },
  { family: "cuts before", parts: ["source", "further inside"], least: 8.8, deviation: 1.9 },
  { family: "cuts before", parts: ["dirty", "one cycle short"], least: 119, deviation: 11.2 },
  { family: "cuts before", parts: ["dirty", "further inside"], least: 94.3, deviation: 10.4 },
  { family: "cuts before", parts: ["frozen dirty", "one cycle short"], least: 23.3, deviation: 3.07 },
  { family: "cuts before", parts: ["frozen dirty", "further inside"], least: 17.1, deviation: 2.27 },
  { family: "cuts before", parts: ["frozen source", "one cycle short"], least: 4, deviation: 0.47 },
  { family: "cuts after", parts: ["on the border"], least: 5030, deviation: 91.4 },
  { family: "cuts after", parts: ["cycles left over"], least: 1430, deviation: 23.4 },
  { family: "cuts after", parts: ["limit passed"], least: 2000, deviation: 154 },
  { family: "cuts after", parts: ["source"], least: 16.1, deviation: 3.92 },
  { family: "cuts after", parts: ["frozen dirty"], least: 94.2, deviation: 14.4 },
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
