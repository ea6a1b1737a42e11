import type { PageState } from "../../campaign/index.ts";
import { escaped } from "../html.ts";
import { counted, group } from "../table.ts";

/** Pages that are shown at the most; those that differ go before others. */
const SHOWN = 256;
const PAGE_BYTES = 4096;

/** Every page that one of the sides touched, with its flags before and behind, and whether its bytes are the same. */
export function pageMapHtml(pages: readonly PageState[]): string[] {
  if (pages.length === 0) return [];
  const isWrong = ({ expected, actual, differs }: PageState): boolean => differs || expected !== actual;
  const wrong = pages.filter(isWrong);
  const shown = [...wrong, ...pages.filter((page) => !isWrong(page))]
    .slice(0, SHOWN)
    .toSorted((a, b) => a.page - b.page);
  const hidden = pages.length - shown.length;
  return [
    `<details${wrong.length > 0 ? " open" : ""}><summary>Page map: ${counted(pages.length, "page")} touched, ${wrong.length === 0 ? "none differs" : `${group(wrong.length)} ${wrong.length === 1 ? "differs" : "differ"}`}</summary>`,
    `<p class="quiet">Flags before → behind, as expected: D dirty, X executable, F frozen, – none. A page outlined in red has other flags or other bytes in the run that is wrong.</p>`,
    `<ol class="pages">`,
    ...shown.map((page) => pageHtml(page, isWrong(page))),
    `</ol>${hidden > 0 ? `<p>and ${counted(hidden, "page")} more</p>` : ""}</details>`,
  ];
}

function pageHtml({ page, before, expected, actual, differs }: PageState, isWrong: boolean): string {
  const from = before === undefined ? "" : `${flagsText(before)} → `;
  const flags = actual === expected ? "" : ` <span class="actual">actual ${flagsText(actual)}</span>`;
  const bytes = differs ? ` <span class="actual">bytes differ</span>` : "";
  const kind = /X/.test(expected) ? " x" : /D/.test(expected) ? " d" : "";
  return `<li class="pg${kind}${isWrong ? " odd" : ""}"><b>${page}</b> <small>0x${(page * PAGE_BYTES).toString(16)}</small> <span>${from}${flagsText(expected)}</span>${flags}${bytes}</li>`;
}

function flagsText(flags: string): string {
  return escaped(flags === "-" || flags === "" ? "–" : flags);
}
