/**
 * The words of a command line, without a shell: separated by spaces; single or double quotes keep spaces together.
 * Nothing else is special: no variables, no backslashes, no globs. @throws RangeError for a quote that does not end
 */
export function splitCommandLine(text: string): string[] {
  const words: string[] = [];
  for (const [piece] of text.matchAll(PIECE)) {
    let word = "";
    for (const [part] of piece.matchAll(PART)) {
      if (!/^["']/.test(part)) word += part;
      else if (part.length > 1 && part.endsWith(part[0])) word += part.slice(1, -1);
      else throw new RangeError(`a quote does not end in: ${text}`);
    }
    words.push(word);
  }
  return words;
}

const PIECE = /(?:"[^"]*"?|'[^']*'?|[^\s"'])+/g;
const PART = /"[^"]*"?|'[^']*'?|[^"']+/g;
