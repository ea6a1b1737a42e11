/** Columns of a terminal that is not made wide: what is printed for people fits it. */
export const COLUMNS = 80;

/** Lines of at most `columns`, indentation included, broken between words; a word that is longer has a line of its own. */
export function wrap(text: string, indentation: string, columns = COLUMNS): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > columns) lines.push(indentation + word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
