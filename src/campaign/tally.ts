import { FUSION_RULES, INSTRUCTIONS } from "../isa/index.ts";
import type { Evidence, Verdict } from "../laws/index.ts";
import { stopText, type Stop } from "../targets/index.ts";

/** What was checked of one law. */
export interface LawCount {
  held: number;
  broken: number;
  unsupported: number;
  /** Checks in which at least one leg was really cut. */
  withCuts: number;
  comparisons: number;
}

/** Counts of what a run really did: the ground for saying that it was not vacuous. */
export class Tally {
  cases = 0;
  legs = 0;
  cuts = 0;
  readonly laws = new Map<string, LawCount>();
  /** By `exit 0`, `exit other`, `budget`, `fault NAME`. */
  readonly stops = new Map<string, number>();
  /** Reasons why laws said nothing. */
  readonly unsupported = new Map<string, number>();
  /** Executions by `Instruction.index`; behind the table, of fused sequences by position in `FUSION_RULES`. */
  readonly retired = new Float64Array(INSTRUCTIONS.length + FUSION_RULES.length);

  /** Generated programs whose solo run was seen, and how many of them ended as they were made to. */
  readonly intents = { made: 0, endedSo: 0 };
  /** True once a target said how often it executed what. */
  countsInstructions = false;

  add(law: string, verdict: Verdict): void {
    const count = this.laws.get(law) ?? { held: 0, broken: 0, unsupported: 0, withCuts: 0, comparisons: 0 };
    this.laws.set(law, count);
    count[verdict.kind]++;
    if (verdict.kind === "unsupported") {
      this.unsupported.set(verdict.reason, (this.unsupported.get(verdict.reason) ?? 0) + 1);
      return;
    }
    this.#addEvidence(count, verdict.evidence);
  }

  /** A program that was made to end by `intent` ended by `stop`. */
  addIntent(intent: string, stop: Stop): void {
    this.intents.made++;
    if (stop.kind === intent) this.intents.endedSo++;
  }

  #addEvidence(count: LawCount, { legs, cuts, comparisons, stop, retired }: Evidence): void {
    count.comparisons += comparisons;
    if (cuts > 0) count.withCuts++;
    this.legs += legs;
    this.cuts += cuts;
    if (stop) this.#addStop(stop);
    if (retired.length > 0) this.countsInstructions = true;
    for (const counts of retired) for (let k = 0; k < counts.length; k++) this.retired[k] += counts[k];
  }

  #addStop(stop: Stop): void {
    const kind = stop.kind === "fault" ? `fault ${stop.fault.name}` : stop.kind;
    const name = kind === "exit" ? stopText(stop).replace(/ -?[1-9].*/, " other") : kind;
    this.stops.set(name, (this.stops.get(name) ?? 0) + 1);
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
