import type { CaseFile } from "../case/index.ts";
import { LAWS, type Law } from "../laws/index.ts";
import { unsupportedReason, type Coverage, type Target } from "../targets/index.ts";
import { isAsked } from "./asked.ts";
import { checkCanary, type CanaryResult } from "./canary-check.ts";
import { checkCase, FAILURES_MAX, type Failure, type Finding, type NamedCase, type Outcome } from "./check-case.ts";
import { coverageFloors } from "./coverage-floors.ts";
import { CoverageGrowth, type GrowthPoint } from "./coverage-growth.ts";
import { coverageReport, type FamilyCoverage } from "./coverage-report.ts";
import { checkDirected, type DirectedResult } from "./directed-check.ts";
import { exercisedFloors } from "./exercised-floors.ts";
import { directedFindings } from "./directed-findings.ts";
import { Faults, type Fault } from "./faults.ts";
import { missed, randomFloors, type Floor } from "./floors.ts";
import { policyFloors, targetFloors } from "./target-floors.ts";
import { checkRandom } from "./random-check.ts";
import { Tally } from "./tally.ts";

/** What a gate is to check. */
export interface GatePlan {
  readonly targets: readonly Target[];
  readonly laws: readonly Law[];
  /** Ask every law of every random case, also those that are asked of one in so many (`Law.every`). */
  readonly everyCase?: boolean;
  readonly seed: bigint;
  /** Random cases at the most. */
  readonly cases: number;
  /** Random checking ends after this long; Infinity for no limit. */
  readonly timeMs: number;
  /** The k-th random case. */
  caseAt(k: number): NamedCase;
  /** Go on whatever is found, and keep only the smallest findings of each fault. */
  readonly keepGoing?: boolean;
  /** Cases of earlier failures, checked first. */
  readonly regressions: readonly CaseFile[];
  /** Directed programs. */
  readonly conformance: readonly CaseFile[];
  /** What the targets were given, if they were: cleared before the random cases, so that it says what those met. */
  readonly coverage?: Coverage;
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
  /** What the random cases met, family by family; empty where nobody recorded it. */
  readonly coverage: readonly FamilyCoverage[];
  /** How the number of cells that were hit grew, case by case; empty where nobody recorded it. */
  readonly growth: readonly GrowthPoint[];
  readonly floors: readonly Floor[];
  /** All of them; where checking went on whatever was found, of each fault the first one and the smallest. */
  readonly findings: readonly Finding[];
  /** The same findings, sorted by what is wrong. */
  readonly faults: readonly Fault[];
  /** The number of random cases that were wanted, if there were findings enough before it was reached. */
  readonly endedEarlyOf?: number;
  readonly failures: readonly Failure[];
  readonly interrupted: boolean;
}

/** Faults after which random checking ends, and findings of any: more of them say little more. */
const FAULTS_MAX = 5;
const FINDINGS_MAX = 30;
/** Findings of each fault that are kept where checking goes on. */
const KEPT_MAX = 8;

/**
 * Canary, regressions, directed programs, then random relays; counts everything and judges the counts. Laws that need
 * more targets than there are are left out.
 */
export async function runGate(whole: GatePlan): Promise<GateResult> {
  const laws = whole.laws.filter(({ targetsMin = 1 }) => targetsMin <= whole.targets.length);
  const plan = { ...whole, laws };
  const started = performance.now();
  const tally = new Tally();
  const outcome: Outcome = { findings: [], failures: [] };
  plan.progress?.("canary", 0, 1);
  const canary = await checkCanary(plan.laws, (k) => plan.caseAt(k));
  for (const [k, file] of plan.regressions.entries()) {
    plan.progress?.("regressions", k, plan.regressions.length);
    const { name, checked } = file;
    await checkCase({ name, checked, file: name }, laws, plan.targets, new Tally(), outcome);
  }
  const conformance = await checkAllDirected(plan, outcome);
  const faults = new Faults(plan.targets, [], plan.keepGoing ? KEPT_MAX : Infinity);
  await faults.add(outcome.findings);
  // What earlier runs have found does not keep this one from finding more.
  const before = { faults: faults.all.length, findings: outcome.findings.length };
  const isEnough = (): boolean =>
    !plan.keepGoing &&
    (faults.all.length - before.faults >= FAULTS_MAX || outcome.findings.length - before.findings >= FINDINGS_MAX);
  plan.coverage?.clear();
  const growth = plan.coverage && new CoverageGrowth(plan.coverage);
  const lawsAt = (k: number): readonly Law[] => (plan.everyCase ? laws : laws.filter((law) => isAsked(law, k)));
  await checkRandom((k) => plan.caseAt(k), lawsAt, plan.targets, tally, outcome, {
    cases: plan.cases,
    timeMs: plan.timeMs,
    isEnough: async (findings) => {
      await faults.add(findings);
      // What was counted is let go: each finding holds the memory of two machines.
      if (plan.keepGoing) outcome.findings.splice(0, Infinity, ...faults.kept);
      return isEnough();
    },
    progress: (done) => {
      growth?.at(done);
      plan.progress?.("relays", done, plan.cases);
    },
    ...(plan.coverage && { coverage: plan.coverage }),
    ...(plan.interrupted && { interrupted: () => plan.interrupted?.() ?? false }),
  });
  await faults.add(outcome.findings);
  const interrupted = plan.interrupted?.() ?? false;
  const coverage = plan.coverage ? coverageReport(plan.coverage) : [];
  const early = isEnough() && (plan.cases === Infinity || tally.cases < plan.cases);
  const floors = [
    ...gateFloors(early ? { ...plan, cases: tally.cases } : plan, tally, canary, conformance),
    ...floorsOfCoverage(plan, tally, coverage),
  ];
  return {
    verdict: verdictOf(outcome, conformance, floors, interrupted),
    seconds: (performance.now() - started) / 1000,
    seed: plan.seed,
    targets: plan.targets.map((target) => target.name),
    canary,
    regressions: plan.regressions.length,
    conformance,
    tally,
    coverage,
    growth: growth?.ended(tally.cases) ?? [],
    floors,
    ...outcome,
    faults: faults.all,
    ...(early && { endedEarlyOf: plan.cases }),
    interrupted,
  };
}

/** Failed directed programs of a target that are put to the laws as well, to be shrunk and located: more say little more. */
const LOCATED_MAX = 3;

async function checkAllDirected(plan: GatePlan, { findings }: Outcome): Promise<DirectedResult[]> {
  const results: DirectedResult[] = [];
  const errors = new Map<string, number>();
  const failed = new Map<string, number>();
  for (const [k, file] of plan.conformance.entries()) {
    plan.progress?.("conformance", k, plan.conformance.length);
    for (const target of new Set(plan.targets)) {
      const before = errors.get(target.name) ?? 0;
      if (before >= FAILURES_MAX) continue; // its errors are reported, and its programs are missed by a floor
      const seed = Number(plan.seed & 0xffffn) + k;
      const result = await checkDirected(file, target, seed);
      results.push(result);
      const failures = failed.get(target.name) ?? 0;
      if (result.verdict === "failed" && failures < LOCATED_MAX) {
        failed.set(target.name, failures + 1);
        findings.push(...(await directedFindings(file, plan.laws, plan.targets, seed)));
      }
      if (result.verdict === "error") errors.set(target.name, before + 1);
    }
    if (plan.interrupted?.()) break;
  }
  return results;
}

function gateFloors(plan: GatePlan, tally: Tally, canary: CanaryResult[], conformance: DirectedResult[]): Floor[] {
  const caught = canary.filter((result) => result.caught).length;
  const floors: Floor[] = [{ what: "laws that catch the canary", atLeast: canary.length, reached: caught }];
  for (const target of plan.conformance.length > 0 ? new Set(plan.targets) : []) {
    const on = plan.targets.length > 1 ? ` on ${target.name}` : "";
    const possible = plan.conformance.filter(({ checked }) => !unsupportedReason(target, checked.world)).length;
    if (possible === 0) continue; // said in the report; its legs have a floor of their own
    const results = conformance.filter((result) => result.target === target.name);
    const ran = results.filter(({ verdict }) => verdict === "passed" || verdict === "failed");
    floors.push({ what: `directed programs run${on}`, atLeast: possible, reached: ran.length });
    if (!target.capabilities.snapshots) continue;
    const cut = ran.filter(({ cuts }) => cuts > 0).length;
    floors.push({ what: `directed programs really cut${on}`, atLeast: Math.ceil(ran.length * 0.5), reached: cut });
  }
  const wanted = plan.timeMs === Infinity ? Math.max(plan.cases, 1) : 1;
  return [
    ...floors,
    ...randomFloors(tally, wanted, plan.laws),
    ...exercisedFloors(tally, plan.laws, new Set(plan.targets.map(({ name }) => name)).size),
    ...targetFloors(tally, plan.targets, plan.laws),
    ...policyFloors(tally, conformance, plan.targets, plan.conformance),
  ];
}

/** The floors of coverage are for worlds of all kinds in which the reference runs every leg, and for whole runs with cuts. */
function floorsOfCoverage(plan: GatePlan, tally: Tally, coverage: readonly FamilyCoverage[]): Floor[] {
  const whole = tally.stops.size > 0 && plan.laws.some(({ cuts }) => cuts);
  if (plan.targets.length > 1 || !whole) return [];
  const allLaws = LAWS.every((law) => (law.targetsMin ?? 1) > 1 || plan.laws.includes(law));
  return coverageFloors(coverage, tally.cases, allLaws);
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
