import type { Edit } from "./snapshot-edits.ts";

/** Draws before a pair is given up: most of them can be made together. */
const TRIES = 8;

/** Two changes that can be made together. */
export type EditPair = readonly [Edit, Edit];

/**
 * Pairs of changes of one snapshot, of which one makes it wrong at least, mostly: where two things are wrong, it shows which
 * of them is looked at first and what was done before (reference/ckb-vm/snapshot.md 6.1). Half of them change one entry
 * twice, and half of these make it wrong twice; of the others the kinds are drawn, and then which entry it is. Over some
 * hundred numbers all pairs of kinds come.
 * @param number decides which, and nothing else does
 * @param count how many, at most
 */
export function editPairs(edits: readonly Edit[], number: number, count: number): EditPair[] {
  const ofEntries = edits.filter(({ place }) => INDEXED.test(place));
  const entries = groups(ofEntries, entryOf);
  const wrongEntries = groups(
    ofEntries.filter(({ wrong }) => wrong),
    entryOf,
  );
  const kinds = groups(edits, ({ field }) => field);
  const wrongKinds = kinds.filter(([first]) => first.wrong);
  const pairs: EditPair[] = [];
  for (let k = 0; k < count; k++) {
    for (let tries = 0; tries < TRIES; tries++) {
      const draw = draws(number, k * TRIES + tries);
      const entry = draw(k % 4 === 0 ? wrongEntries : entries);
      const isOfOne = k % 2 === 0 && entry !== undefined;
      const [one, other] = isOfOne ? [draw(entry)!, draw(entry)!] : [draw(draw(wrongKinds)!)!, draw(draw(kinds)!)!];
      if (!areApart(one, other)) continue;
      pairs.push([one, other]);
      break;
    }
  }
  return pairs;
}

const INDEXED = /^\w+ \d+/;

/** The entry of a list that is changed. */
function entryOf({ place }: Pick<Edit, "place">): string {
  return INDEXED.exec(place)?.[0] ?? place;
}

/** True for two changes of the same entry of a list. */
export function isOfOneEntry([one, other]: readonly Edit[]): boolean {
  return INDEXED.test(one.place) && entryOf(one) === entryOf(other);
}

/** Two changes of one field are one change, and of an entry that is taken away nothing else shows. */
function areApart(one: Edit, other: Edit): boolean {
  if (one.place === other.place) return false;
  const isGone = ({ field }: Edit): boolean => GONE.test(field);
  return !(entryOf(one) === entryOf(other) && (isGone(one) || isGone(other)));
}

/** How a change is called that takes an entry away: by its list. */
const GONE = /^(dirty_pages|pages_from_source)$/;

function groups(edits: readonly Edit[], keyOf: (edit: Edit) => string): Edit[][] {
  const found = new Map<string, Edit[]>();
  for (const edit of edits) {
    const key = keyOf(edit);
    const group = found.get(key);
    if (group) group.push(edit);
    else found.set(key, [edit]);
  }
  return [...found.values()];
}

/** Draws from lists, each time by other bits. */
function draws(number: number, turn: number): <T>(list: readonly T[]) => T | undefined {
  let word = (number ^ Math.imul(turn + 1, 0x9e37_79b9)) >>> 0;
  return (list) => {
    word = Math.imul(word ^ (word >>> 16), 0x85eb_ca6b);
    word = (Math.imul(word ^ (word >>> 13), 0xc2b2_ae35) ^ 0x2545_f491) >>> 0;
    return list[(word >>> 7) % list.length];
  };
}
