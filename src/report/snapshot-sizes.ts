import type { LawCount, Tally } from "../campaign/index.ts";
import { counted, group } from "./table.ts";

/** How large the snapshots were that a law looked at, in bytes of bincode. */
export interface SnapshotSizes {
  readonly snapshots: number;
  readonly medianBytes: number;
  readonly largestBytes: number;
}

/** @param snapshotBytes how many there are of each size @returns undefined if there are none */
export function snapshotSizes(snapshotBytes: LawCount["snapshotBytes"]): SnapshotSizes | undefined {
  const sizes = [...snapshotBytes].sort(([a], [b]) => a - b);
  const snapshots = sizes.reduce((sum, [, times]) => sum + times, 0);
  let below = 0;
  const median = sizes.find(([, times]) => (below += times) * 2 >= snapshots);
  const largest = sizes.at(-1);
  return median && largest && { snapshots, medianBytes: median[0], largestBytes: largest[0] };
}

/** One line for each law that looked at sizes. */
export function sizeLines({ laws }: Pick<Tally, "laws">): string[] {
  return [...laws].flatMap(([law, count]) => {
    const sizes = snapshotSizes(count.snapshotBytes);
    if (!sizes) return [];
    const { snapshots, medianBytes, largestBytes } = sizes;
    const what = counted(snapshots, "snapshot");
    return [
      `${what} in checks of law ${law}: median ${group(medianBytes)} bytes, largest ${group(largestBytes)} bytes`,
    ];
  });
}
