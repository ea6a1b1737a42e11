/** What a regression test is made of. */
export interface RegressionTest {
  readonly law: string;
  readonly sentence: string;
  /** Where the test finds the case, seen from its own folder. */
  readonly caseFile: string;
  /** Names and command lines of targets beside the reference, as `--target` takes them. */
  readonly targets: readonly string[];
  /** Where `rvrelay` is imported from. */
  readonly from: string;
  /** Its program, seen from the folder of the test; that of the installed package if left out. */
  readonly program?: string;
}

/**
 * The text of a vitest test that fails while the case breaks its law. With no target beside the reference it runs in process;
 * targets of other kinds are run by the command line, as `rvrelay replay` does.
 */
export function regressionTest({ law, sentence, caseFile, targets, from, program }: RegressionTest): string {
  const title = JSON.stringify(`${law}: ${sentence}`);
  const head = [
    "// Bug, cause and fix stand in the case file; while one of them is missing, this is not done.",
    ...(targets.length === 0
      ? ['import { readFileSync } from "node:fs";']
      : ['import { spawnSync } from "node:child_process";']),
    ...(targets.length > 0 && program === undefined ? ['import { createRequire } from "node:module";'] : []),
    'import { join } from "node:path";',
    'import { expect, test } from "vitest";',
  ];
  const file = `const FILE = join(import.meta.dirname, ${JSON.stringify(caseFile)});`;
  if (targets.length === 0) {
    return `${[
      ...head,
      `import { LAWS, readCase, ReferenceTarget } from ${JSON.stringify(from)};`,
      "",
      file,
      "",
      `test(${title}, async () => {`,
      `  const law = LAWS.find(({ name }) => name === ${JSON.stringify(law)});`,
      '  const { checked } = readCase(FILE, readFileSync(FILE, "utf8"));',
      "  const verdict = await law?.check(checked, [new ReferenceTarget()]);",
      '  expect(verdict?.kind === "broken" ? verdict.divergence.differences : verdict?.kind).toBe("held");',
      "});",
    ].join("\n")}\n`;
  }
  const words = ["replay", "--law", law, ...targets.flatMap((target) => ["--target", target])];
  return `${[
    ...head,
    "",
    file,
    program === undefined
      ? 'const PROGRAM = join(createRequire(import.meta.url).resolve("rvrelay/package.json"), "..", "bin", "rvrelay.js");'
      : `const PROGRAM = join(import.meta.dirname, ${JSON.stringify(program)});`,
    `const ARGUMENTS = ${JSON.stringify(words)};`,
    "",
    `test(${title}, () => {`,
    '  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...ARGUMENTS, FILE], { encoding: "utf8" });',
    "  expect(status, `${stdout}${stderr}`).toBe(0);",
    "}, 60_000);",
  ].join("\n")}\n`;
}
