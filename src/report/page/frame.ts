import type { Explanation, Investigation } from "../../campaign/index.ts";
import { escaped } from "../html.ts";

/** The instructions around the place where the sides part, with that one marked, and what is known of each. */
export function frameHtml({ frame, explained }: Investigation): string[] {
  if (frame.length === 0) return [];
  const notes = Map.groupBy(
    explained.filter(({ pc }) => pc !== undefined),
    ({ pc }) => pc ?? 0n,
  );
  const rows = frame.map(({ pc, bytes, text, here, symbol }) => {
    const name =
      symbol === undefined
        ? ""
        : `<tr class="symbol"><td></td><td colspan="4"><code>${escaped(symbol)}:</code></td></tr>`;
    const mark = here ? `<span aria-hidden="true">▶</span><span class="unseen">the sides part here</span>` : "";
    const cells = [`0x${pc.toString(16)}`, bytes, text].map(
      (cell, k) => `<td${k === 1 ? ` class="bytes"` : ""}><code>${escaped(cell)}</code></td>`,
    );
    const note = (notes.get(pc) ?? []).map(noteText).join("; ");
    return `${name}<tr${here ? ` class="here"` : ""}><td>${mark}</td>${cells.join("")}<td class="note">${escaped(note)}</td></tr>`;
  });
  return [
    `<div class="table frame" tabindex="0" role="region" aria-label="Instructions around the first difference"><table>`,
    `<thead class="unseen"><tr>${["mark", "address", "bytes", "instruction", "note"].map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead>`,
    `<tbody>${rows.join("\n")}</tbody></table></div>`,
  ];
}

/** What the case's author would write beside the line. */
function noteText({ freedom, text }: Explanation): string {
  return freedom === "needed" ? "needed" : text;
}
