import { BOOT_ROWS } from "./boot.ts";
import { COVERAGE_ROWS } from "./coverage.ts";
import { EXHAUSTIVE_ROWS } from "./exhaustive.ts";
import { GENERATION_ROWS } from "./generation.ts";
import { INTERPRETER_ROWS } from "./interpreter.ts";
import { LIVE_MACHINE_ROWS } from "./live-machines.ts";
import { RELAY_ROWS } from "./relays.ts";
import type { Row } from "./row.ts";
import { SNAPSHOT_ROWS } from "./snapshots.ts";
import { START_ROWS } from "./start.ts";
import { WIRE_ROWS } from "./wire.ts";

/** All that is measured, in the order of the table. */
export const ROWS: readonly Row[] = [
  ...RELAY_ROWS,
  ...COVERAGE_ROWS,
  ...EXHAUSTIVE_ROWS,
  ...INTERPRETER_ROWS,
  ...BOOT_ROWS,
  ...SNAPSHOT_ROWS,
  ...LIVE_MACHINE_ROWS,
  ...GENERATION_ROWS,
  ...WIRE_ROWS,
  ...START_ROWS,
];
