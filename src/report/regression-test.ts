/** What a regression test is made of. */
export interface RegressionTest {
  readonly law: string;
  readonly sentence: string;
  /** Where the test finds the case, seen from its own folder. */
  readonly caseFile: string;
  /** Names and command lines of targets beside the reference, as `--target` takes them. */
  readonly targets: readonly string[];
  /** Policy files, as `--policy` takes them. */
  readonly policies?: readonly string[];
  /**
   * Where commands of targets and policy files are looked for, seen from the folder of the test: they may be relative. Where
   * the test is started does not matter then. Left out where there are none.
   */
  readonly folder?: string;
  /** Where `rvrelay` is imported from. */
  readonly from: string;
  /** Its program, seen from the folder of the test; that of the installed package if left out. */
  readonly program?: string;
}

/** What stands in a case file for the bug, its cause and its fix until a person has written them. */
export const TO_BE_FILLED_IN = "to be filled in";

/**
 * The text of a vitest test that fails while the case breaks its law, and while bug, cause and fix are not filled in. With no
 * target beside the reference it runs in process; targets of other kinds are run by the command line, as `rvrelay replay` does.
 */
export function regressionTest(test: RegressionTest): string {
  const { caseFile, targets, policies = [], from, program, law, sentence } = test;
  const inProcess = targets.length === 0 && policies.length === 0;
  const title = JSON.stringify(`${law}: ${sentence}`);
  const lines = [
    "// Bug, cause and fix stand in the case file; while one of them is missing, this is not done.",
    ...(inProcess ? [] : ['import { spawnSync } from "node:child_process";']),
    'import { readFileSync } from "node:fs";',
    ...(!inProcess && program === undefined ? ['import { createRequire } from "node:module";'] : []),
    'import { join } from "node:path";',
    'import { expect, test } from "vitest";',
    ...(inProcess ? [`import { LAWS, readCase, ReferenceTarget } from ${JSON.stringify(from)};`] : []),
    "",
    `const FILE = join(import.meta.dirname, ${JSON.stringify(caseFile)});`,
    ...(inProcess ? [] : settings(test)),
    "",
    ...(inProcess ? heldInProcess(title, law) : heldInCommand(title, test)),
    "",
    'test("bug, cause and fix are filled in", () => {',
    `  expect(readFileSync(FILE, "utf8")).not.toContain(${JSON.stringify(TO_BE_FILLED_IN)});`,
    "});",
  ];
  return `${lines.join("\n")}\n`;
}

function heldInProcess(title: string, law: string): string[] {
  return [
    `test(${title}, async () => {`,
    `  const law = LAWS.find(({ name }) => name === ${JSON.stringify(law)});`,
    '  const { checked } = readCase(FILE, readFileSync(FILE, "utf8"));',
    "  const verdict = await law?.check(checked, [new ReferenceTarget()]);",
    '  expect(verdict?.kind === "broken" ? verdict.divergence.differences : verdict?.kind).toBe("held");',
    "});",
  ];
}

function settings({ law, targets, policies = [], program, folder }: RegressionTest): string[] {
  const words = [
    "replay",
    "--law",
    law,
    ...targets.flatMap((target) => ["--target", target]),
    ...policies.flatMap((policy) => ["--policy", policy]),
  ];
  return [
    program === undefined
      ? 'const PROGRAM = join(createRequire(import.meta.url).resolve("rvrelay/package.json"), "..", "bin", "rvrelay.js");'
      : `const PROGRAM = join(import.meta.dirname, ${JSON.stringify(program)});`,
    `const ARGUMENTS = ${JSON.stringify(words)};`,
    ...(folder === undefined
      ? []
      : [
          `// Where relative commands and files are looked for; ${FOLDER_VARIABLE} names another folder.`,
          `const FOLDER = process.env.${FOLDER_VARIABLE} ?? join(import.meta.dirname, ${JSON.stringify(folder)});`,
        ]),
  ];
}

/** Names the folder in which commands of targets are started, where that is another one than the test says. */
const FOLDER_VARIABLE = "RVRELAY_TARGET_FOLDER";

function heldInCommand(title: string, { folder }: RegressionTest): string[] {
  const options = folder === undefined ? '{ encoding: "utf8" }' : '{ cwd: FOLDER, encoding: "utf8" }';
  return [
    `test(${title}, () => {`,
    `  const { error, status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...ARGUMENTS, FILE], ${options});`,
    "  expect(status, error?.message ?? `${stdout}${stderr}`).toBe(0);",
    "}, 60_000);",
  ];
}
