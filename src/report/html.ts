/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

/** A table that scrolls by itself where the page is narrow; cells are HTML. */
export function htmlTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<td>${cell}</td>`).join("");
  return [
    `<div class="table" tabindex="0" role="region" aria-label="${escaped(head.join(", "))}"><table>`,
    `<thead><tr>${head.map((name) => `<th scope="col">${escaped(name)}</th>`).join("")}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}</tbody>`,
    `</table></div>`,
  ].join("\n");
}

/** A whole page in one file: no scripts, nothing from elsewhere; light and dark, on paper and on a telephone. */
export function htmlPage(title: string, body: readonly string[]): string {
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<link rel="icon" href="data:,">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    `</head>`,
    `<body><main>`,
    ...body,
    `</main></body>`,
    `</html>`,
    ``,
  ].join("\n");
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --paper: #fbfbf9; --line: #d5d8dc; --quiet: #5a6472; --good: #176b3a; --bad: #b3261e; --bar: #3a6ea5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --paper: #15181d; --line: #343a43; --quiet: #9aa4b1; --good: #6fcf97; --bad: #ff8a80; --bar: #79a9dc; } }
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
summary { cursor: pointer; } li { overflow-wrap: anywhere; }
@media print { .table { overflow: visible; border: 0; } td, th { white-space: normal; } body { font-size: 11px; } }
`;
