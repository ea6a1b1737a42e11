import type { Scoreboard } from "../museum/index.ts";
import { absentText, methodRows, scoreCells, secondsText, totalCells } from "./museum-text.ts";
import { share } from "./table.ts";

/**
 * A scoreboard as a page.
 * @param made how the page was made: the command, the machine, the commit
 */
export function museumMarkdown(board: Scoreboard, made: readonly string[]): string {
  const { totals, scores, absent } = board;
  const missed = scores.filter(({ found }) => !found);
  return [
    "# Museum",
    "",
    "How well the harness finds faults of the public history of VMs, each put into the reference behind a switch. A fault counts",
    `as found if it was told with each of ${board.seeds.length} seeds within ${board.timeMs / 1000} s; the harness is not told which fault it is after.`,
    "Seconds are medians over the seeds where nothing else is said.",
    "",
    ...made.map((line) => `- ${line}`),
    "",
    "| figure | value |",
    "|---|--:|",
    `| faults found | ${totals.found} of ${totals.exhibits} (${share(totals.found, totals.exhibits)}) |`,
    `| seconds to find, median of all faults; of the slowest; longest single hunt | ${[totals.seconds, totals.slowestSeconds, totals.longestSeconds].map(secondsText).join("; ")} |`,
    `| instructions left after shrinking, median; of nine in ten; most | ${[totals.instructions, totals.instructionsOfMost, totals.instructionsMax].join("; ")} |`,
    `| cuts left after shrinking, median | ${totals.cuts ?? ""} |`,
    `| place named rightly | ${totals.right} of ${totals.placed} (${share(totals.right, totals.placed)}) |`,
    `| findings that could not be diagnosed | ${totals.undiagnosed} |`,
    `| faults without a single place | ${totals.unplaced} |`,
    `| rows of the catalogue that are left out | ${absentText(board) || "none"} |`,
    "",
    ...(board.baselines.length > 0
      ? [
          "## Methods",
          "",
          `The same faults in the same run; simpler methods had ${board.baselineTimeMs / 1000} s each and one seed.`,
          "",
          ...markdownTable(
            ["method", "found", "seconds, median", "what it does"],
            methodRows(board).map((row, k) => [...row, board.baselines[k]?.about ?? FULL]),
          ),
          "",
        ]
      : []),
    "## Categories",
    "",
    ...markdownTable(
      ["category", "faults", "found", "seconds", "of the slowest", "place right"],
      board.categories.map(({ category, totals: some }) => [category, ...totalCells(some)]),
    ),
    "",
    ...(missed.length > 0
      ? ["## Not found", "", ...missed.map(({ exhibit }) => `- \`${exhibit.id}\`: ${exhibit.does}`), ""]
      : []),
    "## Faults",
    "",
    ...markdownTable(
      ["fault", "found", "by", "cases", "seconds", "instructions", "cuts", "place"],
      scores.map((score) => {
        const [id, ...cells] = scoreCells(score);
        return [`\`${id}\``, ...cells];
      }),
    ),
    "",
    ...(absent.length > 0
      ? [
          "## Left out",
          "",
          ...markdownTable(
            ["row", "kind", "why"],
            absent.map(({ id, kind, reason }) => [`\`${id}\``, kind, reason]),
          ),
          "",
        ]
      : []),
  ].join("\n");
}

const FULL = "every law on generated cases with cuts where something happens, and the directed programs";

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
