import type { Timeline } from "../../campaign/index.ts";
import { clip } from "../clip.ts";
import { escaped } from "../html.ts";
import { counted, group } from "../table.ts";

/** Cuts that are drawn and listed at the most: more of them would be one grey block. */
const CUTS_SHOWN = 200;
/** Characters that are told of an event. */
const LONG = 400;
/** Legs shorter than this part of the run have no name on them. */
const NAMED_PERCENT = 14;

/**
 * The run from its first cycle to its last, with the legs, the cuts and the place where the sides part.
 * @param legs names of the targets, leg by leg, of the side that is wrong
 */
export function timelineHtml(
  { end, cuts, differs, expectedStop, actualStop }: Timeline,
  legs: readonly string[],
): string[] {
  const at = (cycle: bigint): number => (end > 0n ? Math.min(100, Number((cycle * 100_000n) / end) / 1000) : 0);
  const shown = cuts.slice(0, CUTS_SHOWN);
  const borders = [0n, ...shown, end];
  const names = [...new Set(legs)];
  const place = differs === undefined ? undefined : at(differs);
  const pieces = borders.slice(1).map((to, k) => {
    const [left, right] = [at(borders[k]), at(to)];
    const name = legs[k] ?? legs.at(-1) ?? "";
    const kind = names.length > 1 ? Math.max(0, names.indexOf(name)) % 3 : k % 2;
    const text = right - left >= NAMED_PERCENT ? escaped(name) : "";
    return `<span class="leg leg${kind}${sideOf(place, left, right)}" style="left:${left}%;width:${right - left}%">${text}</span>`;
  });
  const ticks = shown.map((cut) => `<span class="cut" style="left:${at(cut)}%"></span>`);
  const mark = differs === undefined ? "" : `<span class="differs" style="left:${at(differs)}%"></span>`;
  const events = eventsOf(
    { end, cuts: shown, expectedStop, actualStop, ...(differs !== undefined && { differs }) },
    legs,
  );
  const hidden = cuts.length - shown.length;
  const summary = `${counted(cuts.length, "cut")} in ${group(Number(end))} cycles${differs === undefined ? "" : `; the sides part at cycle ${group(Number(differs))}`}`;
  return [
    `<figure class="time"><div class="track" role="img" aria-label="${escaped(`Time line: ${summary}`)}">${pieces.join("")}${ticks.join("")}${mark}</div>`,
    `<div class="ends" aria-hidden="true"><span>0</span><span>${group(Number(end))} cycles</span></div>`,
    `<figcaption>${escaped(summary)}.${cuts.length === 0 ? "" : ` <span class="sign cutsign" aria-hidden="true"></span> cut`}${differs === undefined ? "" : ` <span class="sign differssign" aria-hidden="true"></span> first difference`}</figcaption></figure>`,
    `<details${events.length <= 8 ? " open" : ""}><summary>What happened when</summary><ol class="events">`,
    ...events.map(
      ({ cycle, text, wrong }) =>
        `<li${wrong ? ` class="bad"` : ""}><code>${group(Number(cycle))}</code> <span>${escaped(text)}</span></li>`,
    ),
    `</ol>${hidden > 0 ? `<p>and ${counted(hidden, "cut")} more</p>` : ""}</details>`,
  ];
}

/** On which side of a leg its name stands, so that the mark does not stand on it. */
function sideOf(mark: number | undefined, left: number, right: number): string {
  if (mark === undefined || mark < left || mark > right) return "";
  return mark - left > right - mark ? " left" : " right-hand";
}

interface Event {
  readonly cycle: bigint;
  readonly text: string;
  readonly wrong?: boolean;
}

function eventsOf({ end, cuts, differs, expectedStop, actualStop }: Timeline, legs: readonly string[]): Event[] {
  const legOf = (k: number): string => legs[k] ?? legs.at(-1) ?? "the target";
  const stops =
    expectedStop === actualStop ? `both sides: ${actualStop}` : `expected ${expectedStop}, actual ${actualStop}`;
  const events: Event[] = [
    { cycle: 0n, text: `${legOf(0)} boots` },
    ...cuts.map((cycle, k) => {
      const to = legOf(k + 1);
      return {
        cycle,
        text: to === legOf(k) ? `cut ${k + 1}: on in a fresh ${to}` : `cut ${k + 1}: ${legOf(k)} hands over to ${to}`,
      };
    }),
    ...(differs === undefined ? [] : [{ cycle: differs, text: "the sides part", wrong: true }]),
    { cycle: end, text: clip(stops, LONG), wrong: expectedStop !== actualStop },
  ];
  return events
    .map((event, k) => ({ event, k }))
    .toSorted((a, b) => Number(a.event.cycle - b.event.cycle) || a.k - b.k)
    .map(({ event }) => event);
}
