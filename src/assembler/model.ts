import type { FieldValues, Instruction } from "../isa/index.ts";
import type { BinaryOperator, UnaryOperator } from "./operators.ts";
import type { SourceLine } from "./source.ts";

// What a program is made of while it is being assembled. These types know each other, so they stand in one file.

/** An expression of the source, with constants folded. */
export type Expression = Constant | Reference | Unary | Binary;

export interface Constant {
  readonly kind: "constant";
  /** Two's complement, -2^63 to 2^63 - 1. */
  readonly value: bigint;
}

export interface Reference {
  readonly kind: "symbol";
  readonly symbol: AssemblySymbol;
}

interface Computed {
  /** Height of the tree: bounds the recursion of evaluation. */
  readonly depth: number;
  /** The result in the stage `stage`: shared parts are evaluated once. */
  stage: Stage | undefined;
  result: Value | undefined;
}

export interface Unary extends Computed {
  readonly kind: "unary";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

export interface Binary extends Computed {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** A value: absolute, or relative to a fragment (while the source is read) or section (while it is laid out). */
export interface Value {
  readonly base: Fragment | Region | undefined;
  readonly value: bigint;
}

/**
 * What is known when an expression is evaluated. "reading": distances inside a fragment; "layout": offsets in
 * sections; "final": addresses, so that every symbol is a number. Layout runs in rounds, each a stage of its own.
 */
export interface Stage {
  readonly kind: "reading" | "layout" | "final";
}

/** A name of the source: a label, a constant, or something that is used and not (yet) defined. */
export interface AssemblySymbol {
  readonly name: string;
  /** For a label: the fragment and the offset in its fixed bytes. */
  fragment: Fragment | undefined;
  offset: number;
  /** For a symbol set to an expression. */
  value: Expression | undefined;
  /** True if `.set` or `=` may change it. */
  variable: boolean;
  binding: "local" | "global" | "weak";
  type: "none" | "object" | "function";
  size: Expression | undefined;
  /** For `.comm`: bytes and alignment to be reserved if nothing else defines the symbol. */
  common: { readonly bytes: number; readonly alignment: number } | undefined;
}

/** Flags of a section, as the letters of `.section` state them. */
export interface SectionFlags {
  readonly allocated: boolean;
  readonly writable: boolean;
  readonly executable: boolean;
  /** @nobits: takes memory and no bytes of the file. */
  readonly nobits: boolean;
}

/** What follows the bytes of a fragment and gets its size only when the section is laid out. */
export type Variable =
  | ({ readonly kind: "branch" } & Branch)
  | { readonly kind: "align"; readonly power: number; readonly fill: number | undefined; readonly max: number }
  | { readonly kind: "org"; readonly target: Expression; readonly fill: number }
  | { readonly kind: "space"; readonly count: Expression; readonly fill: number };

/** Where a section stands, and how large it is. */
export interface Region {
  readonly name: string;
  readonly flags: SectionFlags;
  /** Final size in bytes, and address in memory; set by layout and link. */
  totalSize: number;
  address: bigint;
}

/** A run of bytes whose distances are known while the source is read, and the variable part that ends it. */
export interface Fragment {
  readonly section: Region;
  /** Where its bytes begin among the fixed bytes of the section. */
  readonly start: number;
  /** Number of fixed bytes. */
  size: number;
  variable: Variable | undefined;
  variableSize: number;
  /** The place of the variable part. */
  source: SourceLine | undefined;
  column: number;
  /** Offset in the section, once laid out. */
  offset: number;
}

/** A compressed instruction with the values of its fields. */
export interface Compressed {
  readonly instruction: Instruction;
  readonly values: FieldValues;
}

/** A jump or conditional branch whose size depends on the distance to its target. */
export interface Branch {
  readonly instruction: Instruction;
  readonly values: FieldValues;
  readonly target: Expression;
  /** The 16-bit form, if there is one for these registers and compression is on. */
  readonly compressed: Compressed | undefined;
}
