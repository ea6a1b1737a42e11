import { clip } from "./clip.ts";
import type { Investigation } from "../campaign/index.ts";
import type { ReportedFinding } from "./reported-finding.ts";

/** Values that are named in the sentence; the tables have all. */
const NAMED = 2;

/**
 * What went wrong, in one or two sentences for a person who did not write the test: where the two sides part, and what
 * the one has and the other should.
 */
export function toldOf(finding: ReportedFinding): string {
  const { investigation, divergence, where } = finding;
  const { expected: expectedFrom, actual: actualFrom } = sidesOf(finding);
  const location = investigation?.location;
  const lost = investigation?.lost ?? [];
  if (lost.length > 0) {
    const cut = location?.wrongAfterCut;
    const parts = lost
      .slice(0, NAMED)
      .map((part) => `${part.what} has ${short(part.actual)} in place of ${short(part.expected)}`);
    const more = lost.length > NAMED ? `, and ${lost.length - NAMED} more` : "";
    const at = cut === undefined ? "" : ` at cycle ${cut}`;
    // Which of its two sides is wrong the law could not tell; looking at snapshots did.
    if (divergence.peers)
      return `A snapshot of ${divergence.legs.at(-1) ?? actualFrom} is wrong: ${parts.join("; ")}${more}.`;
    return `Right behind the resume${at}, before any instruction, ${actualFrom} is wrong already: ${parts.join("; ")}${more}. The snapshot, or its resume, has lost that.`;
  }
  if (location?.wrongAfterLoading) {
    const [first] = location.wrongAfterLoading;
    const what = first ? `: ${first.what} is ${short(first.actual)}, not ${short(first.expected)}` : "";
    return `Before any instruction, ${actualFrom} has loaded the program otherwise than ${expectedFrom}${what}.`;
  }
  const wrong = (investigation?.values ?? []).filter(({ differs }) => differs);
  const named = wrong.length > 0 ? wrong : divergence.differences.map(({ what, ...both }) => ({ name: what, ...both }));
  const texts = named
    .slice(0, NAMED)
    .map(({ name, expected, actual }, k) =>
      k === 0
        ? `${name} is ${short(actual)} in ${actualFrom}, but ${short(expected)} in ${expectedFrom}`
        : `${name} is ${short(actual)}, not ${short(expected)}`,
    );
  const told = texts.join("; ") + (named.length > NAMED ? `; and ${named.length - NAMED} more differ` : "");
  if (!location) return `At the end, ${told}${where === "" ? "" : ` (${where})`}.`;
  const pc = `0x${location.pc.toString(16)}`;
  if (investigation.reached !== undefined)
    return `The sides part ${investigation.reached}: the search ended at its bound. At the end, ${told}.`;
  if (location.inFetch)
    return `At ${pc} nothing can be fetched, and the two sides take that in different ways: ${told}.`;
  const { begins, cycles } = location;
  const at =
    begins !== undefined ? `, which begins at cycle ${begins}` : cycles === undefined ? "" : `, at cycle ${cycles}`;
  return `Both sides agree up to “${short(location.text)}” at ${pc}${at}. Then ${told}.`;
}

/** Characters of a value that a sentence has room for. */
const LONG = 60;

function short(text: string): string {
  return text === "" ? "empty" : clip(text, LONG);
}

/** What the two sides are called: the runs that were looked into, which may be others than the law compared. */
export function sidesOf({ investigation, divergence }: ReportedFinding): Investigation["sides"] {
  return investigation?.sides ?? { expected: divergence.expectedFrom, actual: divergence.actualFrom };
}

/** Who ran the legs of the side that is wrong, leg by leg; of a run without cuts, what that side is called. */
export function legsOf(finding: ReportedFinding): readonly string[] {
  const { investigation, divergence } = finding;
  return investigation?.timeline.cuts.length === 0 ? [sidesOf(finding).actual] : divergence.legs;
}
