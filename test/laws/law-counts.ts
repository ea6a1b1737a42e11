// What a law says of generated cases on a target that is wrong on purpose.
import type { World } from "../../src/case/index.ts";
import { generateCase, type CaseOptions } from "../../src/generate/index.ts";
import { instructionsNamed, type Meaning } from "../../src/isa/index.ts";
import type { Divergence, Law } from "../../src/laws/index.ts";
import { ReferenceTarget, type Finish, type Leg, type Target } from "../../src/targets/index.ts";

/** Verdicts by their kind. */
export interface Counts {
  held: number;
  broken: number;
  unsupported: number;
  /** Of every broken one. */
  readonly divergences: Divergence[];
  /** Cases that really had something that the law speaks of, by its name. */
  readonly exercised: Map<string, number>;
  readonly reasons: Set<string>;
}

const SEED = 41;
const CASES = 40;

/** Checks a law on generated cases; the same ones each time. */
export async function countVerdicts(
  law: Law,
  targets: readonly Target[],
  { cases = CASES, ...options }: CaseOptions & { readonly cases?: number } = {},
): Promise<Counts> {
  const counts: Counts = {
    held: 0,
    broken: 0,
    unsupported: 0,
    divergences: [],
    exercised: new Map(),
    reasons: new Set(),
  };
  const reference = new ReferenceTarget();
  for (let [k, done] = [0, 0]; done < cases; k++) {
    const generated = generateCase(SEED, k, { size: 150, ...options });
    const { state } = reference.run(generated.world, { start: "boot", maxCycles: generated.budget, snapshot: false });
    if (state.cycles === 0n) continue; // a few cannot be loaded, or have no budget
    done++;
    const verdict = await law.check(generated, targets);
    counts[verdict.kind]++;
    if (verdict.kind === "broken") counts.divergences.push(verdict.divergence);
    if (verdict.kind === "unsupported") counts.reasons.add(verdict.reason);
    else
      for (const what of verdict.evidence.exercised?.keys() ?? []) {
        counts.exercised.set(what, (counts.exercised.get(what) ?? 0) + 1);
      }
  }
  return counts;
}

/** The reference with every finish changed. */
export function changed(change: (finish: Finish, world: World, leg: Leg) => Finish): Target {
  const reference = new ReferenceTarget();
  return {
    name: "wrong",
    capabilities: reference.capabilities,
    run: (world, leg) => change(reference.run(world, leg), world, leg),
  };
}

/** The reference with another meaning of one instruction. */
export function meaning(name: string, wrong: (right: Meaning) => Meaning): Target {
  const [instruction] = instructionsNamed(name);
  return new ReferenceTarget({ meanings: new Map([[instruction, wrong(instruction.meaning)]]) });
}

/** A target whose legs all end where they start, by an exit. */
export function endsAtOnce(): Target {
  const reference = new ReferenceTarget();
  return {
    name: "at once",
    capabilities: reference.capabilities,
    run(world, leg) {
      const maxCycles = leg.start === "boot" ? 0n : leg.start.cycles;
      const finish = reference.run(world, { ...leg, maxCycles });
      return { ...finish, stop: { kind: "exit", code: 0 }, state: { ...finish.state, maxCycles: leg.maxCycles } };
    },
  };
}

/** The law called `name`. */
export function lawNamed(laws: readonly Law[], name: string): Law {
  const law = laws.find((each) => each.name === name);
  if (!law) throw new Error(`there is no law ${name}`);
  return law;
}
