import type { RunEvent } from "../../case/index.ts";
import type { Random } from "../random.ts";
import { below } from "./cycles.ts";
import { DENSE } from "./known-run.ts";

/** How much likelier than others these kinds are: what snapshots refer to has the most states to be cut in. */
const WEIGHTS: Readonly<Partial<Record<RunEvent["kind"], number>>> = {
  "access to a source page": 3,
  "access to a frozen page": 3,
};

/** The events of one kind, most kinds that there are as likely: taken branches are many, and faults one. */
export function eventsOfKind(random: Random, events: readonly RunEvent[]): readonly RunEvent[] {
  const kinds = new Set<RunEvent["kind"]>();
  for (const { kind } of events) kinds.add(kind);
  const chosen = random.pick([...kinds].flatMap((kind) => new Array<typeof kind>(WEIGHTS[kind] ?? 1).fill(kind)));
  return events.filter(({ kind }) => kind === chosen);
}

/** Cuts right before, inside, right behind, and one cycle off, of one to three events. */
export function cutsAroundEvents(random: Random, events: readonly RunEvent[]): bigint[] {
  const count = random.pick([1, 1, 2, 3]);
  return Array.from({ length: count }, () => cutsAt(random, pickEvent(random, events))).flat();
}

/** An event of one kind; each variant that there is as likely, as most accesses and branches are by few instructions. */
export function pickEvent(random: Random, events: readonly RunEvent[]): RunEvent {
  const ofKind = eventsOfKind(random, events);
  const variants = new Set<number | undefined>();
  for (const { variant } of ofKind) variants.add(variant);
  if (variants.size < 2) return random.pick(ofKind);
  const chosen = random.pick([...variants]);
  return random.pick(ofKind.filter(({ variant }) => variant === chosen));
}

function cutsAt(random: Random, { before, after }: RunEvent): bigint[] {
  switch (random.below(7)) {
    case 0:
      return [before];
    case 1:
      return [after];
    case 2:
      return [before, after];
    case 3:
      return [random.pick([before - 1n, before + 1n, after - 1n, after + 1n])];
    case 4:
      return [before - 1n, after + 1n];
    case 5:
      return [before, inside(random, before, after), after];
    default:
      return [inside(random, before, after)];
  }
}

/** Within the cycles of an event: it cannot be begun, or it is a system call that charges beyond the cut. */
function inside(random: Random, before: bigint, after: bigint): bigint {
  return after - before < 2n ? before : before + 1n + below(random, after - before - 1n);
}

/** Cuts at events that follow each other, at most. */
const IN_A_ROW = 16;

/** Cuts at all events of a kind: before each, behind each, or both; where they are many, at some that follow each other. */
export function cutsAtEveryOfKind(random: Random, events: readonly RunEvent[]): bigint[] {
  const all = eventsOfKind(random, events);
  const where = random.below(3);
  const most = where === 2 ? IN_A_ROW / 2 : IN_A_ROW;
  const start = random.below(Math.max(1, all.length - most + 1));
  return all
    .slice(start, start + most)
    .flatMap(({ before, after }) => (where === 0 ? [before] : where === 1 ? [after] : [before, after]));
}

/** Cuts between a load reserved and the store conditional that follows it; none if there are no such two. */
export function cutsInReservation(random: Random, events: readonly RunEvent[]): bigint[] {
  const gaps: [first: bigint, last: bigint][] = [];
  let reserved: bigint | undefined;
  for (const { kind, before, after } of events) {
    if (kind === "lr") reserved = after;
    if (kind !== "sc") continue;
    if (reserved !== undefined) gaps.push([reserved, before]);
    reserved = undefined;
  }
  if (gaps.length === 0) return [];
  const [first, last] = random.pick(gaps);
  const between = first + below(random, last - first + 1n);
  return random.pick([[first], [last], [between], [first, last], [first, between, last]]);
}

/** Cuts at every cycle of some that follow each other, from an event or right before it on. */
export function cutsAtEveryCycle(random: Random, events: readonly RunEvent[]): bigint[] {
  const first = pickEvent(random, events).before - BigInt(random.below(3));
  return Array.from({ length: DENSE }, (_, k) => first + BigInt(k));
}
