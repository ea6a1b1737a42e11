/** The door for people who test their own VM with vitest. */
import fc from "fast-check";
import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import {
  checkCase,
  exercisedFloors,
  missed,
  partFloors,
  randomFloors,
  Tally,
  type Finding,
  type Outcome,
} from "./campaign/index.ts";
import { arbitraryCase } from "./generate/arbitrary.ts";
import { type CaseOptions, type GeneratedCase } from "./generate/index.ts";
import { causeOf, LAWS, type Law } from "./laws/index.ts";
import { failureText } from "./report/failure-text.ts";
import { findingText } from "./report/finding-text.ts";
import { floorText } from "./report/floor-text.ts";
import { partLines } from "./report/part-text.ts";
import { ReferenceTarget, TargetError, type Target } from "./targets/index.ts";

/** How laws are asserted; everything may be left out. */
export interface AssertOptions {
  /** The first is the yardstick; legs of relays take them as the case says. The reference if left out. */
  readonly targets?: readonly Target[];
  /** Generated cases. Default 500. */
  readonly cases?: number;
  /** Default: RVRELAY_SEED, or a new one each time; it is printed when a law is broken. */
  readonly seed?: number;
  /** What generated cases may be like. */
  readonly generate?: CaseOptions;
  /** Names of `Law.exercises` that such cases, or such targets, cannot meet: they have no floor. */
  readonly notMet?: readonly string[];
}

const CASES_DEFAULT = 500;

/**
 * Asserts a law over generated cases, with the floors that a gate has for it: enough of them must have been checked, cut and
 * executed, and have met what the law is about.
 * @returns lines about targets that took no part in checks of other targets, and why; none if all of them did in all
 * @throws Error with the law, the shrunk case, the first differing instruction and a command that repeats it if it is broken;
 * with the floors that were missed; and with what a target said that failed
 */
export async function assertLaw(law: Law, options: AssertOptions = {}): Promise<readonly string[]> {
  return (await check(law, options)).lines;
}

/**
 * One vitest test for each law, called by its sentence. Laws that need more targets than there are are left out; one that
 * held, but never of some target, is listed as skipped, with the reason.
 */
export function describeLaws(name: string, options: AssertOptions = {}, laws: readonly Law[] = LAWS): void {
  const count = options.targets?.length ?? 1;
  describe(name, () => {
    for (const law of laws.filter(({ targetsMin = 1 }) => targetsMin <= count)) {
      test(law.sentence, async ({ skip }) => {
        const { idle, lines } = await check(law, options);
        skip(idle.length > 0, `held, but not of ${idle.join(", ")}\n${lines.join("\n")}`);
      });
    }
  });
}

interface Checked {
  readonly lines: readonly string[];
  /** Names of targets that took part in no check. */
  readonly idle: readonly string[];
}

async function check(law: Law, options: AssertOptions): Promise<Checked> {
  const { targets = [new ReferenceTarget()], cases = CASES_DEFAULT, seed = seedOfRun(), generate = {} } = options;
  const tally = new Tally();
  const events: CaseOptions["events"] = ({ world, budget }) => targets[0].events?.(world, budget);
  const property = fc.asyncProperty(arbitraryCase({ events, ...generate }), async (checked) => {
    const outcome: Outcome = { findings: [], failures: [] };
    await checkCase({ name: `seed ${seed}`, checked }, [law], targets, tally, outcome);
    const [failure] = outcome.failures;
    if (failure) throw new Error(failureText(failure));
    const [finding] = outcome.findings;
    if (finding) throw new LawBroken(finding, targets, seed);
  });
  const asyncReporter = async (details: fc.RunDetails<[GeneratedCase]>): Promise<void> => {
    const report = await fc.asyncDefaultReportMessage(details);
    if (report === undefined) return;
    const { errorInstance: cause } = details;
    const what = cause instanceof LawBroken ? await cause.located() : cause instanceof Error ? cause.message : "";
    throw new Error(`${what}\n\n${report}`, { cause });
  };
  await fc.assert(property, { seed, numRuns: cases, asyncReporter });
  demandFloors(law, tally, targets, cases, options);
  const names = [...new Set(targets.map((target) => target.name))];
  const parts = tally.laws.get(law.name)?.byTarget;
  return { lines: partLines(tally, names), idle: names.filter((name) => parts?.get(name)?.took === 0) };
}

/** @throws Error that names the floors which were missed, and why the law said nothing where it did not */
function demandFloors(
  law: Law,
  tally: Tally,
  targets: readonly Target[],
  cases: number,
  { generate, notMet = [] }: AssertOptions,
): void {
  const names = [...new Set(targets.map(({ name }) => name))];
  const unknown = notMet.find((name) => LAWS.every(({ exercises = {} }) => !(name in exercises)));
  if (unknown !== undefined) throw new Error(`notMet: no law has an exercise called "${unknown}"`);
  const exercises = Object.entries(law.exercises ?? {}).filter(([what]) => !notMet.includes(what));
  const low = missed([
    ...randomFloors(tally, cases, [law], generate === undefined),
    ...exercisedFloors(tally, [{ ...law, exercises: Object.fromEntries(exercises) }], names.length),
    ...partFloors(tally, names, [law]),
  ]);
  if (low.length === 0) return;
  const reasons = [...tally.unsupported].map(([reason, count]) => `${count} times unsupported: ${reason}`);
  const title = `law ${law.name} was broken by nothing, but that says nothing of ${names.join(", ")}`;
  throw new Error([title, ...low.map(floorText), ...reasons, ...partLines(tally, names)].join("\n"));
}

/** A law is broken; while a case is shrunk, this is thrown again and again. */
class LawBroken extends Error {
  override name = "LawBroken";
  readonly #finding: Finding;
  readonly #targets: readonly Target[];
  readonly #seed: number;

  constructor(finding: Finding, targets: readonly Target[], seed: number) {
    super(textOf(finding, targets, seed, ""));
    this.#finding = finding;
    this.#targets = targets;
    this.#seed = seed;
  }

  /** The message with the first differing instruction, for which legs are run. */
  async located(): Promise<string> {
    const { checked, divergence } = this.#finding;
    try {
      const { text } = await causeOf(checked, this.#targets, divergence);
      return textOf(this.#finding, this.#targets, this.#seed, text);
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      return `${this.message}\n  the first differing instruction is not known: ${error.message}`;
    }
  }
}

function textOf(finding: Finding, targets: readonly Target[], seed: number, where: string): string {
  const over = [...new Set(targets.map(({ name }) => name))].join(", ");
  const shown = { ...finding, name: `of ${finding.name}, over ${over}`, file: "", laws: [finding.law], cases: 1 };
  return findingText({ ...shown, repeat: repeatOf(finding.sentence, seed), where });
}

/** The command that repeats the test which runs; its seed counts where the test does not fix one. */
function repeatOf(sentence: string, seed: number): string {
  const { testPath, currentTestName } = expect.getState();
  const name = currentTestName?.split(" > ").at(-1) ?? sentence;
  const pattern = name.replaceAll(/[.*+?^${}()|[\]\\']/g, ".");
  return `RVRELAY_SEED=${seed} npx vitest run${testPath ? ` ${relative(process.cwd(), testPath)}` : ""} -t '${pattern}'`;
}

function seedOfRun(): number {
  return Number(process.env["RVRELAY_SEED"] ?? Date.now() & 0x7fff_ffff);
}
