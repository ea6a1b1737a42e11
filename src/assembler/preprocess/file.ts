import type { SourceFile, SourceLine } from "../source.ts";
import { evaluateCondition } from "./condition.ts";
import type { Expander, Following } from "./expand.ts";
import { findInclude } from "./include.ts";
import { replaceDefined } from "./defined.ts";
import { firstCharacter, locator, mentionsMacro, withoutComment } from "./line-text.ts";
import { LineReader, type LogicalLine } from "./lines.ts";
import { parseDefine } from "./macro.ts";
import type { PreprocessOptions } from "./options.ts";
import { CppProblem } from "./problem.ts";
import { type Token, tokenize, tokensText } from "./token.ts";

/** What all files of one run share. */
export interface Shared {
  readonly expander: Expander;
  readonly options: PreprocessOptions;
  readonly output: SourceLine[];
  /** Files with `#pragma once`. */
  readonly once: Set<string>;
  lines: number;
  /** The file being read: where an error is. */
  current: SourceFile;
}

const INCLUDES_MAX = 100;
const LINES_MAX = 1_000_000;
const CONDITIONS_MAX = 1000;

/** An open #if. */
interface Condition {
  active: boolean;
  /** Whether one of its branches has counted already, or none may. */
  done: boolean;
  otherwise: boolean;
  readonly at: Token;
}

/** Preprocesses one file, and those it includes. */
export class FilePreprocessor {
  readonly #shared: Shared;
  readonly #file: SourceFile;
  readonly #reader: LineReader;
  readonly #depth: number;
  readonly #conditions: Condition[] = [];
  /** A line that was read ahead, to see whether it begins with the parenthesis of a macro call. */
  #ahead: LogicalLine | undefined;

  constructor(shared: Shared, file: SourceFile, text: string, depth = 0) {
    this.#shared = shared;
    this.#file = file;
    this.#reader = new LineReader(text);
    this.#depth = depth;
    this.#installDynamic();
  }

  #installDynamic(): void {
    const { macros } = this.#shared.expander;
    const common = { parameters: undefined, variadic: false, body: [] };
    const define = (name: string, kind: Token["kind"], text: (token: Token) => string) =>
      macros.set(name, { ...common, name, dynamic: (token) => ({ ...token, kind, text: text(token) }) });
    define("__LINE__", "number", ({ line }) => String(line));
    define("__FILE__", "text", () => JSON.stringify(this.#shared.current.name));
    if (this.#depth > 0 || macros.has("__COUNTER__")) return;
    let counter = 0;
    define("__COUNTER__", "number", () => String(counter++));
  }

  readonly #isMacro = (word: string) => this.#shared.expander.macros.has(word);

  run(): void {
    this.#shared.current = this.#file;
    for (let line = this.#nextText(); line; line = this.#nextText()) this.#put(line);
    const open = this.#conditions[0];
    if (open) throw new CppProblem("this conditional has no #endif", open.at);
  }

  /** The next line that is neither a directive nor left out; directives on the way are carried out. */
  #nextText(): LogicalLine | undefined {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    if (ahead) return ahead;
    for (;;) {
      const line = this.#reader.next();
      if (!line) return undefined;
      if (++this.#shared.lines > LINES_MAX)
        throw new CppProblem("includes make too many lines", { line: line.line, column: 1 });
      const at = firstCharacter(line.text);
      if (line.text.charCodeAt(at) === 0x23) this.#directive(line, at);
      else if (this.#active && at < line.text.length) return line;
    }
  }

  get #active(): boolean {
    return this.#conditions.at(-1)?.active ?? true;
  }

  #put(line: LogicalLine): void {
    const { expander, output } = this.#shared;
    const { text, columns } = line;
    if (!mentionsMacro(text, this.#isMacro)) {
      output.push({ text, file: this.#file, line: line.line, ...(columns && { columns }) });
      return;
    }
    const tokens = withoutComment(tokenize(text, locator(line)));
    if (tokens.length > 0) this.#emit(expander.expand(tokens, this.#following), tokens[0]);
  }

  /** The lines after the current one, for a macro call that goes on in them. */
  readonly #following: Following = {
    peek: () => this.#tokensOf((this.#ahead = this.#nextText())),
    take: () => this.#tokensOf(this.#nextText()),
  };

  #tokensOf(line: LogicalLine | undefined): readonly Token[] | undefined {
    return line && withoutComment(tokenize(line.text, locator(line)));
  }

  #emit(tokens: readonly Token[], { line, column }: Token): void {
    const places: number[] = [];
    const text = tokensText(tokens, (at, token) => places.push(at, token.line, token.column));
    if (places.length === 0) places.push(0, line, column);
    this.#shared.output.push({ text, file: this.#file, line, columns: places });
  }

  #directive(line: LogicalLine, at: number): void {
    const tokens = tokenize(line.text, locator(line), at + 1);
    const [word] = tokens;
    if (word?.kind !== "name") return;
    const rest = tokens.slice(1);
    if (this.#conditional(word, rest) || !this.#active) return;
    const { macros } = this.#shared.expander;
    switch (word.text) {
      case "define": {
        const macro = parseDefine(rest, word);
        macros.set(macro.name, macro);
        break;
      }
      case "undef":
        if (rest[0]?.kind !== "name") throw new CppProblem("expected the name of a macro", rest[0] ?? word);
        macros.delete(rest[0].text);
        break;
      case "include":
      case "import":
        this.#include(word, rest);
        break;
      case "error":
        throw new CppProblem(`#error ${line.text.slice(line.text.indexOf("error") + 5).trim()}`, word);
      case "pragma":
        if (rest[0]?.text === "once") this.#shared.once.add(this.#file.name);
        break;
    }
    // Any other word: the line is a comment of the assembler, or (#line, #warning, #ident) without effect.
  }

  /** Carries out the directives that count in parts that are left out, too. */
  #conditional(word: Token, rest: readonly Token[]): boolean {
    const conditions = this.#conditions;
    const condition = conditions.at(-1);
    switch (word.text) {
      case "if":
      case "ifdef":
      case "ifndef": {
        if (conditions.length >= CONDITIONS_MAX) throw new CppProblem("conditionals are nested too deeply", word);
        const active = this.#active;
        const holds = active && this.#test(word, rest);
        conditions.push({ active: holds, done: !active || holds, otherwise: false, at: word });
        return true;
      }
      case "elif":
        if (!condition || condition.otherwise) throw new CppProblem("#elif without #if", word);
        condition.active = !condition.done && this.#test(word, rest);
        condition.done ||= condition.active;
        return true;
      case "else":
        if (!condition || condition.otherwise) throw new CppProblem("#else without #if", word);
        condition.active = !condition.done;
        condition.done = condition.otherwise = true;
        return true;
      case "endif":
        if (!conditions.pop()) throw new CppProblem("#endif without #if", word);
        return true;
      default:
        return false;
    }
  }

  #test(word: Token, rest: readonly Token[]): boolean {
    const { expander } = this.#shared;
    if (word.text === "if" || word.text === "elif") {
      const known = replaceDefined(rest, (name) => expander.macros.has(name));
      return evaluateCondition(expander.expand(known), word);
    }
    const [name] = rest;
    if (name?.kind !== "name") throw new CppProblem("expected the name of a macro", name ?? word);
    return expander.macros.has(name.text) === (word.text === "ifdef");
  }

  #include(word: Token, rest: readonly Token[]): void {
    const shared = this.#shared;
    const tokens = rest[0]?.kind === "name" ? shared.expander.expand(rest) : rest;
    const [first] = tokens;
    const quoted = first?.kind === "text" && first.text.startsWith('"');
    const close = tokens.findIndex(({ text }) => text === ">");
    if (!quoted && (first?.text !== "<" || close < 0)) throw new CppProblem('expected "file" or <file>', first ?? word);
    const name = quoted ? first.text.slice(1, -1) : tokensText(tokens.slice(1, close));
    if (this.#depth >= INCLUDES_MAX) throw new CppProblem("includes are nested too deeply", word);
    const { includePaths = [], readFile } = shared.options;
    const found = findInclude(name, quoted, this.#file.name, includePaths, readFile);
    if (!found) throw new CppProblem(`cannot find "${name}"`, first);
    if (shared.once.has(found.path)) return;
    const file: SourceFile = { name: found.path, includedFrom: { file: this.#file, line: word.line } };
    new FilePreprocessor(shared, file, found.text, this.#depth + 1).run();
    shared.current = this.#file;
  }
}
