import { type FieldName, operandField, registerNumber } from "../../isa/index.ts";
import type { Operand } from "./operands.ts";

/** What an operand of a form has to be. */
type OperandPattern =
  | { readonly kind: "register"; readonly field: FieldName }
  | { readonly kind: "fixed"; readonly register: number }
  | { readonly kind: "zero" }
  | { readonly kind: "immediate" | "upper" | "target" | "symbol" }
  | { readonly kind: "memory"; readonly immediate: boolean; readonly fixedBase: number }
  | { readonly kind: "fence"; readonly field: FieldName };

/** The operands of one way to write an instruction. */
export type OperandPatterns = readonly OperandPattern[];

/** Operands bound to fields. */
export interface Bound {
  readonly values: Partial<Record<FieldName, number>>;
  readonly immediate: Operand | undefined;
  readonly how: "value" | "target" | "upper";
}

/** Compiles an operand string of the table, or of a pseudo-instruction. */
export function compileOperands(text: string): OperandPatterns {
  return text === "" ? [] : text.split(", ").map(compileOperand);
}

function compileOperand(token: string): OperandPattern {
  const memory = /^(imm)?\((\w+)\)$/.exec(token);
  if (memory) {
    return { kind: "memory", immediate: memory[1] !== undefined, fixedBase: registerNumber(memory[2]) ?? -1 };
  }
  if (token === "pred" || token === "succ") return { kind: "fence", field: token };
  if (token === "0") return { kind: "zero" };
  if (token === "upper" || token === "target" || token === "symbol") return { kind: token };
  const register = registerNumber(token);
  if (register !== undefined) return { kind: "fixed", register };
  const field = operandField(token);
  return field === "imm" ? { kind: "immediate" } : { kind: "register", field };
}

/** Fits operands to patterns; undefined if they do not fit. */
export function bindOperands(patterns: OperandPatterns, operands: readonly Operand[]): Bound | undefined {
  if (patterns.length !== operands.length) return undefined;
  const values: Partial<Record<FieldName, number>> = {};
  let immediate: Operand | undefined;
  let how: Bound["how"] = "value";
  for (let k = 0; k < patterns.length; k++) {
    const pattern = patterns[k];
    const operand = operands[k];
    switch (pattern.kind) {
      case "register":
        if (operand.register < 0) return undefined;
        values[pattern.field] = operand.register;
        break;
      case "fixed":
        if (operand.register !== pattern.register) return undefined;
        break;
      case "zero":
        if (!isZero(operand) || operand.base >= 0) return undefined;
        break;
      case "fence": {
        const bits = fenceBits(operand);
        if (bits < 0) return undefined;
        values[pattern.field] = bits;
        break;
      }
      case "memory":
        if (operand.base < 0 || (pattern.fixedBase >= 0 && operand.base !== pattern.fixedBase)) return undefined;
        if (pattern.fixedBase < 0) values.rs1 = operand.base;
        if (pattern.immediate) {
          if (operand.expression) immediate = operand;
        } else if (operand.expression && !isZero(operand)) return undefined;
        break;
      default:
        if (!operand.expression || operand.base >= 0) return undefined;
        if (pattern.kind === "symbol" && operand.modifier) return undefined;
        immediate = operand;
        how = pattern.kind === "target" || pattern.kind === "upper" ? pattern.kind : "value";
    }
  }
  return { values, immediate, how };
}

function isZero({ expression, modifier }: Operand): boolean {
  return expression?.kind === "constant" && expression.value === 0n && !modifier;
}

/** The bits of a fence set such as `rw`, whose letters stand in the order `iorw`; -1 for anything else. */
function fenceBits({ text, expression }: Operand): number {
  if (expression?.kind === "constant") {
    return expression.value >= 0n && expression.value <= 15n ? Number(expression.value) : -1;
  }
  let bits = 0;
  let last = -1;
  for (const letter of text) {
    const index = "iorw".indexOf(letter);
    if (index <= last) return -1;
    last = index;
    bits |= 8 >> index;
  }
  return text === "" ? -1 : bits;
}
