import type { CanaryResult, Floor, Tally } from "../campaign/index.ts";
import { group, table } from "./table.ts";

/** The table of the laws: what was asked of each, what came of it, and what it took. */
export function lawTable({ laws }: Tally): string[] {
  const rows = [...laws].map(([law, { asked, held, broken, unsupported, withCuts, seconds }]) => [
    law,
    asked,
    held,
    broken,
    unsupported,
    withCuts,
    seconds.toFixed(1),
  ]);
  return table(["law", "asked", "held", "broken", "unsupported", "really cut", "seconds"], rows);
}

/** What is named of one law; the JSON document has all. */
const NAMED = 4;

/** How many checks of each law met what it is about, with the floor of each: of every law those that came closest to it. */
export function metLines(floors: readonly Floor[]): string[] {
  const byLaw = Map.groupBy(
    floors.filter(({ law }) => law !== undefined),
    ({ law }) => law ?? "",
  );
  const rows = [...byLaw].map(([law, all]) => {
    const closest = all.toSorted((a, b) => a.reached / a.atLeast - b.reached / b.atLeast);
    const parts = closest.slice(0, NAMED).map(({ what, reached, atLeast }) => {
      const name = what.replace(` in checks of law ${law}`, "");
      return `${name} ${group(reached)} (${group(atLeast)})`;
    });
    const more = closest.length > NAMED ? `; ${closest.length - NAMED} more` : "";
    return `  ${law}: ${parts.join("; ")}${more}`;
  });
  return rows.length === 0 ? [] : ["checks that really met what their law is about (at least so many wanted)", ...rows];
}

/** Which laws caught their canaries: in one line, and in one for each that did not. */
export function canaryLines(canary: readonly CanaryResult[]): string[] {
  const caught = canary.filter((each) => each.caught);
  const most = Math.max(...caught.map(({ cases }) => cases));
  const by = caught.length === 1 ? `law ${caught[0].law}` : `${caught.length} laws, each`;
  const line = `canary       caught by ${by} within ${group(most)} ${most === 1 ? "case" : "cases"}`;
  return [
    ...(caught.length > 0 ? [line] : []),
    ...canary
      .filter((each) => !each.caught)
      .map(({ law, cases, missed, blind }) => {
        const where = blind ? `, damage in ${blind.join(", ")} goes unnoticed` : "";
        const which = missed ? `: ${missed.join(", ")}` : "";
        return `canary       NOT CAUGHT by law ${law} in ${cases} cases${which}${where}`;
      }),
  ];
}
