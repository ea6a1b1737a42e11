/** What the real CKB-VM can be asked beside a row; see adapters/ckb-vm/src/measure.rs. */
export interface NativeQuestion {
  readonly ask: "run" | "boot" | "snapshot";
  /** The ELF file that is measured. */
  readonly program: () => Uint8Array;
}

/** A figure that is to be reached: fixed, or so many times what the real CKB-VM reaches in the same run. */
export type Goal = number | { readonly timesNative: number; readonly otherwise: number };

/** One figure that is measured. */
export interface Row {
  /** What `--only` and the results file know it by. Never changed, so that results stay comparable. */
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  /** True where less is better. */
  readonly less?: true;
  /** Missing where the row is there for orientation. */
  readonly goal?: Goal;
  readonly native?: NativeQuestion;
  /** How long the row runs in each process before it counts: until V8 has compiled what is hot. 400 if left out. */
  readonly warmUpMs?: number;
  /** Options of Node that its process needs. */
  readonly nodeOptions?: readonly string[];
  /** Makes ready what is measured. @throws NotHereError */
  readonly open: () => Opened | Promise<Opened>;
}

/** A row that can be measured. */
export interface Opened {
  /** Measures for about `timeMs` milliseconds; gives the figure in the row's unit. */
  readonly sample: (timeMs: number) => number | Promise<number>;
  /** What was found out on the way, for the table. */
  readonly about?: () => string;
  readonly close?: () => void | Promise<void>;
}

/** Something that a row needs is not on this machine; the message says what, and how to get it. */
export class NotHereError extends Error {}

/** Work that was done, and how long it took if not all the time of the call counts. */
export interface Work {
  /** In whatever the row counts: checks, instructions, snapshots. */
  readonly count: number;
  readonly ms?: number;
}

/**
 * Milliseconds for one of what `batch` counts, over all that was done in `timeMs` milliseconds. Collecting garbage counts where it
 * happens: in a batch that gives its own `ms`, only within those.
 */
export async function msPerUnit(timeMs: number, batch: () => Work | Promise<Work>): Promise<number> {
  let count = 0;
  let spent = 0;
  const end = performance.now() + timeMs;
  for (let now = performance.now(); now < end || count === 0; now = performance.now()) {
    const work = await batch();
    count += work.count;
    spent += work.ms ?? performance.now() - now;
  }
  return spent / count;
}
