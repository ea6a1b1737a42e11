import type { Value } from "../../campaign/index.ts";
import { clip } from "../clip.ts";
import { escaped } from "../html.ts";

/** Characters that are shown of one value: what a program wrote may be endless. */
const LONG = 400;
/** Longer texts are no numbers, of which single digits matter. */
const MARKED = 100;
/** Rows of one table. */
const ROWS_SHOWN = 100;

/** A table of both sides with a title; rows are HTML. Of too many rows the first, and how many there are. */
export function sidesTable(title: string, head: readonly string[], rows: readonly string[]): string[] {
  const names = head.map((name) => (name === "" ? `<td></td>` : `<th scope="col">${escaped(name)}</th>`));
  const more = rows.length > ROWS_SHOWN ? `<p>and ${rows.length - ROWS_SHOWN} more</p>` : "";
  return [
    `<div class="table state" tabindex="0" role="region" aria-label="${escaped(title)}"><table><caption>${escaped(title)}</caption>`,
    `<thead><tr>${names.join("")}</tr></thead><tbody>${rows.slice(0, ROWS_SHOWN).join("\n")}</tbody></table></div>${more}`,
  ];
}

/** One value of a table. */
export type SidesRow = Pick<Value, "expected" | "actual" | "differs"> & Partial<Pick<Value, "before">>;

/** @param head HTML: what it is @param hasBefore true for tables that have a column for it */
export function sidesRow(
  head: string,
  { before = "", expected, actual, differs }: SidesRow,
  hasBefore: boolean,
): string {
  const code = (html: string, kind = ""): string => `<td${kind && ` class="${kind}"`}><code>${html}</code></td>`;
  const [right, wrong] = differs
    ? marked(clip(expected, LONG), clip(actual, LONG))
    : [escaped(clip(expected, LONG)), escaped(clip(actual, LONG))];
  const sides = differs ? code(right, "right") + code(wrong, "wrong") : code(right) + code(wrong);
  return `<tr><th scope="row">${head}</th>${hasBefore ? code(escaped(clip(before, LONG))) : ""}${sides}</tr>`;
}

/** Both texts as HTML; where they are numbers of the same length, with the digits in bold in which they differ. */
function marked(expected: string, actual: string): [string, string] {
  if (expected.length !== actual.length || expected.length > MARKED) return [escaped(expected), escaped(actual)];
  const mark = (text: string, other: string): string =>
    text
      .replaceAll(/[\s\S]/gu, (character, at: number) => {
        const isSame = other.startsWith(character, at);
        return isSame ? escaped(character) : `<b>${escaped(character)}</b>`;
      })
      .replaceAll("</b><b>", "");
  return [mark(expected, actual), mark(actual, expected)];
}
