import type { CaseFile } from "../case/index.ts";
import type { Law } from "../laws/index.ts";
import type { Target } from "../targets/index.ts";
import { checkCanary, type CanaryResult } from "./canary-check.ts";
import { checkCase, type Failure, type Finding, type NamedCase, type Outcome } from "./check-case.ts";
import { checkDirected, type DirectedResult } from "./directed-check.ts";
import { missed, randomFloors, type Floor } from "./floors.ts";
import { checkRandom } from "./random-check.ts";
import { Tally } from "./tally.ts";

/** What a gate is to check. */
export interface GatePlan {
  readonly targets: readonly Target[];
  readonly laws: readonly Law[];
  readonly seed: bigint;
  /** Random cases at the most. */
  readonly cases: number;
  /** Random checking ends after this long; Infinity for no limit. */
  readonly timeMs: number;
  /** The k-th random case. */
  caseAt(k: number): NamedCase;
  /** Cases of earlier failures, checked first. */
  readonly regressions: readonly CaseFile[];
  /** Directed programs. */
  readonly conformance: readonly CaseFile[];
  progress?(stage: string, done: number, of: number): void;
  interrupted?(): boolean;
}

/** What a gate came to. */
export interface GateResult {
  /** Broken if a law was broken or a directed program failed; inconclusive if nothing can be said. */
  readonly verdict: "held" | "broken" | "inconclusive";
  readonly seconds: number;
  readonly seed: bigint;
  readonly targets: readonly string[];
  readonly canary: readonly CanaryResult[];
  readonly regressions: number;
  readonly conformance: readonly DirectedResult[];
  readonly tally: Tally;
  readonly floors: readonly Floor[];
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
  readonly interrupted: boolean;
}

/** Findings after which a gate stops: more of them say little more. */
const FINDINGS_MAX = 5;

/** Canary, regressions, directed programs, then random relays; counts everything and judges the counts. */
export async function runGate(plan: GatePlan): Promise<GateResult> {
  const started = performance.now();
  const tally = new Tally();
  const outcome: Outcome = { findings: [], failures: [] };
  plan.progress?.("canary", 0, 1);
  const canary = await checkCanary(plan.laws, (k) => plan.caseAt(k));
  for (const [k, file] of plan.regressions.entries()) {
    plan.progress?.("regressions", k, plan.regressions.length);
    await checkCase({ name: file.name, checked: file.checked }, plan.laws, plan.targets, new Tally(), outcome);
  }
  const conformance = await checkAllDirected(plan);
  await checkRandom((k) => plan.caseAt(k), plan.laws, plan.targets, tally, outcome, {
    cases: plan.cases,
    timeMs: plan.timeMs,
    findingsMax: FINDINGS_MAX,
    progress: (done) => plan.progress?.("relays", done, plan.cases),
    ...(plan.interrupted && { interrupted: () => plan.interrupted?.() ?? false }),
  });
  const interrupted = plan.interrupted?.() ?? false;
  const floors = gateFloors(plan, tally, canary, conformance);
  return {
    verdict: verdictOf(outcome, conformance, floors, interrupted),
    seconds: (performance.now() - started) / 1000,
    seed: plan.seed,
    targets: plan.targets.map((target) => target.name),
    canary,
    regressions: plan.regressions.length,
    conformance,
    tally,
    floors,
    ...outcome,
    interrupted,
  };
}

async function checkAllDirected(plan: GatePlan): Promise<DirectedResult[]> {
  const results: DirectedResult[] = [];
  for (const [k, file] of plan.conformance.entries()) {
    plan.progress?.("conformance", k, plan.conformance.length);
    for (const target of new Set(plan.targets))
      results.push(await checkDirected(file, target, Number(plan.seed & 0xffffn) + k));
  }
  return results;
}

function gateFloors(plan: GatePlan, tally: Tally, canary: CanaryResult[], conformance: DirectedResult[]): Floor[] {
  const caught = canary.filter((result) => result.caught).length;
  const targets = new Set(plan.targets).size;
  const floors: Floor[] = [{ what: "laws that catch the canary", atLeast: canary.length, reached: caught }];
  if (plan.conformance.length > 0) {
    const ran = conformance.filter(({ verdict }) => verdict === "passed" || verdict === "failed").length;
    floors.push({ what: "directed programs run", atLeast: plan.conformance.length * targets, reached: ran });
    const cut = conformance.filter(({ cuts }) => cuts > 0).length;
    floors.push({ what: "directed programs really cut", atLeast: Math.ceil(ran * 0.5), reached: cut });
  }
  const wanted = plan.timeMs === Infinity ? Math.max(plan.cases, 1) : 1;
  return [...floors, ...randomFloors(tally, wanted, plan.laws)];
}

function verdictOf(
  { findings, failures }: Outcome,
  conformance: readonly DirectedResult[],
  floors: readonly Floor[],
  interrupted: boolean,
): GateResult["verdict"] {
  if (findings.length > 0 || conformance.some(({ verdict }) => verdict === "failed")) return "broken";
  const unclear = failures.length > 0 || interrupted || missed(floors).length > 0;
  return unclear || conformance.some(({ verdict }) => verdict === "error") ? "inconclusive" : "held";
}
