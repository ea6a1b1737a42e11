import { CppProblem } from "./problem.ts";
import { LEFT_OUT, substitute } from "./substitute.ts";
import type { CppMacro, Token } from "./token.ts";

/** Bounds that keep hostile macros from running forever; far above what programs need. */
const TOKENS_MAX = 1_000_000;
const NESTING_MAX = 200;
const HIDDEN_MAX = 500;

/** The tokens of the lines that follow, a line at a time; undefined at the end of the file. */
export interface Following {
  /** The next line, which stays the next one. */
  peek(): readonly Token[] | undefined;
  take(): readonly Token[] | undefined;
}

/**
 * Expands macros by the algorithm that the C standard was written from (D. Prosser, "Complete Macro Expansion
 * Algorithm", X3J11/86-196): every token carries the set of macros it came out of.
 */
export class Expander {
  readonly macros = new Map<string, CppMacro>();
  #tokens = 0;
  #nesting = 0;

  /** Expands all macros in `tokens`; a call may go on in the lines `following`. */
  expand(tokens: readonly Token[], following?: Following): Token[] {
    if (++this.#nesting > NESTING_MAX) throw new CppProblem("macro calls are nested too deeply", tokens[0] ?? NOWHERE);
    const work = tokens.toReversed();
    const result: Token[] = [];
    for (let token = work.pop(); token; token = work.pop()) {
      const macro = token.kind === "name" ? this.macros.get(token.text) : undefined;
      if (!macro || token.hidden?.has(macro) || !this.#expandOne(token, macro, work, following)) result.push(token);
    }
    this.#nesting--;
    return result;
  }

  /** Forgets what an error left behind. */
  reset(): void {
    this.#nesting = 0;
  }

  /** Replaces the macro `token` at the front of `work`; false if it is not a call. */
  #expandOne(token: Token, macro: CppMacro, work: Token[], following: Following | undefined): boolean {
    if (macro.dynamic) {
      work.push({ ...macro.dynamic(token), hidden: hide(token.hidden, macro) });
      return true;
    }
    let hidden = hide(token.hidden, macro);
    let args: Token[][] = [];
    if (macro.parameters) {
      if (!opens(work, following)) return false;
      const call = readArguments(token, macro, work, following);
      args = call.args;
      hidden = hide(common(token.hidden, call.close.hidden), macro);
    }
    if (hidden.size > HIDDEN_MAX) throw new CppProblem("macros are nested too deeply", token);
    const body = substitute(macro, args, token, (tokens) => this.expand(tokens));
    this.#tokens += body.length + 1;
    if (this.#tokens > TOKENS_MAX) throw new CppProblem("macros expand to too much text", token);
    const next = work.at(-1);
    // The blank before a macro that leaves nothing still stands between its neighbours.
    if (next && token.space && body.every(({ kind }) => kind === "empty"))
      work[work.length - 1] = { ...next, space: true };
    for (let k = body.length - 1; k >= 0; k--) {
      const part = body[k];
      if (part.kind === "empty") continue;
      const union = part.hidden ? new Set([...hidden, ...part.hidden]) : hidden;
      work.push({ ...part, space: k === 0 ? token.space : part.space, hidden: union });
    }
    return true;
  }
}

const NOWHERE = { line: 0, column: 0 };

/** Whether the next token is a `(`, in this line or a following one. */
function opens(work: Token[], following: Following | undefined): boolean {
  const next = work.at(-1);
  if (next) return next.text === "(";
  if (following?.peek()?.[0]?.text !== "(") return false;
  for (const token of (following.take() ?? []).toReversed()) work.push(token);
  return true;
}

function hide(hidden: ReadonlySet<CppMacro> | undefined, macro: CppMacro): ReadonlySet<CppMacro> {
  return new Set(hidden).add(macro);
}

function common(a: ReadonlySet<CppMacro> | undefined, b: ReadonlySet<CppMacro> | undefined) {
  return a && b && new Set([...a].filter((macro) => b.has(macro)));
}

/** Takes the arguments of a call off `work`, the parentheses included. */
function readArguments(
  token: Token,
  { name, parameters = [], variadic }: CppMacro,
  work: Token[],
  following: Following | undefined,
): { args: Token[][]; close: Token } {
  work.pop();
  const args: Token[][] = [[]];
  for (let depth = 0; ;) {
    let next = work.pop();
    while (!next) {
      const tokens = following?.take();
      if (!tokens) throw new CppProblem(`the call of macro "${name}" has no ")"`, token);
      const [first, ...rest] = tokens;
      if (!first) continue;
      for (const token of rest.toReversed()) work.push(token);
      // The end of a line separates like a blank.
      next = { ...first, space: true };
    }
    if (next.text === ")" && depth-- === 0)
      return { args: checkCount(args, token, name, parameters, variadic), close: next };
    if (next.text === "(") depth++;
    if (next.text === "," && depth === 0 && !(variadic && args.length >= parameters.length)) args.push([]);
    else args[args.length - 1].push(next);
  }
}

function checkCount(
  args: Token[][],
  token: Token,
  name: string,
  parameters: readonly string[],
  variadic: boolean,
): Token[][] {
  if (parameters.length === 0 && args.length === 1 && args[0].length === 0) return [];
  // The variable arguments may be left out together with their comma.
  if (variadic && args.length === parameters.length - 1) return [...args, LEFT_OUT];
  if (variadic && parameters.length === 1 && args[0].length === 0) return [LEFT_OUT];
  if (args.length === parameters.length) return args;
  throw new CppProblem(`macro "${name}" takes ${parameters.length} arguments, not ${args.length}`, token);
}
