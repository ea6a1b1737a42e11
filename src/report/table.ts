/** Columns, the first to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const cells = [head, ...rows.map((row) => row.map((cell) => (typeof cell === "number" ? group(cell) : cell)))];
  const widths = head.map((_, k) => Math.max(...cells.map((row) => row[k]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k])))
      .join("  ")
      .trimEnd(),
  );
}

/** A number as people write it. */
export function group(value: number): string {
  return value.toLocaleString("en-US");
}

/** A part of a whole in percent, cut to one digit behind the point, so that 100.0 % means all of it. */
export function share(part: number, whole: number): string {
  return `${(whole === 0 ? 100 : Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}

/** A count with what is counted: `1 case`, `2,000 cases`. */
export function counted(count: number, what: string): string {
  return `${group(count)} ${what}${count === 1 ? "" : "s"}`;
}
