/** Where a person finds a piece of source text, and how it came to be read there. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** One line for each macro expansion and include on the way, innermost first. */
  readonly notes: readonly string[];
}

/** One line of text on its way to the assembler, and where it was written. */
export interface SourceLine {
  readonly text: string;
  readonly file: SourceFile;
  readonly line: number;
  /**
   * Triples (offset in `text`, line, column), ascending: from that offset on, the text stands at that place.
   * Left out where `text` is the line as it stands in the file.
   */
  readonly columns?: readonly number[];
  /** For text that a macro or a repetition made: what made it. */
  readonly caller?: Caller;
}

/** A file being read, and the #include that named it. */
export interface SourceFile {
  readonly name: string;
  readonly includedFrom?: { readonly file: SourceFile; readonly line: number };
}

/** The call of an assembler macro or repetition: the line it stands on, and what it is called in messages. */
export interface Caller {
  readonly line: SourceLine;
  readonly at: number;
  readonly what: string;
}

/**
 * The place of offset `at` in `source`. Text made by a macro is placed where the macro was called, since that is what
 * the user wrote; the notes lead to the line inside the macro.
 */
export function placeOf(source: SourceLine, at: number): Place {
  const notes: string[] = [];
  let line = source;
  let offset = at;
  while (line.caller) {
    notes.push(`${line.file.name}:${line.line}: note: in ${line.caller.what}`);
    offset = line.caller.at;
    line = line.caller.line;
  }
  for (let { includedFrom } = line.file; includedFrom; { includedFrom } = includedFrom.file) {
    notes.push(`${includedFrom.file.name}:${includedFrom.line}: note: included from here`);
  }
  return { file: line.file.name, ...lineAndColumn(line, offset), notes };
}

function lineAndColumn(source: SourceLine, at: number): { line: number; column: number } {
  const { columns } = source;
  if (!columns) return { line: source.line, column: at + 1 };
  let found = 0;
  for (let k = 0; k < columns.length && columns[k] <= at; k += 3) found = k;
  // Text that stands in the file runs on from its first column; text that a macro made does not, but its end is never
  // farther than the next triple.
  return { line: columns[found + 1], column: columns[found + 2] + Math.max(0, at - columns[found]) };
}
