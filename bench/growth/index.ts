import { CORPUS_SERIES } from "./corpora.ts";
import { CUT_SERIES } from "./cuts.ts";
import { PROGRAM_SERIES } from "./programs.ts";
import type { Series } from "./series.ts";
import { SNAPSHOT_SERIES } from "./snapshots.ts";

/** All costs whose growth is measured. */
export const SERIES: readonly Series[] = [...PROGRAM_SERIES, ...SNAPSHOT_SERIES, ...CUT_SERIES, ...CORPUS_SERIES];

/** The name of the series of memory over time, which is measured apart. */
export const CAMPAIGN = "campaign-memory";
