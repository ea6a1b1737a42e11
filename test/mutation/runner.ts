// A test runner for Stryker that stays in one process: it loads the suite once and switches from mutant to mutant. A
// mutant that is alive while modules load gets a copy of all modules of its own.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { INSTRUMENTER_CONSTANTS, type MutantCoverage } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
} from "@stryker-mutator/api/test-runner";
import type { Check } from "./check.ts";
import { HUNG, LIMIT_MS, LIMIT_SLOW_MS, Watchdog } from "./watchdog.ts";

/** What the mutated code looks at. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

const switches: Switches = {};
Reflect.set(globalThis, INSTRUMENTER_CONSTANTS.NAMESPACE, switches);

/** Gives the checks of a new copy of all modules. */
type Open = () => readonly Check[];

/** What each copy takes as it is: packages, and Node's own modules. */
const nodeRequire = createRequire(import.meta.url);
const vitest: unknown = await import("vitest"); // cannot be required

/** Compiles the bundled suite; copies that nobody holds are collected, which imported modules never are. */
function compile(file: string): Open {
  const source = `(function (require, exports) {${readFileSync(file, "utf8")}\n})`;
  const body = new Script(source, { filename: file }).runInThisContext() as (
    require: (name: string) => unknown,
    exports: { checks?: readonly Check[] },
  ) => void;
  return () => {
    const exports: { checks?: readonly Check[] } = {};
    body((name) => (name === "vitest" ? vitest : nodeRequire(name)), exports);
    return exports.checks ?? [];
  };
}

/** What a check threw, as text; undefined if it passed. */
async function failureOf(check: Check): Promise<string | undefined> {
  try {
    await check.run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Executions of a mutant before Stryker calls it endless: its own limit is a hundred times those of a run without mutants, which
 * what only makes code slow can reach where these are few.
 */
const HITS_LEAST = 1_000_000;

/** Stryker compares the active mutant at each step of the code; two strings that the engine knows are compared fast. */
function known(text: string): string {
  return Object.keys({ [text]: 0 })[0];
}

class InProcessRunner implements TestRunner {
  readonly #watchdog = new Watchdog();
  #unmutated: readonly Check[] | undefined;
  readonly #folder = `${process.cwd()}/.mutation`;
  #open: Open | undefined;

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const check of compile(`${this.#folder}/measured.cjs`)()) {
      const { name } = check;
      switches.currentTestId = name;
      const start = performance.now();
      const failureMessage = await failureOf(check);
      const timeSpentMs = performance.now() - start;
      const rest = { id: name, name, timeSpentMs };
      if (failureMessage === undefined) tests.push({ ...rest, status: TestStatus.Success });
      else tests.push({ ...rest, status: TestStatus.Failed, failureMessage });
    }
    switches.currentTestId = undefined;
    return {
      status: DryRunStatus.Complete,
      tests,
      ...(switches.mutantCoverage && { mutantCoverage: switches.mutantCoverage }),
    };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const result = await this.#ask(options);
    if (result.status !== MutantRunStatus.Killed || options.mutantActivation === "static") return result;
    // A mutant may leave traces in what the modules remember: whoever fails without it has met such a trace.
    if (await this.#passesUnmutated(result.killedBy[0])) return result;
    this.#unmutated = undefined;
    const again = await this.#ask(options);
    if (again.status !== MutantRunStatus.Killed) return again;
    this.#unmutated = undefined; // the traces of this very mutant
    const [killer] = again.killedBy;
    if (await this.#passesUnmutated(killer)) return again;
    return { status: MutantRunStatus.Error, errorMessage: `fails without any mutant: ${killer}` };
  }

  /** True if a check passes while no mutant is active, in the copy that is open or in a new one. */
  async #passesUnmutated(name: string): Promise<boolean> {
    const checks = (this.#unmutated ??= this.#suite()());
    const check = checks.find((each) => each.name === name);
    return check !== undefined && (await failureOf(check)) === undefined;
  }

  #suite(): Open {
    return (this.#open ??= compile(`${this.#folder}/suite.cjs`));
  }

  async #ask({ activeMutant, testFilter, hitLimit, mutantActivation }: MutantRunOptions): Promise<MutantRunResult> {
    const open = this.#suite();
    const isStatic = mutantActivation === "static";
    this.#unmutated ??= open();
    switches.hitCount = 0;
    switches.hitLimit = hitLimit && Math.max(hitLimit, HITS_LEAST);
    switches.activeMutant = known(activeMutant.id);
    let nrOfTests = 0;
    try {
      const checks = isStatic ? await this.#watchdog.within(() => Promise.resolve(open())) : this.#unmutated;
      if (checks === HUNG) return { status: MutantRunStatus.Timeout, reason: "the modules" };
      const wanted = new Set(testFilter ?? checks.map(({ name }) => name));
      for (const check of checks.filter(({ name }) => wanted.has(name))) {
        nrOfTests++;
        const limitMs = check.isSlow ? LIMIT_SLOW_MS : LIMIT_MS;
        const failureMessage = await this.#watchdog.within(() => failureOf(check), limitMs);
        if (failureMessage === HUNG) {
          if (!isStatic) this.#unmutated = undefined;
          return { status: MutantRunStatus.Timeout, reason: check.name };
        }
        if (failureMessage === undefined) continue;
        return { status: MutantRunStatus.Killed, killedBy: [check.name], failureMessage, nrOfTests };
      }
      return { status: MutantRunStatus.Survived, nrOfTests };
    } catch (error) {
      // The modules themselves refuse to load.
      const name = this.#unmutated?.[0].name ?? "";
      return { status: MutantRunStatus.Killed, killedBy: [name], failureMessage: String(error), nrOfTests: 1 };
    } finally {
      switches.activeMutant = undefined;
      switches.hitLimit = undefined;
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
