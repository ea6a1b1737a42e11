import type { Finish, Target } from "../targets/target.ts";

/** What three or more targets that run the same world say together, where they do not agree. */
export interface Vote {
  /** Names of the targets that finish in the same place, the largest group first; those of equal size in their order. */
  readonly groups: readonly (readonly string[])[];
  /** The targets outside the group that more than half of all are in; missing where there is no such group: a tie. */
  readonly odd?: readonly string[];
}

/** A target, and where it finished. */
export interface Ballot {
  readonly target: Target;
  readonly finish: Finish;
}

/** True if two targets finish in the same place, under the policy of either. */
export type Agree = (one: Ballot, other: Ballot) => Promise<boolean>;

/** A vote with the ballots of each group. */
export interface Counted {
  readonly vote: Vote;
  readonly groups: readonly (readonly Ballot[])[];
}

/**
 * Puts targets together that agree with the first one of a group. Policies make agreeing no equivalence: the first is then the
 * one that speaks for its group.
 */
export async function countVotes(ballots: readonly Ballot[], agree: Agree): Promise<Counted> {
  const groups: Ballot[][] = [];
  for (const ballot of ballots) {
    let found: Ballot[] | undefined;
    for (const group of groups) {
      if (await agree(group[0], ballot)) {
        found = group;
        break;
      }
    }
    if (found) found.push(ballot);
    else groups.push([ballot]);
  }
  const sorted = groups.toSorted((a, b) => b.length - a.length);
  const names = sorted.map((group) => group.map(({ target }) => target.name));
  const isMost = sorted[0].length * 2 > ballots.length;
  return { groups: sorted, vote: { groups: names, ...(isMost && { odd: names.slice(1).flat() }) } };
}
