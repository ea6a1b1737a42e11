import type { GateResult } from "../campaign/index.ts";

/** A gate's result as JUnit XML: one test case for each law and each directed program. Names are stable over seeds. */
export function gateJunit(result: GateResult): string {
  const targets = result.targets.join(" ");
  const canary = result.canary.map(({ law, caught, cases }) =>
    testCase("canary", `the canary is caught by law ${law}`, caught ? "" : failure(`not caught in ${cases} cases`, "")),
  );
  const laws = [...result.tally.laws].map(([law, { seconds }]) => {
    const findings = result.findings.filter((finding) => finding.law === law);
    const body = findings.map(({ name, divergence }) =>
      failure(name, divergence.differences.map((d) => `${d.what}: ${d.expected} but ${d.actual}`).join("\n")),
    );
    return testCase(targets, `law ${law}`, body.join(""), seconds);
  });
  const directed = result.conformance.map(({ name, target, verdict, reason }) =>
    testCase(target, name, directedBody(verdict, reason ?? "")),
  );
  const floors = result.floors.map(({ what, atLeast, reached }) =>
    testCase("floors", what, reached >= atLeast ? "" : failure(`${reached} reached, at least ${atLeast} wanted`, "")),
  );
  const failed = result.failures.map(({ law, name, message }) =>
    testCase(targets, `law ${law}: ${name}`, `<error message="${escape(message)}"></error>`),
  );
  const cases = [...canary, ...laws, ...directed, ...floors, ...failed];
  const errors = cases.filter((text) => text.includes("<error")).length;
  const failures = cases.filter((text) => text.includes("<failure")).length;
  const skipped = cases.filter((text) => text.includes("<skipped")).length;
  const totals = `tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
  const time = `time="${result.seconds.toFixed(3)}"`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="rvrelay" ${totals} ${time}>`,
    `<testsuite name="rvrelay check" ${totals} ${time}>`,
    `<properties><property name="seed" value="${result.seed}"/></properties>`,
    ...cases,
    `</testsuite>`,
    `</testsuites>`,
    "",
  ].join("\n");
}

function directedBody(verdict: string, reason: string): string {
  if (verdict === "passed") return "";
  if (verdict === "error") return `<error message="${escape(reason)}"></error>`;
  return verdict === "unsupported" ? `<skipped message="${escape(reason)}"/>` : failure(reason, "");
}

function testCase(className: string, name: string, body: string, seconds = 0): string {
  const time = seconds.toFixed(3);
  const open = `<testcase classname="${escape(className)}" name="${escape(name)}" time="${time}"`;
  return body ? `${open}>${body}</testcase>` : `${open}/>`;
}

function failure(message: string, text: string): string {
  return `<failure message="${escape(message)}">${escape(text)}</failure>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for an attribute or element; characters XML cannot hold become U+FFFD. */
function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (c) => ENTITIES[c]).replaceAll(/[^\t\n\r\P{Cc}]/gu, "\ufffd");
}
