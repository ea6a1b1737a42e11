import { escaped } from "../html.ts";

/** One cell: how often it was hit. Cells that stand for several know how many of those were. */
export interface HeatCell {
  readonly hits: number;
  /** Cells of the coverage space that it stands for, and how many of them were hit. */
  readonly of: number;
  readonly met: number;
}

/** What stands in one place of the map: a cell, one that is not asked for, or nothing that can ever be. */
export type HeatPlace = HeatCell | "left out" | undefined;

/** Cells over two axes. */
export interface HeatMap {
  /** What a row is. */
  readonly row: string;
  /** Columns that stand together, under a name. */
  readonly columns: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** Rows that stand together, under a name; places in the order of all columns. */
  readonly groups: readonly HeatGroup[];
}

/** Rows of one kind: of an extension. */
export interface HeatGroup {
  readonly name: string;
  readonly rows: readonly { readonly name: string; readonly places: readonly HeatPlace[] }[];
}

/** The map as a table, in which colour only repeats what the numbers say. */
export function heatTable(map: HeatMap, label: string): string {
  const width = map.columns.reduce((sum, { columns }) => sum + columns.length, 1);
  const first = new Set(map.columns.map((_, k) => startOf(map, k)));
  const head = map.columns.map(
    ({ name, columns }) => `<th scope="colgroup" colspan="${columns.length}">${escaped(name)}</th>`,
  );
  const names = map.columns.flatMap(({ columns }) => columns);
  return [
    `<div class="table heat" tabindex="0" role="region" aria-label="${escaped(label)}"><table>`,
    `<colgroup><col></colgroup>${map.columns.map(({ columns }) => `<colgroup span="${columns.length}"></colgroup>`).join("")}`,
    `<thead><tr><th scope="col" rowspan="2">${escaped(map.row)}</th>${head.join("")}</tr>`,
    `<tr>${names.map((name) => `<th scope="col"><span>${escaped(name)}</span></th>`).join("")}</tr></thead>`,
    ...map.groups.flatMap(({ name, rows }) => [
      `<tbody><tr class="group"><th scope="rowgroup" colspan="${width}"><span>${escaped(name)}: ${escaped(groupText(rows))}</span></th></tr>`,
      ...rows.map(
        (row) =>
          `<tr><th scope="row">${escaped(row.name)}</th>${row.places.map((place, k) => placeHtml(place, first.has(k))).join("")}</tr>`,
      ),
      `</tbody>`,
    ]),
    `</table></div>`,
  ].join("\n");
}

/** What the colours and signs mean. */
export const HEAT_LEGEND = [
  `<ul class="legend" aria-label="Legend">`,
  `<li><span class="key e">0</span> never hit</li>`,
  `<li><span class="key h1">1–9</span></li><li><span class="key h2">10–99</span></li><li><span class="key h3">100–999</span></li>`,
  `<li><span class="key h4">1k–9k</span></li><li><span class="key h5">10k</span> and more hits</li>`,
  `<li><span class="key l">–</span> left out: no world of random cases can meet it</li><li><span class="key"></span> cannot be</li>`,
  `</ul>`,
].join("\n");

function startOf({ columns }: HeatMap, group: number): number {
  return columns.slice(0, group).reduce((sum, each) => sum + each.columns.length, 0);
}

function groupText(rows: HeatGroup["rows"]): string {
  const cells = rows.flatMap(({ places }) => places.filter((place): place is HeatCell => typeof place === "object"));
  const [met, of] = [cells.reduce((sum, each) => sum + each.met, 0), cells.reduce((sum, each) => sum + each.of, 0)];
  return met === of ? `all ${of} met` : `${met} of ${of} met, ${of - met} never`;
}

function placeHtml(place: HeatPlace, isFirst: boolean): string {
  const edge = isFirst ? " b" : "";
  if (place === undefined) return `<td${isFirst ? ` class="b"` : ""}></td>`;
  if (place === "left out") return `<td class="l${edge}">–</td>`;
  const { hits, of, met } = place;
  const part = of > 1 ? `<small>${met}/${of}</small>` : "";
  const gap = of > 1 && met > 0 && met < of ? " p" : "";
  return `<td class="${hits === 0 ? "e" : `h${heatOf(hits)}`}${gap}${edge}">${shortCount(hits)}${part}</td>`;
}

/** 1 to 5: one step for each decade. @param hits at least 1 */
export function heatOf(hits: number): number {
  return Math.min(5, String(Math.floor(hits)).length);
}

/** A count in at most four characters: `999`, `9.9k`, `99k`, `1.2M`; cut, so that nothing looks larger than it is. */
export function shortCount(count: number): string {
  for (const [unit, letter] of [
    [1e9, "G"],
    [1e6, "M"],
    [1e3, "k"],
  ] as const) {
    if (count < unit) continue;
    const tenths = Math.floor(count / (unit / 10));
    return tenths < 100 && tenths % 10 !== 0 ? `${tenths / 10}${letter}` : `${Math.floor(count / unit)}${letter}`;
  }
  return String(count);
}
