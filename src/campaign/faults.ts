import { isGenerated, measure } from "../generate/index.ts";
import type { Case } from "../case/index.ts";
import { ISA_MOP } from "../isa/index.ts";
import {
  causeOf,
  locate,
  locateDivergence,
  originAt,
  runners,
  suspectsOf,
  type Divergence,
  type Origin,
} from "../laws/index.ts";
import { TargetError, type Target } from "../targets/index.ts";
import { alikeKey } from "./alike.ts";
import type { Finding } from "./check-case.ts";
import { QuickOrigins } from "./quick-origins.ts";

/** Findings that fail for the same reason, as far as can be told from outside: of any law, of any case. */
export interface Fault {
  readonly origin: Origin;
  /** In the order in which they were found; at least one. Where not all are kept, the first one and the smallest. */
  readonly findings: readonly Finding[];
  /** Findings in all, those that are not kept among them. */
  readonly count: number;
  /** Cases that showed it. */
  readonly cases: number;
  /** Names of the laws that it broke, in the order in which it did. */
  readonly laws: readonly string[];
  /** Instructions at which it was seen, by name, where one fault of a whole family is missing or too many (`alikeKey`). */
  readonly instructions?: readonly string[];
  /** What those instructions have in common. */
  readonly alike?: string;
}

interface Known extends Omit<Fault, "instructions"> {
  readonly findings: Finding[];
  readonly laws: string[];
  count: number;
  cases: number;
  lastCase: string;
  instructions?: string[] | undefined;
}

/** How often findings of one look were looked into, and what they were; undefined once they were not all the same. */
interface Seen {
  times: number;
  fault: Known | undefined;
}

/**
 * Sorts findings by what is wrong, so that one fault is told once however many cases and laws show it. The first findings of
 * each look (`QuickOrigins`) are looked into; once those were one fault again and again, others of that look are taken for it.
 */
export class Faults {
  readonly #targets: readonly Target[];
  readonly #known: Known[];
  readonly #keptMax: number;
  readonly #placed = new WeakSet<Finding>();
  readonly #seen = new Map<string, Seen>();
  readonly #quick: QuickOrigins;
  #lookedInto = 0;

  /**
   * @param known what was found so far, with the same targets
   * @param keptMax findings of each fault that are kept; others are counted
   */
  constructor(targets: readonly Target[], known: readonly Fault[] = [], keptMax = Infinity) {
    this.#targets = targets;
    this.#keptMax = keptMax;
    this.#quick = new QuickOrigins(targets);
    this.#known = known.map((fault) => ({
      ...fault,
      findings: [...fault.findings],
      laws: [...fault.laws],
      lastCase: fault.findings[fault.findings.length - 1].name,
      instructions: fault.instructions && [...fault.instructions],
    }));
  }

  /** Every fault so far, in the order in which they were found. */
  get all(): readonly Fault[] {
    return this.#known.map(({ instructions, ...fault }) => ({ ...fault, ...(instructions && { instructions }) }));
  }

  /** The findings that are kept, of all faults. */
  get kept(): readonly Finding[] {
    return this.#known.flatMap(({ findings }) => findings);
  }

  /** Findings that were looked into, and not taken for what others of their look were. */
  get lookedInto(): number {
    return this.#lookedInto;
  }

  /** Sorts the findings that it has not seen yet: some dozens of runs each, or some hundreds. @returns how many faults are new */
  async add(findings: readonly Finding[]): Promise<number> {
    const before = this.#known.length;
    for (const finding of findings) {
      if (this.#placed.has(finding)) continue;
      this.#placed.add(finding);
      const look = await this.#quick.look(finding, this.#suspects(finding.divergence.legs));
      const seen = this.#seen.get(look.key);
      if (seen?.fault && seen.times >= look.trustedAfter) {
        this.#count(seen.fault, finding);
        continue;
      }
      const fault = await this.#lookInto(finding);
      if (!seen) this.#seen.set(look.key, { times: 1, fault });
      else if (seen.fault === fault) seen.times++;
      else seen.fault = undefined;
    }
    return this.#known.length - before;
  }

  async #lookInto(finding: Finding): Promise<Known> {
    this.#lookedInto++;
    const { origin, alike } = await this.#originOf(finding);
    const same = this.#known.find((fault) => this.#isSame(fault, origin, alike, finding));
    if (same) {
      if (origin.place !== undefined && same.instructions?.includes(origin.place) === false)
        same.instructions.push(origin.place);
      this.#count(same, finding);
      return same;
    }
    const { law, name } = finding;
    const fault = { origin, findings: [finding], count: 1, cases: 1, laws: [law], lastCase: name };
    const family = alike !== undefined && origin.place !== undefined && { alike, instructions: [origin.place] };
    const known: Known = { ...fault, ...family };
    this.#known.push(known);
    return known;
  }

  #count(fault: Known, finding: Finding): void {
    fault.count++;
    // Findings of one case come one behind the other.
    if (fault.lastCase !== finding.name) fault.cases++;
    fault.lastCase = finding.name;
    if (!fault.laws.includes(finding.law)) fault.laws.push(finding.law);
    const { findings } = fault;
    if (findings.length < this.#keptMax) {
      findings.push(finding);
      return;
    }
    const sizes = findings.map(sizeOf);
    // The first one stays: it says which targets the fault is of.
    const largest = sizes.reduce((most, size, k) => (k > 0 && (most === 0 || size > sizes[most]) ? k : most), 0);
    if (largest > 0 && sizeOf(finding) < sizes[largest]) findings[largest] = finding;
  }

  #isSame(fault: Known, origin: Origin, alike: string | undefined, { divergence }: Finding): boolean {
    const suspects = this.#suspects(divergence.legs);
    const [first] = fault.findings;
    return (
      (isSameOrigin(fault.origin, origin) || (alike !== undefined && fault.alike === alike)) &&
      this.#suspects(first.divergence.legs).some((name) => suspects.includes(name))
    );
  }

  /** The targets that may be wrong: the yardstick only where it ran alone. */
  #suspects(legs: readonly string[]): readonly string[] {
    const others = legs.filter((name) => name !== this.#targets[0].name);
    return [...new Set(others.length > 0 ? others : legs)];
  }

  /** Where a target fails while it is looked at, what is known is that. */
  async #originOf({ law, checked, divergence }: Finding): Promise<{ origin: Origin; alike?: string | undefined }> {
    try {
      const cause = await causeOf(checked, this.#targets, divergence);
      const { origin } = cause;
      if (origin.fused) return { origin: await this.#withoutFusion(checked, divergence, origin) };
      return { origin, alike: origin.place === undefined ? undefined : alikeKey(origin.place, cause, divergence) };
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      return { origin: { law, stops: "unknown", parts: [] } };
    }
  }

  /** The origin without fusion, if one instruction of the sequence is wrong by itself: then the sequence is not to blame. */
  async #withoutFusion(checked: Case, divergence: Divergence, origin: Origin): Promise<Origin> {
    const { targets } = runners(checked.world, this.#targets);
    const alone = { ...checked, world: { ...checked.world, isa: checked.world.isa & ~ISA_MOP } };
    const sought = [
      async () => locateDivergence(alone, targets, divergence),
      // Costs are others without fusion, so that another leg may execute it.
      ...suspectsOf(divergence.legs, targets).map(
        (suspect) => async () => locate(alone, targets, "differential", suspect),
      ),
    ];
    for (const find of sought) {
      const location = await find();
      const place = location && originAt(origin.law, location);
      if (place?.place !== undefined && origin.fused?.includes(place.place)) return place;
    }
    return origin;
  }
}

/** Cases that were not generated come last: they cannot be made smaller as well. */
function sizeOf({ checked }: Finding): number {
  return isGenerated(checked) ? Number(measure(checked)) : Infinity;
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
