import { DARK, declarations, LIGHT } from "./colours.ts";

/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

/** A table that scrolls by itself where the page is narrow; cells are HTML. @param kind a class for its style */
export function htmlTable(head: readonly string[], rows: readonly (readonly string[])[], kind = ""): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<td>${cell}</td>`).join("");
  return [
    `<div class="table${kind && ` ${kind}`}" tabindex="0" role="region" aria-label="${escaped(head.join(", "))}"><table>`,
    `<thead><tr>${head.map((name) => `<th scope="col">${escaped(name)}</th>`).join("")}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}</tbody>`,
    `</table></div>`,
  ].join("\n");
}

/** What a page has besides its body. */
export interface PageParts {
  /** More style. */
  readonly style?: string;
  /** Between the way past it and the body: the same on every page of its kind. */
  readonly before?: readonly string[];
}

/** A whole page in one file: no scripts, nothing from elsewhere; light and dark, on paper and on a telephone. */
export function htmlPage(title: string, body: readonly string[], { style = "", before = [] }: PageParts = {}): string {
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<link rel="icon" href="data:,">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}${style}</style>`,
    `</head>`,
    `<body>`,
    `<a class="skip" href="#main">Skip to the content</a>`,
    ...before,
    `<main id="main" tabindex="-1">`,
    ...body,
    `</main></body>`,
    `</html>`,
    ``,
  ].join("\n");
}

const STYLE = `
:root { color-scheme: light dark; ${declarations(LIGHT)} }
@media (prefers-color-scheme: dark) { :root { ${declarations(DARK)} } }
@media print { :root { color-scheme: light; ${declarations(LIGHT)} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; }
p { max-width: 46rem; overflow-wrap: anywhere; } code { font: .92em ui-monospace, monospace; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .8rem; margin: 1.2rem 0; }
.figures > div { border: 1px solid var(--line); border-radius: .4rem; padding: .7rem .9rem; }
dt { color: var(--quiet); } dd { margin: 0; font-size: 1.5rem; font-weight: 600; } dd small { display: block; font-size: .85rem; font-weight: 400; color: var(--quiet); }
.table { overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .35rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
tbody tr:last-child td { border-bottom: 0; } th { color: var(--quiet); font-weight: 600; }
.text { display: inline-block; white-space: normal; min-width: 16rem; max-width: 40rem; overflow-wrap: anywhere; }
.good { color: var(--good); } .bad { color: var(--bad); }
.bar { display: inline-block; width: 6rem; height: .6rem; border: 1px solid var(--line); border-radius: .3rem; overflow: hidden; vertical-align: middle; }
.bar > span { display: block; height: 100%; background: var(--bar); }
a { color: var(--bar); }
:focus-visible { outline: 3px solid var(--bar); outline-offset: 2px; } main:focus { outline: none; }
.skip { position: absolute; left: -999rem; top: .5rem; padding: .4rem .8rem; border-radius: .3rem; background: var(--bar); color: var(--paper); }
.skip:focus { left: .5rem; z-index: 9; }
summary { cursor: pointer; } li { overflow-wrap: anywhere; }
@media print { .skip { display: none; } .table { overflow: visible; border: 0; } td, th { white-space: normal; } body { font-size: 11px; } }
`;
