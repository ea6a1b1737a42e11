import { FUSION_RULES, INSTRUCTIONS } from "../isa/index.ts";
import type { Evidence, Verdict } from "../laws/index.ts";
import { ROW_NAMES, stopText, type Stop } from "../targets/index.ts";
import { countParts, type AskedTargets } from "./taking-part.ts";
import { addCount, countVerdict, noCount, type LawCount } from "./law-count.ts";

/** Counts of what a run really did: the ground for saying that it was not vacuous. */
export class Tally {
  cases = 0;
  /** Cases by VM version. */
  readonly versions = new Map<number, number>();
  /** Legs by the name of the target that ran them. */
  readonly legsByTarget = new Map<string, number>();
  /** The same by law, as `LAW on TARGET`. */
  readonly legsByLaw = new Map<string, number>();
  /** Snapshots that went from one target to another, by `from → to`. */
  readonly hops = new Map<string, number>();
  /** How often an entry of a policy was needed, by its id. */
  readonly tolerated = new Map<string, number>();
  legs = 0;
  cuts = 0;
  readonly laws = new Map<string, LawCount>();
  /** By `exit 0`, `exit other`, `budget`, `fault NAME`. */
  readonly stops = new Map<string, number>();
  /** Reasons why laws said nothing, as `law NAME: REASON`. */
  readonly unsupported = new Map<string, number>();
  /** Executions by `Instruction.index`; behind the table, of fused sequences by position in `FUSION_RULES`. */
  readonly retired = new Float64Array(INSTRUCTIONS.length + FUSION_RULES.length);

  /** Generated programs whose solo run was seen, and how many of them ended as they were made to. */
  readonly intents = { made: 0, endedSo: 0 };
  /** Legs that ended with cycles spent. */
  spending = 0;
  /** True once a leg showed its cycles. */
  showsCycles = false;
  /** Names of targets that said how often they executed what. */
  readonly counting = new Set<string>();
  /** True once a target said how often it executed what. */
  countsInstructions = false;

  /** A case is about to be checked. */
  addCase(version: number): void {
    this.cases++;
    increase(this.versions, version, 1);
  }

  /** A verdict of a law, how long it took, and, where there are several, whom it was asked of. */
  add(law: string, verdict: Verdict, seconds = 0, asked?: AskedTargets): void {
    const count = this.#countOf(law);
    countVerdict(count, verdict, seconds);
    if (asked && asked.targets.length > 1) countParts(count.byTarget, asked, verdict);
    if (verdict.kind === "unsupported") {
      increase(this.unsupported, `law ${law}: ${verdict.reason}`, 1);
      return;
    }
    this.#addEvidence(verdict.evidence);
    for (const [target, ran] of verdict.evidence.legsByTarget ?? []) {
      increase(this.legsByLaw, `${law} on ${target}`, ran);
    }
  }

  /** A law was asked, and a target failed. */
  addFailed(law: string, seconds = 0): void {
    countVerdict(this.#countOf(law), undefined, seconds);
  }

  /** A program that was made to end by `intent` ended by `stop`. */
  addIntent(intent: string, stop: Stop): void {
    this.intents.made++;
    if (stop.kind === intent) this.intents.endedSo++;
  }

  #countOf(law: string): LawCount {
    let count = this.laws.get(law);
    if (!count) this.laws.set(law, (count = noCount()));
    return count;
  }

  #addEvidence({ legs, cuts, retired, ...more }: Evidence): void {
    this.legs += legs;
    this.cuts += cuts;
    for (const [target, ran] of more.legsByTarget ?? []) increase(this.legsByTarget, target, ran);
    for (const [hop, times] of more.hops ?? []) increase(this.hops, hop, times);
    for (const entry of more.tolerated ?? []) increase(this.tolerated, entry, 1);
    for (const name of more.counting ?? []) this.counting.add(name);
    this.spending += more.spending?.legs ?? 0;
    this.showsCycles ||= more.spending?.shown ?? false;
    if (retired.length > 0) this.countsInstructions = true;
    for (const counts of retired) for (let k = 0; k < counts.length; k++) this.retired[k] += counts[k];
  }

  /** The whole run of a case ended by `stop`. */
  addStop(stop: Stop): void {
    const kind = stop.kind === "fault" ? `fault ${stop.fault.name}` : stop.kind;
    const name = kind === "exit" ? stopText(stop).replace(/ -?[1-9].*/, " other") : kind;
    increase(this.stops, name, 1);
  }

  /** Adds all that another tally has counted. */
  merge(other: Tally): void {
    this.cases += other.cases;
    this.legs += other.legs;
    this.cuts += other.cuts;
    this.intents.made += other.intents.made;
    this.intents.endedSo += other.intents.endedSo;
    this.spending += other.spending;
    this.showsCycles ||= other.showsCycles;
    for (const name of other.counting) this.counting.add(name);
    this.countsInstructions ||= other.countsInstructions;
    for (let k = 0; k < this.retired.length; k++) this.retired[k] += other.retired[k];
    for (const name of COUNTED) {
      for (const [key, count] of other[name]) increase<string | number>(this[name], key, count);
    }
    for (const [law, more] of other.laws) addCount(this.#countOf(law), more);
  }

  /** Checks of any law with a verdict of held or broken. */
  get checks(): number {
    return [...this.laws.values()].reduce((sum, { held, broken }) => sum + held + broken, 0);
  }

  get instructions(): number {
    return this.retired.reduce((sum, count) => sum + count, 0);
  }

  /** Instructions executed by extension, and how many rows of the table were executed at least once. */
  byExtension(): { extension: string; executed: number; rows: number; rowsReached: number }[] {
    return [...Map.groupBy(INSTRUCTIONS, ({ extension }) => extension)].map(([extension, rows]) => ({
      extension,
      executed: rows.reduce((sum, { index }) => sum + this.retired[index], 0),
      rows: rows.length,
      rowsReached: rows.filter(({ index }) => this.retired[index] > 0).length,
    }));
  }

  /** Executions of each row of the instruction table, and behind them of fused sequences, by the name that coverage has for it. */
  byRow(): { extension: string; name: string; executed: number }[] {
    return ROW_NAMES.map((name, row) => ({
      extension: INSTRUCTIONS[row]?.extension ?? "fused sequences",
      name,
      executed: this.retired[row],
    }));
  }

  /** How often fused sequences were executed, by the name of the rule; only those that were. */
  byFusion(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const [k, { name }] of FUSION_RULES.entries()) {
      const executed = this.retired[INSTRUCTIONS.length + k];
      if (executed > 0) counts.set(name, (counts.get(name) ?? 0) + executed);
    }
    return counts;
  }

  /** Keys of table rows that were never executed. */
  rowsNeverReached(): string[] {
    return INSTRUCTIONS.filter(({ index }) => this.retired[index] === 0).map(({ key }) => key);
  }
}

const COUNTED = ["versions", "legsByTarget", "legsByLaw", "hops", "tolerated", "stops", "unsupported"] as const;

function increase<K>(counts: Map<K, number>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
