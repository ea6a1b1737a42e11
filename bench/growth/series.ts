/** One cost that is measured against one size. */
export interface Series {
  /** What `--only` and the JSON file know it by. */
  readonly name: string;
  readonly what: string;
  /** What is counted along x, and the unit of y. */
  readonly x: string;
  readonly y: string;
  readonly sizes: readonly number[];
  /** Makes the work of one size; `time` is then asked for the figure, which `msOf` helps to find. */
  readonly prepare: (size: number) => Prepared | Promise<Prepared>;
  /** What limits the size, where that is known. */
  readonly limit?: string;
}

/** The work of one size. */
export interface Prepared {
  /** Does it once; its time counts unless it says what counts, in milliseconds. */
  readonly once: () => number | void | Promise<number | void>;
  /** What it really came to along x, where that is not just what was asked for. */
  readonly size?: number;
  readonly close?: () => void;
}

const REPEAT_MS = 250;
const REPEATS_MIN = 3;
/** Small work is done so many times before it counts: until V8 has compiled it. */
const WARM_UP_MS = 150;

/** Milliseconds of one go: the least disturbed of several, that is their median; of work that takes a second, one. */
export async function msOf({ once }: Prepared): Promise<number> {
  const go = async (): Promise<number> => {
    const started = performance.now();
    const told = await once();
    return told ?? performance.now() - started;
  };
  const first = await go();
  if (first > 1000) return first;
  for (const end = performance.now() + WARM_UP_MS; performance.now() < end;) await go();
  const times: number[] = [];
  for (const end = performance.now() + REPEAT_MS; performance.now() < end || times.length < REPEATS_MIN;) {
    times.push(await go());
  }
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}
