import { median, noiseOf } from "./statistics.ts";

/** Something that rows are measured on: a checkout, or an engine of the real CKB-VM. */
export interface Side<R> {
  readonly name: string;
  /** Measures once; undefined if the row has nothing to do with this side. */
  readonly sample: (row: R) => Promise<Measured> | undefined;
}

/** A figure with what was found out beside it, or why there is none. */
export type Measured = { readonly value: number; readonly about?: string } | { readonly missing: string };

/** All samples that one side gave of one row, in the order of the rounds. */
export interface Figure {
  readonly median: number;
  /** Median deviation of the samples, as a share of the median; missing where a single one says nothing about it. */
  readonly noise?: number;
  readonly samples: readonly number[];
  readonly about: string;
}

/** What came of one row: by the name of the side, a figure or why there is none. */
export type RowFigures = ReadonlyMap<string, Figure | { readonly missing: string }>;

/**
 * Measures rows in rounds: each round measures every row on every side once, the sides in turn and in every other round the
 * other way round. So what the machine does meanwhile falls on all rows and all sides alike. A side that fails on a row, or
 * lacks what it needs, is not asked for that row again.
 * @param progress told before each row what is measured
 */
export async function measureInRounds<R extends { readonly name: string }>(
  rows: readonly R[],
  sides: readonly Side<R>[],
  rounds: number,
  progress: (text: string) => void = () => {},
): Promise<ReadonlyMap<string, RowFigures>> {
  const found = new Map(rows.map(({ name }) => [name, new Map<string, Samples>()]));
  for (let round = 0; round < rounds; round++) {
    const inOrder = round % 2 === 0 ? sides : sides.toReversed();
    for (const row of rows) {
      progress(`round ${round + 1} of ${rounds}: ${row.name}`);
      for (const side of inOrder) await addSample(row, side, found.get(row.name));
    }
  }
  return new Map([...found].map(([name, bySide]) => [name, new Map(sides.flatMap((side) => finished(side, bySide)))]));
}

interface Samples {
  readonly values: number[];
  about: string;
  missing?: string;
}

async function addSample<R>(row: R, side: Side<R>, bySide: Map<string, Samples> | undefined): Promise<void> {
  const samples = bySide?.get(side.name) ?? { values: [], about: "" };
  if (samples.missing !== undefined) return;
  const asked = side.sample(row);
  if (asked === undefined) return;
  bySide?.set(side.name, samples);
  try {
    const measured = await asked;
    if ("missing" in measured) samples.missing = measured.missing;
    else samples.values.push(measured.value);
    if ("about" in measured) samples.about = measured.about ?? "";
  } catch (error) {
    samples.missing = `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function finished(
  { name }: { readonly name: string },
  bySide: ReadonlyMap<string, Samples>,
): [string, Figure | { missing: string }][] {
  const samples = bySide.get(name);
  if (!samples) return [];
  const { values, about, missing } = samples;
  if (missing !== undefined) return [[name, { missing }]];
  const noise = values.length > 1 ? { noise: noiseOf(values) } : {};
  return [[name, { median: median(values), ...noise, samples: values, about }]];
}
