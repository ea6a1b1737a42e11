import type { ReportedFinding } from "./reported-finding.ts";

/** What a person needs to know of a broken law; the command that repeats it comes last. */
export function findingText({ law, sentence, name, divergence, repeat, where }: ReportedFinding): string {
  const { differences, expectedFrom, actualFrom } = divergence;
  const width = Math.max(...differences.map(({ what }) => what.length));
  return [
    `BROKEN  law ${law}: ${sentence}`,
    `  case      ${name}`,
    `  expected  ${expectedFrom}`,
    `  actual    ${actualFrom}`,
    ...(new Set(divergence.legs).size > 1 ? [`  legs      ${divergence.legs.join(" → ")}`] : []),
    ...differences.map(({ what, expected, actual }) => `    ${what.padEnd(width)}  ${expected}  but  ${actual}`),
    ...(where ? [`  first differing instruction: ${where}`] : []),
    `  repeat with: ${repeat}`,
  ].join("\n");
}
