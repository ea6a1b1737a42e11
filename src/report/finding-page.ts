import type { Investigation } from "../campaign/index.ts";
import { locateText } from "./locate-text.ts";

/** What a page about a finding is made of. */
export interface FindingPage {
  /** Without an ending: all files of the finding begin with it. */
  readonly name: string;
  readonly law: string;
  readonly sentence: string;
  readonly repeat: string;
  readonly investigation: Investigation;
  /** Names of the other files. */
  readonly files: readonly string[];
}

/** A page for people: what was seen, the command that repeats it, and what is left to be filled in. */
export function findingPage({ name, law, sentence, repeat, investigation, files }: FindingPage): string {
  const { where, sides, peers } = investigation;
  return [
    `# ${name}`,
    "",
    `Law *${law}* is broken: ${sentence}`,
    "",
    `- ${peers ? "A" : "Expected"}: ${sides.expected}`,
    `- ${peers ? "B" : "Actual"}: ${sides.actual}`,
    `- First differing instruction: ${where || "not known"}`,
    "",
    "Repeat it with:",
    "",
    "```sh",
    repeat,
    "```",
    "",
    "| | |",
    "|---|---|",
    "| bug | what was seen, in a sentence (to be filled in) |",
    "| cause | why it happened (to be filled in) |",
    "| fix | the commit that mends it (to be filled in) |",
    "",
    "```",
    locateText(investigation),
    "```",
    "",
    "Beside this page:",
    "",
    ...files.map((file) => `- \`${file}\``),
    "",
  ].join("\n");
}
