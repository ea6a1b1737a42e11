import { Conditions } from "./conditions.ts";
import { Context } from "./context.ts";
import { defineSymbol } from "./directives/symbol.ts";
import { directives } from "./directives/index.ts";
import { callMacro } from "./directives/macro.ts";
import { Cursor } from "./cursor.ts";
import { Problem, Unresolved } from "./error.ts";

import { assembleInstruction } from "./instructions/mnemonics.ts";
import { parseOperands } from "./instructions/operands.ts";
import type { SourceLine } from "./source.ts";

/** Reading stops after this many errors. */
const ERRORS_MAX = 20;

/** Reads statements one by one and lets each do its work on the assembly. */
export class Reader extends Context {
  readonly #cursor = new Cursor("");

  /** Reads a whole source; what is wrong with it ends up in `assembly.diagnostics`. */
  read(lines: readonly SourceLine[]): void {
    const { assembly, input } = this;
    const depth = this.conditions.depth;
    input.push(lines, depth, 0);
    while (assembly.diagnostics.length < ERRORS_MAX && this.#step());
    input.stop();
    const open = this.conditions.closeTo(depth);
    if (open && assembly.diagnostics.length === 0)
      assembly.report("this conditional has no .endif", open.source, open.at);
  }

  #step(): boolean {
    const cursor = this.#cursor;
    try {
      if (!this.input.next(cursor)) return false;
      const { source } = this.input;
      if (source) this.assembly.source = source;
      this.assembly.column = cursor.at;
      if (this.conditions.active) this.#statement(cursor);
      else this.#skipped(cursor);
    } catch (error) {
      if (!(error instanceof Problem || error instanceof Unresolved)) throw error;
      const at = error instanceof Problem ? error.at : this.assembly.column;
      this.assembly.report(error.message, this.assembly.source, at);
    }
    return true;
  }

  /** A statement in a part that is left out: only conditionals count. */
  #skipped(cursor: Cursor): void {
    const name = cursor.symbol().toLowerCase();
    if (Conditions.isDirective(name)) directives.get(name)?.(this, cursor, name);
  }

  #statement(cursor: Cursor): void {
    for (;;) {
      const at = cursor.at;
      const code = cursor.next();
      if (code >= 0x30 && code <= 0x39) this.#numericLabel(cursor);
      else {
        const name = cursor.symbol();
        if (name === "") cursor.fail("expected a label, an instruction or a directive");
        const follows = cursor.next();
        if (follows === 0x3a) {
          cursor.at++;
          this.assembly.defineLabel(this.assembly.symbols.use(name), at);
        } else if (follows === 0x3d) {
          if (name !== ".") return defineSymbol(this, cursor, name, at);
          cursor.at++;
          return directives.get(".org")?.(this, cursor, ".org");
        } else return this.#operation(cursor, name);
      }
      if (cursor.atEnd()) return;
      this.assembly.column = cursor.at;
    }
  }

  #numericLabel(cursor: Cursor): void {
    const start = cursor.at;
    while (cursor.peek() >= 0x30 && cursor.peek() <= 0x39) cursor.at++;
    const number = cursor.text.slice(start, cursor.at);
    if (!cursor.accept(":")) cursor.fail("expected a label, an instruction or a directive", start);
    this.assembly.defineLabel(this.assembly.symbols.defineNumeric(number), start);
  }

  #operation(cursor: Cursor, name: string): void {
    const macro = this.macros.get(name);
    if (macro) return callMacro(this, cursor, macro);
    if (name.charCodeAt(0) === 0x2e) {
      const lower = name.toLowerCase();
      const directive = directives.get(lower);
      if (!directive) cursor.fail(`unknown directive "${name}"`, this.assembly.column);
      return directive(this, cursor, lower);
    }
    if (!this.assembly.section.flags.executable) this.#needCode(name, cursor);
    const operands = parseOperands(cursor, this.assembly);
    return assembleInstruction(this.assembly, name, operands, cursor);
  }

  /** Instructions may stand in any section that holds bytes. */
  #needCode(name: string, cursor: Cursor): void {
    const { flags, name: section } = this.assembly.section;
    if (flags.nobits) cursor.fail(`"${name}" stands in section ${section}, which holds no bytes`, this.assembly.column);
  }
}
