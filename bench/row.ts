import { Bench } from "tinybench";

/** One measured figure beside what DESIGN.md section 5 asks for. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly measured: number;
  /** What the first working version must reach, and where the project goes. */
  readonly first: number;
  readonly goal: number;
  /** True where less is better. */
  readonly less?: true;
  /** The median distance of a sample from the median, as a share of it. */
  readonly noise: number;
}

/** Milliseconds a run of `task` takes: the median, and the noise around it. */
export async function measure(
  task: () => void | Promise<void>,
  options: { timeMs?: number; iterations?: number } = {},
): Promise<{ ms: number; noise: number }> {
  const bench = new Bench({
    time: options.timeMs ?? 1000,
    iterations: options.iterations ?? 10,
    warmupTime: 250,
    throws: true,
  });
  bench.add("task", task);
  await bench.run();
  const result = bench.tasks[0].result;
  if (!("latency" in result)) throw new Error(`the benchmark did not complete: ${result.state}`);
  const { p50, mad } = result.latency;
  return { ms: p50, noise: p50 > 0 ? mad / p50 : 0 };
}
