import { encodeUnchecked, encodingProblem, type FieldValues, type Instruction } from "../isa/index.ts";
import type { Cursor } from "./cursor.ts";
import { type Diagnostic, Problem, Unresolved } from "./error.ts";
import { evaluate } from "./expression.ts";
import type { AssemblySymbol, Expression, Fragment, SectionFlags, Stage } from "./model.ts";
import type { Fixup, Part } from "./fixup.ts";
import type { Names } from "./parse-expression.ts";
import { Section, writeBytes } from "./section.ts";
import { placeOf, type SourceLine } from "./source.ts";
import { isDefined, newSymbol, SymbolTable } from "./symbols.ts";

const READING: Stage = { kind: "reading" };
const NO_LINE: SourceLine = { text: "", file: { name: "" }, line: 0 };

/** What `.option` changes and `.option push` saves. */
export interface CodeOptions {
  readonly compress: boolean;
  /** Extensions that may be used, in the table's names. */
  readonly extensions: ReadonlySet<string>;
}

/** An address and the source line its instruction came from. */
export interface LineEntry {
  readonly fragment: Fragment;
  readonly offset: number;
  readonly source: SourceLine;
}

/** A program while its source is being read: sections, symbols, and what is to be filled in later. */
export class Assembly implements Names {
  readonly symbols = new SymbolTable();
  readonly sections = new Map<string, Section>();
  readonly fixups: Fixup[] = [];
  readonly lines: LineEntry[] | undefined;
  readonly diagnostics: Diagnostic[] = [];
  readonly bytesMax: number;
  /** Bytes of all sections so far. */
  #bytes = 0;
  section: Section;
  previous: Section;
  readonly sectionStack: { section: Section; previous: Section }[] = [];
  options: CodeOptions;
  readonly optionStack: CodeOptions[] = [];
  /** The line being read: what errors and fixups are placed by. */
  source: SourceLine = NO_LINE;
  /** Where the statement being read begins. */
  column = 0;

  constructor(options: CodeOptions, bytesMax: number, withLines: boolean) {
    this.options = options;
    this.bytesMax = bytesMax;
    this.lines = withLines ? [] : undefined;
    this.section = this.openSection(".text", { allocated: true, writable: false, executable: true, nobits: false });
    this.section.align(options.extensions.has("C") ? 2 : 4);
    this.previous = this.section;
  }

  /** Goes back to .text, where every source begins. */
  restart(options: CodeOptions): void {
    this.symbols.endSource();
    this.options = options;
    this.optionStack.length = 0;
    this.sectionStack.length = 0;
    this.section = this.previous = this.sections.get(".text") ?? this.section;
  }

  /** The section called `name`, made with `flags` if it is new. */
  openSection(name: string, flags: SectionFlags): Section {
    let section = this.sections.get(name);
    if (!section) this.sections.set(name, (section = new Section(name, flags)));
    return section;
  }

  enter(section: Section): void {
    this.previous = this.section;
    this.section = section;
  }

  /** Counts `count` more bytes of output. */
  claim(count: number): void {
    this.#bytes += count;
    if (!(this.#bytes <= this.bytesMax)) throw new Problem(`the program is over ${this.bytesMax} bytes`, this.column);
  }

  reserve(count: number): number {
    this.claim(count);
    return this.section.reserve(count);
  }

  /** Appends an instruction word or small data of `count` bytes. */
  append(value: number, count: number): void {
    const { section } = this;
    const at = this.reserve(count);
    if (!section.flags.nobits) writeBytes(section.bytes, at, value, count);
    else if (value !== 0) throw new Problem(`section ${section.name} holds no bytes, only zeros`, this.column);
  }

  /** A symbol for the current place. */
  here(): AssemblySymbol {
    const symbol = newSymbol(".");
    symbol.fragment = this.section.fragment;
    symbol.offset = this.section.fragment.size;
    return symbol;
  }

  /** Makes `symbol` a label for the current place. */
  defineLabel(symbol: AssemblySymbol, at: number): void {
    if (isDefined(symbol)) throw new Problem(`symbol "${symbol.name}" is already defined`, at);
    symbol.fragment = this.section.fragment;
    symbol.offset = this.section.fragment.size;
  }

  /** The value of an expression if it is a constant by now. */
  constantOf(expression: Expression): bigint | undefined {
    if (expression.kind === "constant") return expression.value;
    if (expression.kind === "symbol" && !expression.symbol.value) return undefined;
    try {
      const { base, value } = evaluate(expression, READING);
      return base ? undefined : value;
    } catch (error) {
      if (error instanceof Unresolved) return undefined;
      throw error;
    }
  }

  /** The value of an expression that has to be known now. */
  needConstant(expression: Expression, cursor: Cursor, at: number): bigint {
    if (expression.kind === "constant") return expression.value;
    try {
      const { base, value } = evaluate(expression, READING);
      if (!base) return value;
    } catch (error) {
      if (error instanceof Unresolved) cursor.fail(error.message, at);
      throw error;
    }
    return cursor.fail("this has to be a constant that is known here", at);
  }

  /** The distance from the current place to `target`, if it does not depend on the sizes of branches between. */
  distanceTo(target: Expression): number | undefined {
    const here = this.section.fragment;
    if (target.kind === "symbol") {
      const { fragment, offset } = target.symbol;
      if (fragment) return fragment === here ? offset - here.size : undefined;
      if (!target.symbol.value) return undefined;
    }
    try {
      const { base, value } = evaluate(target, READING);
      return base === here ? Number(value) - here.size : undefined;
    } catch (error) {
      if (error instanceof Unresolved) return undefined;
      throw error;
    }
  }

  /** Appends an instruction whose operands are known. */
  instruction(instruction: Instruction, values: FieldValues, at = this.column): void {
    const problem = encodingProblem(instruction, values);
    if (problem) throw new Problem(`${instruction.name}: ${problem}`, at);
    this.markLine();
    this.append(encodeUnchecked(instruction, values), instruction.length);
  }

  /** Appends an instruction whose immediate follows from an expression when all addresses are known. */
  deferred(instruction: Instruction, values: FieldValues, expression: Expression, how: Part, at = this.column): void {
    this.markLine();
    const { fragment } = this.section;
    const { source } = this;
    this.fixups.push({
      kind: "instruction", fragment, offset: fragment.size, expression, source, column: at, instruction, values, how,
    }); // prettier-ignore
    this.append(0, instruction.length);
  }

  markLine(): void {
    const { fragment } = this.section;
    this.lines?.push({ fragment, offset: fragment.size, source: this.source });
  }

  report(message: string, source: SourceLine, column: number): void {
    this.diagnostics.push({ ...placeOf(source, column), message });
  }
}
