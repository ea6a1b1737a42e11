import { Unresolved } from "./error.ts";
import type { AssemblySymbol, Binary, Constant, Expression, Stage, Unary, Value } from "./model.ts";
import { evaluateBinary, evaluateUnary, type BinaryOperator, type UnaryOperator } from "./operators.ts";

const DEPTH_MAX = 400;

export function constant(value: bigint): Constant {
  return { kind: "constant", value: BigInt.asIntN(64, value) };
}

export function unary(operator: UnaryOperator, operand: Expression): Expression {
  if (operand.kind === "constant") return constant(evaluateUnary(operator, operand.value));
  return { kind: "unary", operator, operand, depth: depthAbove(operand), stage: undefined, result: undefined };
}

export function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  if (left.kind === "constant" && right.kind === "constant") {
    return constant(evaluateBinary(operator, left.value, right.value));
  }
  const depth = depthAbove(left, right);
  return { kind: "binary", operator, left, right, depth, stage: undefined, result: undefined };
}

function depthAbove(...parts: readonly Expression[]): number {
  const depth = Math.max(...parts.map((part) => ("depth" in part ? part.depth : 0))) + 1;
  if (depth > DEPTH_MAX) throw new Unresolved("this expression is nested too deeply");
  return depth;
}

/**
 * Evaluates an expression as far as `stage` allows.
 * @throws Unresolved if it is undefined, or not known yet.
 */
export function evaluate(expression: Expression, stage: Stage, nesting = 0): Value {
  if (expression.kind === "constant") return { base: undefined, value: expression.value };
  if (expression.kind === "symbol") return symbolValue(expression.symbol, stage, nesting);
  if (expression.stage === stage && expression.result) return expression.result;
  const result =
    expression.kind === "unary"
      ? evaluateUnaryNode(expression, stage, nesting)
      : evaluateBinaryNode(expression, stage, nesting);
  // What is unknown while the source is read may become known, but what is known stays so.
  expression.stage = stage;
  expression.result = result;
  return result;
}

function evaluateUnaryNode(node: Unary, stage: Stage, nesting: number): Value {
  const { base, value } = evaluate(node.operand, stage, nesting + 1);
  if (base) throw new Unresolved(`"${node.operator}" needs a constant`);
  return absolute(evaluateUnary(node.operator, value));
}

function evaluateBinaryNode({ operator, left, right }: Binary, stage: Stage, nesting: number): Value {
  const a = evaluate(left, stage, nesting + 1);
  const b = evaluate(right, stage, nesting + 1);
  if (operator === "+" && !(a.base && b.base)) {
    return { base: a.base ?? b.base, value: BigInt.asIntN(64, a.value + b.value) };
  }
  if (operator === "-" && !b.base) return { base: a.base, value: BigInt.asIntN(64, a.value - b.value) };
  // Relative to the same base, a difference or comparison does not depend on it.
  if (a.base !== b.base || (a.base && !INDEPENDENT.has(operator))) {
    throw new Unresolved(`"${operator}" needs constants, or symbols with a known distance`);
  }
  return absolute(evaluateBinary(operator, a.value, b.value));
}

const INDEPENDENT = new Set<BinaryOperator>(["-", "==", "!=", "<", "<=", ">", ">="]);

function absolute(value: bigint): Value {
  return { base: undefined, value };
}

/** The value of a symbol in `stage`; see `evaluate`. */
export function symbolValue(symbol: AssemblySymbol, stage: Stage, nesting = 0): Value {
  // A symbol may be defined by itself, or by a chain of others longer than the stack.
  if (nesting > 4 * DEPTH_MAX) throw new Unresolved(`"${symbol.name}" is defined by itself, or nested too deeply`);
  if (symbol.value) return evaluate(symbol.value, stage, nesting + 1);
  const { fragment, offset } = symbol;
  if (!fragment) {
    if (symbol.binding === "weak" && stage.kind === "final") return absolute(0n);
    throw new Unresolved(`undefined symbol "${symbol.name}"`);
  }
  if (stage.kind === "reading") return { base: fragment, value: BigInt(offset) };
  const inSection = BigInt(fragment.offset + offset);
  if (stage.kind === "layout") return { base: fragment.section, value: inSection };
  return absolute(BigInt.asIntN(64, fragment.section.address + inSection));
}
