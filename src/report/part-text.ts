import type { Tally } from "../campaign/index.ts";
import { group } from "./table.ts";

/** Reasons named of one target; the JSON document has all. */
const REASONS = 3;

/**
 * Where there are several targets: of which laws' checks each was left out, and why. What held without it was not held by
 * it. Laws in which it took part each time are not named.
 */
export function partLines({ laws }: Tally, targets: readonly string[]): string[] {
  if (targets.length < 2) return [];
  return [...new Set(targets)].flatMap((target) => {
    const unable: string[] = [];
    const idle: string[] = [];
    const reasons = new Map<string, number>();
    for (const [law, { held, broken, byTarget }] of laws) {
      const part = byTarget.get(target);
      if (!part) continue;
      const all = held + broken;
      const chosen = part.reasons.get("") ?? 0; // the case or its cut plan left it out
      const without = all - part.took - chosen;
      if (without > 0) unable.push(entry(law, without, all));
      if (chosen > 0) idle.push(entry(law, chosen, all));
      for (const [reason, times] of part.reasons) if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + times);
    }
    const most = [...reasons].sort(([, a], [, b]) => b - a);
    return [
      ...(unable.length > 0 ? [`not asked of ${target}: ${unable.join(", ")}`] : []),
      ...most
        .slice(0, REASONS)
        .map(([reason, times]) => `  ${times === 1 ? "once" : `${group(times)} times`}: ${reason}`),
      ...(most.length > REASONS ? [`  and ${most.length - REASONS} more reasons`] : []),
      ...(idle.length > 0 ? [`without ${target}, as the cases went: ${idle.join(", ")}`] : []),
    ];
  });
}

/** `fusion 13` where it was all of them, `relay 66 of 100` where not. */
function entry(law: string, times: number, all: number): string {
  return times === all ? `${law} ${group(times)}` : `${law} ${group(times)} of ${group(all)}`;
}
