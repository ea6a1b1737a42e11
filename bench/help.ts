import { ROUNDS_PAIRED, ROUNDS_UNPAIRED } from "./verdict.ts";

/** Minutes of the campaign whose memory is looked at: the noise of a flat one is then well below what counts as growth. */
export const CAMPAIGN_MINUTES = 10;

const MEASURING = `  --only NAME       only the rows whose names begin so; may be repeated
  --rounds N        1 to 50 samples of each row`;
const SAMPLE = `  --sample-ms N     length of one sample behind its warm-up, 400 if left out`;

/** What `--help` says of the three commands. */
export const HELP = {
  bench: `Usage: npm run -s bench -- [options]

Measures each row in rounds, and prints it beside its goal and the real CKB-VM. Takes about 10 minutes.

${MEASURING}, ${ROUNDS_UNPAIRED} if left out
${SAMPLE}
  --json FILE       writes the results, all samples included

Ends with 3 if a row failed.
`,
  compare: `Usage: npm run -s bench:compare -- [options]

Measures again and says of each row whether it is faster or slower than before. Takes about 10 minutes; with --base 25.

  --base REV        compares with another revision, measured in turn with this checkout
  --against FILE    compares with this file of results, bench/results.json if left out
${MEASURING}, ${ROUNDS_UNPAIRED} if left out, ${ROUNDS_PAIRED} with --base
${SAMPLE}
  --json FILE       writes the comparison

Ends with 3 if a row failed.
`,
  growth: `Usage: npm run -s bench:growth -- [options]

Measures how costs grow with sizes. Takes about 15 minutes, ${CAMPAIGN_MINUTES} of them the campaign.

  --only NAME       only the series whose names begin so; may be repeated
  --minutes N       length of the campaign whose memory is looked at, ${CAMPAIGN_MINUTES} if left out
  --json FILE       reports/growth.json if left out
  --html FILE       reports/growth.html if left out

Ends with 1 if something grows too fast or failed, else with 3 if the points of something cannot tell.
`,
} as const;

/** Prints the help of a command and ends it, if it was asked for. */
export function helpIfAsked(words: readonly string[], command: keyof typeof HELP): void {
  if (!words.includes("--help") && !words.includes("-h")) return;
  process.stdout.write(HELP[command]);
  process.exit(0);
}
