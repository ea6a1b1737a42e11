import { frameLines } from "./frame-text.ts";
import { debugLines, explainedLines, flakyLines } from "./locate-text.ts";
import { PLAIN, visible, type Paint } from "./paint.ts";
import type { ReportedFinding } from "./reported-finding.ts";
import { differenceLines, headsOf, stateLines } from "./state-text.ts";
import { toldOf } from "./told.ts";
import { voteText } from "./vote-text.ts";
import { wrap } from "./wrap.ts";

/**
 * What a person needs to know of a broken law: what went wrong in words, the instruction among those around it, both states
 * side by side; the command that repeats it comes last. At most 80 columns, but for what is to be copied.
 */
export function findingText(finding: ReportedFinding, paint: Paint = PLAIN): string {
  const { law, laws, sentence, name, cases, instructions, divergence, repeat, debug, where, investigation, flaky } =
    finding;
  const { differences, expectedFrom, actualFrom } = divergence;
  const [one, other] = headsOf(divergence.peers);
  const isKnown = investigation !== undefined && (investigation.values.length > 0 || investigation.lost.length > 0);
  return [
    paint.alarm(`BROKEN  law ${law}: ${visible(sentence)}`),
    ...(laws.length > 1 ? fact("and", lawsText(laws.slice(1))) : []),
    ...fact("case", `${name}${cases > 1 ? `, one of ${cases} that show the same` : ""}`),
    ...(instructions ? fact("alike", `${instructions.length} instructions, one look: ${instructions.join(", ")}`) : []),
    ...fact(one, expectedFrom),
    ...fact(other, actualFrom),
    ...(divergence.vote ? fact("vote", voteText(divergence.vote)) : []),
    ...(new Set(divergence.legs).size > 1 ? fact("legs", divergence.legs.join(" → ")) : []),
    ...(investigation ? ["", ...wrap(visible(toldOf(finding)), "  ").map(paint.bold), ""] : []),
    ...(investigation ? frameLines(investigation, paint) : []),
    ...(investigation && investigation.frame.length > 0 ? [""] : []),
    ...(isKnown ? stateLines(investigation, paint) : []),
    ...(isKnown ? ["  at the end:"] : []),
    ...differenceLines(differences, paint, divergence.peers),
    ...(flaky ? flakyLines(flaky) : []),
    // What does not matter is told by locate and by the page.
    ...explainedLines((investigation?.explained ?? []).filter(({ freedom }) => freedom !== "free")),
    ...(where ? hanging(`first differing instruction: ${visible(where)}`) : []),
    ...debugLines(debug, paint),
    `  repeat with: ${paint.bold(visible(repeat))}`,
  ].join("\n");
}

/** A fact with its name before it, in as many lines as it takes. */
function fact(name: string, text: string): string[] {
  const [first = "", ...others] = wrap(visible(text), " ".repeat(12));
  return [`  ${name.padEnd(8)}  ${first.trimStart()}`, ...others];
}

/** A text in as many lines as it takes, those behind the first further in. */
function hanging(text: string): string[] {
  const [first = "", ...others] = wrap(text, "    ");
  return [first.slice(2), ...others];
}

function lawsText(laws: readonly string[]): string {
  return `${laws.length === 1 ? "law" : "laws"} ${laws.join(", ")}`;
}
