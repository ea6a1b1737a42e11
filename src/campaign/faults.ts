import { causeOf, type Origin } from "../laws/index.ts";
import { TargetError, type Target } from "../targets/index.ts";
import type { Finding } from "./check-case.ts";

/** Findings that fail for the same reason, as far as can be told from outside: of any law, of any case. */
export interface Fault {
  readonly origin: Origin;
  /** In the order in which they were found; at least one. */
  readonly findings: readonly Finding[];
}

interface Known extends Fault {
  readonly findings: Finding[];
}

/** Sorts findings by what is wrong, so that one fault is told once however many cases and laws show it. */
export class Faults {
  readonly #targets: readonly Target[];
  readonly #known: Known[];
  readonly #placed = new Set<Finding>();

  /** @param known what was found so far, with the same targets */
  constructor(targets: readonly Target[], known: readonly Fault[] = []) {
    this.#targets = targets;
    this.#known = known.map(({ origin, findings }) => ({ origin, findings: [...findings] }));
  }

  /** Every fault so far, in the order in which they were found. */
  get all(): readonly Fault[] {
    return this.#known;
  }

  /** Sorts the findings that it has not seen yet: some dozens of runs each. @returns how many faults are new */
  async add(findings: readonly Finding[]): Promise<number> {
    const before = this.#known.length;
    for (const finding of findings) {
      if (this.#placed.has(finding)) continue;
      this.#placed.add(finding);
      const origin = await this.#originOf(finding);
      const same = this.#known.find((fault) => this.#isSame(fault, origin, finding));
      if (same) same.findings.push(finding);
      else this.#known.push({ origin, findings: [finding] });
    }
    return this.#known.length - before;
  }

  #isSame(fault: Fault, origin: Origin, { divergence }: Finding): boolean {
    const suspects = this.#suspects(divergence.legs);
    const [first] = fault.findings;
    return (
      isSameOrigin(fault.origin, origin) &&
      this.#suspects(first.divergence.legs).some((name) => suspects.includes(name))
    );
  }

  /** The targets that may be wrong: the yardstick only where it ran alone. */
  #suspects(legs: readonly string[]): readonly string[] {
    const others = legs.filter((name) => name !== this.#targets[0].name);
    return others.length > 0 ? others : legs;
  }

  /** Where a target fails while it is looked at, what is known is that. */
  async #originOf({ law, checked, divergence }: Finding): Promise<Origin> {
    try {
      return (await causeOf(checked, this.#targets, divergence)).origin;
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      return { law, stops: "unknown", parts: [] };
    }
  }
}

/**
 * Where it is known at which place runs part, the law that noticed does not matter; otherwise it is all there is to go by.
 * Of what is wrong, one may show less than the other.
 */
function isSameOrigin(one: Origin, other: Origin): boolean {
  const there = one.place === other.place && one.stops === other.stops;
  if (!there || (one.place === undefined && one.law !== other.law)) return false;
  const [few, many] = one.parts.length < other.parts.length ? [one.parts, other.parts] : [other.parts, one.parts];
  return few.length > 0 === many.length > 0 && few.every((part) => many.includes(part));
}
