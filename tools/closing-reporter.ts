import { writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestModule, Vitest } from "vitest/node";

/** What a run of vitest came to. A file that cannot be loaded and an error outside any test are failures too. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** One line for each skipped test: its name and the reason. */
  readonly skipped: readonly string[];
}

/** Leaves the totals in the file named by RVRELAY_TOTALS, for tools/test.ts to close the run with. */
export default class ClosingReporter implements Reporter {
  private vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const path = process.env["RVRELAY_TOTALS"];
    if (path === undefined) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const broken = suites.filter((suite) => suite.errors().length > 0);
    const filtered = this.vitest?.config.testNamePattern;
    const totals: Totals = {
      passed: tests.filter((test) => test.result().state === "passed").length,
      failed: tests.filter((test) => test.result().state === "failed").length + broken.length + unhandledErrors.length,
      skipped: tests.flatMap((test) => {
        if (filtered !== undefined && !filtered.test(test.fullName.replaceAll(" > ", " "))) return [];
        return test.result().state === "skipped" || test.result().state === "pending" ? [describeSkip(test)] : [];
      }),
    };
    writeFileSync(path, JSON.stringify(totals));
  }
}

function describeSkip(test: TestCase): string {
  const result = test.result();
  const reason = result.state === "skipped" && result.note ? result.note : "no reason given";
  return `${test.module.relativeModuleId} > ${test.fullName}: ${reason}`;
}
