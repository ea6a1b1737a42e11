import type { GateResult } from "../campaign/index.ts";
import { findingText } from "./finding-text.ts";
import type { ReportedFinding } from "./reported-finding.ts";
import type { RunReport } from "./run-report.ts";
import { seedText } from "./seed-text.ts";
import { element, xmlText } from "./xml.ts";

/**
 * A gate's result as JUnit XML, in the shape that Jenkins' xunit plugin reads (its junit-10.xsd), which is also what GitLab,
 * CircleCI and Azure take: one test case for each law, directed program and floor. Names are stable over seeds.
 */
export function gateJunit({ result, findings, provenance }: RunReport): string {
  const cases = [
    ...canaryCases(result),
    ...lawCases(result, findings),
    ...directedCases(result),
    ...floorCases(result),
    ...failureCases(result),
  ];
  const count = (kind: Outcome["kind"]): string => String(cases.filter(({ outcome }) => outcome?.kind === kind).length);
  const totals = {
    tests: String(cases.length),
    failures: count("failure"),
    errors: count("error"),
    time: result.seconds.toFixed(3),
  };
  const properties = {
    seed: seedText(result.seed),
    targets: result.targets.join(" "),
    verdict: result.verdict,
    repeat: provenance.repeat,
    version: provenance.version,
    commit: provenance.commit,
    node: provenance.node,
  };
  const suite = element(
    "testsuite",
    // Readers of old want a time without a zone.
    { name: "rvrelay check", ...totals, skipped: count("skipped"), timestamp: provenance.date.slice(0, 19) },
    [
      "",
      element(
        "properties",
        {},
        Object.entries(properties)
          .map(([name, value]) => (value === undefined ? "" : element("property", { name, value })))
          .join(""),
      ),
      ...cases.map(caseXml),
      "",
    ].join("\n"),
  );
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    element("testsuites", { name: "rvrelay", ...totals }, `\n${suite}\n`),
    "",
  ].join("\n");
}

interface Outcome {
  readonly kind: "failure" | "error" | "skipped";
  /** One word. */
  readonly type?: string;
  readonly message: string;
  readonly text?: string;
}

interface TestCase {
  readonly className: string;
  readonly name: string;
  readonly seconds?: number;
  /** Nothing if it passed. One only: several readers take no more than the first. */
  readonly outcome?: Outcome | undefined;
}

function caseXml({ className, name, seconds = 0, outcome }: TestCase): string {
  const body =
    outcome &&
    element(
      outcome.kind,
      { message: outcome.message, type: outcome.type },
      outcome.text === undefined ? "" : xmlText(outcome.text),
    );
  return element("testcase", { classname: className, name, time: seconds.toFixed(3) }, body);
}

function canaryCases({ canary }: GateResult): TestCase[] {
  return canary.map(({ law, caught, cases, missed = [] }) => ({
    className: "canary",
    name: `the canary is caught by law ${law}`,
    outcome: caught
      ? undefined
      : { kind: "failure", type: "canary", message: [`not caught in ${cases} cases`, ...missed].join(", ") },
  }));
}

function lawCases({ tally, targets }: GateResult, findings: readonly ReportedFinding[]): TestCase[] {
  const names = new Set([...tally.laws.keys(), ...findings.flatMap(({ laws }) => laws)]);
  return [...names].map((law) => {
    const { seconds = 0, broken = 0 } = tally.laws.get(law) ?? {};
    return { className: targets.join(" "), name: `law ${law}`, seconds, outcome: brokenLaw(law, broken, findings) };
  });
}

/** A fault is told under every law that it breaks. */
function brokenLaw(law: string, broken: number, findings: readonly ReportedFinding[]): Outcome | undefined {
  const own = findings.filter(({ laws }) => laws.includes(law));
  const [first, ...others] = own;
  if (!first) {
    return broken === 0 ? undefined : { kind: "failure", type: "broken", message: `broken in ${broken} checks` };
  }
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  const where = first.where === "" ? "" : `: ${first.where}`;
  return {
    kind: "failure",
    type: "broken",
    message: `${first.name}${where}${more}`,
    text: own.map((each) => findingText(each)).join("\n\n"),
  };
}

function directedCases({ conformance }: GateResult): TestCase[] {
  return conformance.map(({ name, target, verdict, reason = "" }) => {
    const kinds = { passed: undefined, failed: "failure", error: "error", unsupported: "skipped" } as const;
    const kind = kinds[verdict];
    return { className: target, name, outcome: kind && { kind, type: verdict, message: reason } };
  });
}

function floorCases({ floors }: GateResult): TestCase[] {
  return floors.map(({ what, atLeast, reached }) => ({
    className: "floors",
    name: what,
    outcome:
      reached >= atLeast
        ? undefined
        : { kind: "failure", type: "floor", message: `${reached} reached, at least ${atLeast} wanted` },
  }));
}

function failureCases({ failures, targets }: GateResult): TestCase[] {
  return failures.map(({ law, name, message, target, transcript }) => ({
    className: target ?? targets.join(" "),
    name: `law ${law}: ${name}`,
    outcome: { kind: "error", type: "target", message, ...(transcript.length > 0 && { text: transcript.join("\n") }) },
  }));
}
