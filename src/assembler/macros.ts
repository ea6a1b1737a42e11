import type { SourceLine } from "./source.ts";

/** Statements kept for later, as they were written. */
export interface Body {
  readonly lines: readonly SourceLine[];
}

/** A parameter of a macro; `value` is its default. */
export interface Parameter {
  readonly name: string;
  readonly qualifier: "" | "req" | "vararg";
  readonly value: string;
}

/** A macro of the assembler. */
export interface Macro {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Body;
}
