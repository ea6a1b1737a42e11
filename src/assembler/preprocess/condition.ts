import { CppProblem } from "./problem.ts";
import type { Token } from "./token.ts";

/** A number of `#if`: C's intmax_t or uintmax_t. */
interface Num {
  readonly value: bigint;
  readonly unsigned: boolean;
}

const PRECEDENCE: Record<string, number> = {
  "||": 1, "&&": 2, "|": 3, "^": 4, "&": 5, "==": 6, "!=": 6, "<": 7, ">": 7, "<=": 7, ">=": 7,
  "<<": 8, ">>": 8, "+": 9, "-": 9, "*": 10, "/": 10, "%": 10,
}; // prettier-ignore

const NESTING_MAX = 100;

/** Evaluates the expression of `#if` after macro expansion: names that are left count as 0. */
export function evaluateCondition(tokens: readonly Token[], directive: Token): boolean {
  const parser = new ConditionParser(tokens, directive);
  return parser.whole().value !== 0n;
}

class ConditionParser {
  readonly #tokens: readonly Token[];
  readonly #directive: Token;
  #at = 0;
  #nesting = 0;
  /** Above zero in a part whose value does not count: there, a division by zero is none. */
  #unused = 0;

  constructor(tokens: readonly Token[], directive: Token) {
    this.#tokens = tokens;
    this.#directive = directive;
  }

  whole(): Num {
    const result = this.#conditional();
    if (this.#at < this.#tokens.length) this.#fail(`unexpected "${this.#tokens[this.#at].text}" in the condition`);
    return result;
  }

  #fail(message: string, at = this.#at): never {
    throw new CppProblem(message, this.#tokens[at] ?? this.#directive);
  }

  #accept(text: string): boolean {
    if (this.#tokens[this.#at]?.text !== text) return false;
    this.#at++;
    return true;
  }

  #conditional(): Num {
    if (++this.#nesting > NESTING_MAX) this.#fail("the condition is nested too deeply");
    const condition = this.#binary(1);
    let result = condition;
    if (this.#accept("?")) {
      const holds = condition.value !== 0n;
      const first = this.#unusedUnless(holds, () => this.#conditional());
      if (!this.#accept(":")) this.#fail('expected ":"');
      const second = this.#unusedUnless(!holds, () => this.#conditional());
      result = number((holds ? first : second).value, first.unsigned || second.unsigned);
    }
    this.#nesting--;
    return result;
  }

  #unusedUnless(used: boolean, parse: () => Num): Num {
    if (!used) this.#unused++;
    const result = parse();
    if (!used) this.#unused--;
    return result;
  }

  #binary(least: number): Num {
    let left = this.#unary();
    for (;;) {
      const operator = this.#tokens[this.#at]?.text ?? "";
      const precedence = Object.hasOwn(PRECEDENCE, operator) ? PRECEDENCE[operator] : 0;
      if (precedence === 0 || precedence < least) return left;
      const at = this.#at++;
      const skips = (operator === "&&" && left.value === 0n) || (operator === "||" && left.value !== 0n);
      const right = this.#unusedUnless(!skips, () => this.#binary(precedence + 1));
      if (right.value === 0n && (operator === "/" || operator === "%")) {
        if (this.#unused === 0) this.#fail("division by zero in the condition", at);
        left = number(0n, false);
      } else left = apply(operator, left, right);
    }
  }

  #unary(): Num {
    if (++this.#nesting > NESTING_MAX) this.#fail("the condition is nested too deeply");
    const result = this.#operand();
    this.#nesting--;
    return result;
  }

  #operand(): Num {
    const token = this.#tokens[this.#at];
    if (!token) return this.#fail("the condition is not complete");
    this.#at++;
    switch (token.text) {
      case "(": {
        const inner = this.#conditional();
        if (!this.#accept(")")) this.#fail('expected ")"');
        return inner;
      }
      case "-": {
        const { value, unsigned } = this.#unary();
        return number(-value, unsigned);
      }
      case "+":
        return this.#unary();
      case "~": {
        const { value, unsigned } = this.#unary();
        return number(~value, unsigned);
      }
      case "!":
        return number(this.#unary().value === 0n ? 1n : 0n, false);
    }
    if (token.kind === "name") return number(0n, false);
    const constant = token.kind === "number" ? parseNumber(token.text) : parseCharacter(token.text);
    if (constant) return constant;
    this.#at--;
    return this.#fail(`"${token.text}" is not allowed in a condition`);
  }
}

function number(value: bigint, unsigned: boolean): Num {
  return { value: unsigned ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value), unsigned };
}

function parseNumber(text: string): Num | undefined {
  const [, digits, suffix = ""] =
    /^(0[xX][0-9a-fA-F]{1,16}|0[bB][01]{1,64}|0[0-7]{0,22}|[1-9]\d{0,19})([uUlL]{0,3})$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return number(value, /u/i.test(suffix) || value >> 63n !== 0n);
}

function parseCharacter(text: string): Num | undefined {
  const [, plain, escaped] = /^'(?:([^'\\])|\\(.+))'$/su.exec(text) ?? [];
  if (plain !== undefined) return number(BigInt(plain.codePointAt(0) ?? 0), false);
  if (escaped === undefined) return undefined;
  if (/^[0-7]{1,3}$/.test(escaped)) return number(BigInt(`0o${escaped}`), false);
  if (/^x[0-9a-fA-F]{1,2}$/.test(escaped)) return number(BigInt(`0${escaped}`), false);
  const index = "abtnvfr".indexOf(escaped);
  if (index >= 0 && escaped.length === 1) return number(BigInt(index + 7), false);
  return escaped.length === 1 ? number(BigInt(escaped.charCodeAt(0)), false) : undefined;
}

function apply(operator: string, a: Num, b: Num): Num {
  const unsigned = a.unsigned || b.unsigned;
  const left = unsigned ? BigInt.asUintN(64, a.value) : a.value;
  const right = unsigned ? BigInt.asUintN(64, b.value) : b.value;
  const truth = (holds: boolean) => number(holds ? 1n : 0n, false);
  switch (operator) {
    case "||":
      return truth(left !== 0n || right !== 0n);
    case "&&":
      return truth(left !== 0n && right !== 0n);
    case "|":
      return number(left | right, unsigned);
    case "^":
      return number(left ^ right, unsigned);
    case "&":
      return number(left & right, unsigned);
    case "==":
      return truth(left === right);
    case "!=":
      return truth(left !== right);
    case "<":
      return truth(left < right);
    case ">":
      return truth(left > right);
    case "<=":
      return truth(left <= right);
    case ">=":
      return truth(left >= right);
    case "<<":
      return number(b.value < 0n || b.value > 63n ? 0n : a.value << b.value, a.unsigned);
    case ">>":
      return number(a.value >> (b.value < 0n || b.value > 63n ? 63n : b.value), a.unsigned);
    case "+":
      return number(left + right, unsigned);
    case "-":
      return number(left - right, unsigned);
    case "*":
      return number(left * right, unsigned);
    case "/":
      return number(left / right, unsigned);
    default:
      return number(left % right, unsigned);
  }
}
