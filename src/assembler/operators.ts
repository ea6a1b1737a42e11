import { Unresolved } from "./error.ts";

/** Operators before an operand. */
export type UnaryOperator = "-" | "~" | "!" | "+";

/** Operators between two operands; `!` is GNU as's or-not. */
export type BinaryOperator = keyof typeof OPERATORS;

interface Operator {
  /** Binding strength in GNU as, and in C: larger binds tighter. Both group from the left. */
  readonly gnu: number;
  readonly c: number;
  readonly apply: (a: bigint, b: bigint) => bigint;
}

// GNU as: a comparison that holds is -1, shifts are logical, `&&` and `||` give 1.
const truth = (value: boolean) => (value ? -1n : 0n);
const flag = (value: boolean) => (value ? 1n : 0n);
const shift = (amount: bigint) => BigInt.asUintN(64, amount) > 63n;

const OPERATORS = {
  "*": { gnu: 9, c: 10, apply: (a, b) => a * b },
  "/": { gnu: 9, c: 10, apply: (a, b) => a / b },
  "%": { gnu: 9, c: 10, apply: (a, b) => a % b },
  "<<": { gnu: 9, c: 8, apply: (a, b) => (shift(b) ? 0n : a << b) },
  ">>": { gnu: 9, c: 8, apply: (a, b) => (shift(b) ? 0n : BigInt.asUintN(64, a) >> b) },
  "&": { gnu: 8, c: 5, apply: (a, b) => a & b },
  "^": { gnu: 8, c: 4, apply: (a, b) => a ^ b },
  "|": { gnu: 8, c: 3, apply: (a, b) => a | b },
  "!": { gnu: 8, c: 3, apply: (a, b) => a | ~b },
  "+": { gnu: 5, c: 9, apply: (a, b) => a + b },
  "-": { gnu: 5, c: 9, apply: (a, b) => a - b },
  "==": { gnu: 4, c: 6, apply: (a, b) => truth(a === b) },
  "!=": { gnu: 4, c: 6, apply: (a, b) => truth(a !== b) },
  "<": { gnu: 4, c: 7, apply: (a, b) => truth(a < b) },
  "<=": { gnu: 4, c: 7, apply: (a, b) => truth(a <= b) },
  ">": { gnu: 4, c: 7, apply: (a, b) => truth(a > b) },
  ">=": { gnu: 4, c: 7, apply: (a, b) => truth(a >= b) },
  "&&": { gnu: 3, c: 2, apply: (a, b) => flag(a !== 0n && b !== 0n) },
  "||": { gnu: 2, c: 1, apply: (a, b) => flag(a !== 0n || b !== 0n) },
} satisfies Record<string, Operator>;

export function evaluateBinary(operator: BinaryOperator, a: bigint, b: bigint): bigint {
  if (b === 0n && (operator === "/" || operator === "%")) throw new Unresolved("division by zero");
  return BigInt.asIntN(64, OPERATORS[operator].apply(a, b));
}

export function evaluateUnary(operator: UnaryOperator, a: bigint): bigint {
  if (operator === "-") return BigInt.asIntN(64, -a);
  if (operator === "~") return ~a;
  return operator === "!" ? flag(a === 0n) : a;
}

/** The binary operator at `at` of `text`, or undefined; `<>` and `=` are other spellings of `!=` and `==`. */
export function operatorAt(text: string, at: number): { operator: BinaryOperator; length: number } | undefined {
  const two = text.slice(at, at + 2);
  if (two === "<>") return { operator: "!=", length: 2 };
  if (two.length === 2 && Object.hasOwn(OPERATORS, two)) return { operator: two as BinaryOperator, length: 2 };
  const one = text.charAt(at);
  return one !== "" && Object.hasOwn(OPERATORS, one) ? { operator: one as BinaryOperator, length: 1 } : undefined;
}

/** Whether `left` takes the operand between it and `right`, as in `a left b right c`. */
export function bindsFirst(left: BinaryOperator, right: BinaryOperator): { gnu: boolean; c: boolean } {
  const a = OPERATORS[left];
  const b = OPERATORS[right];
  return { gnu: a.gnu >= b.gnu, c: a.c >= b.c };
}
