import { group } from "./table.ts";

/** A text of at most `most` characters; of a longer one the beginning, and how long it is. No half characters. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}… (${group(text.length)} characters)`;
}
