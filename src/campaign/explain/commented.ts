import type { Explanation } from "../investigation.ts";

/**
 * The text of a case with what is known of its parts as comments: of an instruction beside its line, of everything else in
 * a block in front of it.
 * @param lines the line of each instruction, counted from 1, by address
 */
export function commented(text: string, lines: ReadonlyMap<bigint, number>, explained: readonly Explanation[]): string {
  const rows = text.split("\n");
  const rest: string[] = [];
  for (const { pc, part, text: said } of explained) {
    const line = pc === undefined ? undefined : lines.get(pc);
    if (line === undefined || rows[line - 1] === undefined) rest.push(`${part}: ${said}`);
    else rows[line - 1] = `${rows[line - 1].trimEnd()}${/#[^"']*$/.test(rows[line - 1]) ? ";" : "\t#"} ${said}`;
  }
  if (rest.length === 0) return rows.join("\n");
  // No lines with `#` in front: a C preprocessor would take them for its own.
  const block = ["/* what matters:", ...rest.map((row) => ` * ${row.replaceAll("*/", "* /")}`), " */"];
  const header = rows.findIndex((row) => row.includes("*/"));
  return rows.toSpliced(header + 1, 0, ...block).join("\n");
}
