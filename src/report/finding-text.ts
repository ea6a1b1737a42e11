import type { ReportedFinding } from "./reported-finding.ts";
import { voteText } from "./vote-text.ts";

/** What a person needs to know of a broken law; the command that repeats it comes last. */
export function findingText({ law, laws, sentence, name, cases, divergence, repeat, where }: ReportedFinding): string {
  const { differences, expectedFrom, actualFrom } = divergence;
  const width = Math.max(...differences.map(({ what }) => what.length));
  return [
    `BROKEN  law ${law}: ${sentence}`,
    ...(laws.length > 1 ? [`  and       ${lawsText(laws.slice(1))}`] : []),
    `  case      ${name}${cases > 1 ? `, one of ${cases} that show the same` : ""}`,
    `  expected  ${expectedFrom}`,
    `  actual    ${actualFrom}`,
    ...(divergence.vote ? [`  vote      ${voteText(divergence.vote)}`] : []),
    ...(new Set(divergence.legs).size > 1 ? [`  legs      ${divergence.legs.join(" → ")}`] : []),
    ...differences.map(({ what, expected, actual }) => `    ${what.padEnd(width)}  ${expected}  but  ${actual}`),
    ...(where ? [`  first differing instruction: ${where}`] : []),
    `  repeat with: ${repeat}`,
  ].join("\n");
}

function lawsText(laws: readonly string[]): string {
  return `${laws.length === 1 ? "law" : "laws"} ${laws.join(", ")}`;
}
