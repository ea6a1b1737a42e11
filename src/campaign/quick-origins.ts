import type { Case } from "../case/index.ts";
import {
  isFollowed,
  locate,
  locateDivergence,
  originAt,
  originAtEnd,
  runners,
  suspectsOf,
  type Origin,
} from "../laws/index.ts";
import { TargetError, type Target } from "../targets/index.ts";
import type { Finding } from "./check-case.ts";

/** What a finding looks like at first sight: findings that look alike mostly have one cause. */
export interface Look {
  readonly key: string;
  /** Findings of this look must have been the same fault so often, each looked into, before it is taken for it unseen. */
  readonly trustedAfter: number;
}

/** Where an instruction is wrong, that is the cause. */
const AT_INSTRUCTION = 1;
/** What is wrong right after a resume may have been handed over wrong. */
const ELSEWHERE = 5;
/** Of what cannot be followed there is only what differs at the end to go by, which faults may have in common. */
const AT_END = 20;

/**
 * Looks at findings by one bisection each, a part of what `causeOf` takes, and at those of one case with several laws only
 * once.
 */
export class QuickOrigins {
  readonly #targets: readonly Target[];
  #places = new WeakMap<Case, Map<string, Promise<Origin | undefined>>>();

  constructor(targets: readonly Target[]) {
    this.#targets = targets;
  }

  /** @param suspects names of the targets that may be wrong */
  async look(finding: Finding, suspects: readonly string[]): Promise<Look> {
    const { divergence, law } = finding;
    const origin = divergence.loading ? undefined : await this.#place(finding);
    const of = suspects.toSorted().join(" ");
    if (origin?.place !== undefined) {
      const isInstruction = origin.parts.length === 0;
      const key = `${origin.place}|${origin.parts.join(" ")}|${of}`;
      return { key, trustedAfter: isInstruction ? AT_INSTRUCTION : ELSEWHERE };
    }
    const { stops, parts } = originAtEnd(divergence);
    return { key: `law ${law}|${stops ?? ""}|${parts.join(" ")}|${of}`, trustedAfter: AT_END };
  }

  async #place({ checked, divergence }: Finding): Promise<Origin | undefined> {
    const { targets } = runners(checked.world, this.#targets);
    if (targets.length === 0) return undefined;
    const { law, legs, vote } = divergence;
    if (law === "relay") {
      return this.#once(checked, law, async () => toOrigin(law, await locateDivergence(checked, targets, divergence)));
    }
    const right = vote?.odd && vote.groups[0][0];
    for (const suspect of isFollowed(law) ? [legs[0]] : suspectsOf(legs, targets)) {
      const origin = await this.#once(checked, `${suspect} ${right ?? ""}`, async () =>
        toOrigin(law, await locate(checked, targets, "differential", suspect, right)),
      );
      if (origin) return origin;
    }
    return undefined;
  }

  async #once(checked: Case, key: string, find: () => Promise<Origin | undefined>): Promise<Origin | undefined> {
    const known = this.#places.get(checked) ?? new Map<string, Promise<Origin | undefined>>();
    this.#places.set(checked, known);
    const found = known.get(key) ?? orNone(find());
    known.set(key, found);
    return found;
  }
}

function toOrigin(law: string, location: Awaited<ReturnType<typeof locate>>): Origin | undefined {
  return location && originAt(law, location);
}

/** Nothing where a target fails while it is looked at. */
async function orNone(found: Promise<Origin | undefined>): Promise<Origin | undefined> {
  try {
    return await found;
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return undefined;
  }
}
