import { parseArgs } from "node:util";
import { SAMPLES_MAX } from "./rank-tests.ts";
import { ROWS } from "./rows.ts";
import type { Row } from "./row.ts";
import { ROUNDS_PAIRED, ROUNDS_UNPAIRED } from "./verdict.ts";

/** What the commands of bench/ take. */
export interface Arguments {
  readonly rows: readonly Row[];
  readonly rounds: number;
  readonly sampleMs: number;
  readonly json: string | undefined;
  readonly base: string | undefined;
  readonly against: string | undefined;
}

const SAMPLE_MS = 400;
/** Longer samples would not be there before their process is given up (sample.ts). */
const SAMPLE_MS_MAX = 60_000;

/** Reads the command line. @throws Error that says what is wrong with it */
export function readArguments(words: readonly string[], allowed: readonly ("base" | "against")[] = []): Arguments {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: "string", multiple: true },
      rounds: text,
      "sample-ms": text,
      json: text,
      ...Object.fromEntries(allowed.map((name) => [name, text])),
    },
  });
  const given: Readonly<Record<string, unknown>> = values;
  const textOf = (name: string): string | undefined => given[name] as string | undefined;
  if (textOf("base") !== undefined && textOf("against") !== undefined) {
    throw new Error("give --base or --against, not both");
  }
  return {
    rows: rowsNamed(given.only as readonly string[] | undefined),
    rounds: countIn(
      "--rounds",
      textOf("rounds"),
      textOf("base") === undefined ? ROUNDS_UNPAIRED : ROUNDS_PAIRED,
      SAMPLES_MAX,
    ),
    sampleMs: countIn("--sample-ms", textOf("sample-ms"), SAMPLE_MS, SAMPLE_MS_MAX),
    json: textOf("json"),
    base: textOf("base"),
    against: textOf("against"),
  };
}

/** Does something with the words of the command line; what is wrong with them is said in one line, and ends it with 2. */
export function orExplain<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}

/** The rows whose names begin with one of these, so that `--only interpreter` takes all three. */
function rowsNamed(only: readonly string[] | undefined): readonly Row[] {
  if (!only) return ROWS;
  const unknown = only.find((start) => !ROWS.some(({ name }) => name.startsWith(start)));
  if (unknown !== undefined) {
    throw new Error(`no row is called ${unknown}; there are: ${ROWS.map(({ name }) => name).join(", ")}`);
  }
  return ROWS.filter(({ name }) => only.some((start) => name.startsWith(start)));
}

function countIn(name: string, text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise;
  if (/^[1-9]\d*$/.test(text) && Number(text) <= most) return Number(text);
  throw new Error(`${name} takes a whole number from 1 to ${most}, not ${text}`);
}
