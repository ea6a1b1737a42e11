/** What a preprocessing token is; `empty` stands where an argument without tokens meets `##`. */
export type TokenKind = "name" | "number" | "text" | "other" | "empty";

/** A preprocessing token, and where its text stands (for one that a macro made: where the macro was called). */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** True if blanks come before it. */
  readonly space: boolean;
  readonly line: number;
  readonly column: number;
  /** The macros it came out of: they are not expanded in it again. */
  readonly hidden: ReadonlySet<CppMacro> | undefined;
}

/** A macro of the preprocessor. */
export interface CppMacro {
  readonly name: string;
  /** Parameter names; undefined for a macro without parentheses. */
  readonly parameters: readonly string[] | undefined;
  /** True if the last parameter takes all further arguments. */
  readonly variadic: boolean;
  readonly body: readonly Token[];
  /** For `__LINE__` and its like. */
  readonly dynamic?: (token: Token) => Token;
}

/** Gives the place of an offset. */
export type Locate = (at: number) => { readonly line: number; readonly column: number };

// Sticky, so that one regular expression walks over a whole line without copies.
const TOKEN =
  /[ \t\f\v\r]*(?:([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)|(\.?[0-9](?:[eEpP][+-]|[\w.])*)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(##|<<|>>|<=|>=|==|!=|&&|\|\||\.\.\.|[^ \t\f\v\r]))/suy;
const KINDS: readonly TokenKind[] = ["name", "number", "text", "other"];

/** Splits text without comments into tokens. */
export function tokenize(text: string, locate: Locate, from = 0): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = from;
  for (let at = from; ; at = TOKEN.lastIndex) {
    const found = TOKEN.exec(text);
    if (!found) return tokens;
    const group = found[1] !== undefined ? 1 : found[2] !== undefined ? 2 : found[3] !== undefined ? 3 : 4;
    const start = TOKEN.lastIndex - found[group].length;
    const { line, column } = locate(start);
    tokens.push({ kind: KINDS[group - 1], text: found[group], space: start > at, line, column, hidden: undefined });
  }
}

/**
 * The text of tokens, with single blanks where blanks were, or where two tokens would otherwise run together. `mark` is
 * told the offset of each token.
 */
export function tokensText(tokens: readonly Token[], mark?: (at: number, token: Token) => void): string {
  let text = "";
  let last: Token | undefined;
  for (const token of tokens) {
    if (token.kind === "empty") continue;
    if (last && (token.space || runsTogether(last, token))) text += " ";
    mark?.(text.length, token);
    text += token.text;
    last = token;
  }
  return text;
}

function runsTogether(left: Token, right: Token): boolean {
  const leftWord = left.kind === "name" || left.kind === "number";
  const rightWord = right.kind === "name" || right.kind === "number";
  if (leftWord && rightWord) return true;
  return left.kind === "other" && right.kind === "other" && PAIRS.has(left.text.slice(-1) + right.text.charAt(0));
}

const PAIRS = new Set(["##", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "<>", "//", "/*"]);
