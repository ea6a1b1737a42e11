import { AssemblyError } from "../error.ts";
import { placeOf, type SourceFile, type SourceLine } from "../source.ts";
import { Expander } from "./expand.ts";
import { FilePreprocessor, type Shared } from "./file.ts";
import { parseDefine } from "./macro.ts";
import type { PreprocessOptions } from "./options.ts";
import { CppProblem } from "./problem.ts";
import { type Token, tokenize } from "./token.ts";

/**
 * Runs the C preprocessor as GNU cpp runs it over assembly text: a `#` at the beginning of a line that is no directive
 * begins a comment.
 * @returns the text that is left, line by line.
 * @throws AssemblyError and nothing else, whatever the text is.
 */
export function preprocess(text: string, options: PreprocessOptions & { readonly name?: string } = {}): string {
  return preprocessLines(text, options.name ?? "<source>", options)
    .map((line) => `${line.text}\n`)
    .join("");
}

/** As `preprocess`, with the place of every line. */
export function preprocessLines(text: string, name: string, options: PreprocessOptions): SourceLine[] {
  const expander = new Expander();
  const file: SourceFile = { name };
  const shared: Shared = {
    expander,
    options,
    output: [],
    once: new Set(),
    lines: 0,
    current: file,
  };
  try {
    for (const [key, value] of Object.entries({ __ASSEMBLER__: "1", ...options.defines })) {
      const tokens = tokenize(`${key} ${value}`, () => ({ line: 0, column: 0 }));
      const macro = parseDefine(tokens, tokens[0] ?? NOWHERE);
      expander.macros.set(macro.name, macro);
    }
    new FilePreprocessor(shared, file, text).run();
  } catch (error) {
    if (!(error instanceof CppProblem)) throw error;
    const { line, column, message } = error;
    const place = placeOf({ text: "", file: shared.current, line, columns: [0, line, column] }, 0);
    throw new AssemblyError([{ ...place, message }]);
  }
  return shared.output;
}

const NOWHERE: Token = { kind: "other", text: "", space: false, line: 0, column: 0, hidden: undefined };
