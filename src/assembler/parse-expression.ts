import { Unresolved } from "./error.ts";
import { type Cursor, continuesSymbol } from "./cursor.ts";
import { binary, constant, unary } from "./expression.ts";
import { readEscape, readNumber } from "./literal.ts";
import type { AssemblySymbol, Expression } from "./model.ts";
import { bindsFirst, operatorAt, type BinaryOperator, type UnaryOperator } from "./operators.ts";
import type { SymbolTable } from "./symbols.ts";

/** What the parser asks about names. */
export interface Names {
  readonly symbols: SymbolTable;
  /** A symbol for the current place: what `.` stands for. */
  here(): AssemblySymbol;
}

const NESTING_MAX = 100;

/**
 * Parses an expression. GNU as and C do not agree on the precedence of shifts, `&`, `|`, `^`, `+` and comparisons; where
 * they would group the operands differently, the expression is refused: parentheses make it mean one thing.
 */
export function parseExpression(cursor: Cursor, names: Names, nesting = 0): Expression {
  const first = parseOperand(cursor, names, nesting);
  let found = nextOperator(cursor);
  if (!found) return first;
  const operands: Expression[] = [first];
  const operators: BinaryOperator[] = [];
  while (found) {
    const { operator, length } = found;
    while (operators.length > 0 && leftFirst(cursor, operators[operators.length - 1], operator))
      reduce(cursor, operands, operators);
    cursor.at += length;
    operators.push(operator);
    operands.push(parseOperand(cursor, names, nesting));
    found = nextOperator(cursor);
  }
  while (operators.length > 0) reduce(cursor, operands, operators);
  return operands[0];
}

function nextOperator(cursor: Cursor) {
  cursor.next();
  return cursor.at < cursor.end ? operatorAt(cursor.text, cursor.at) : undefined;
}

function leftFirst(cursor: Cursor, left: BinaryOperator, right: BinaryOperator): boolean {
  const { gnu, c } = bindsFirst(left, right);
  if (gnu !== c) cursor.fail(`"${left}" and "${right}" group differently in C and in GNU as: add parentheses`);
  return gnu;
}

function reduce(cursor: Cursor, operands: Expression[], operators: BinaryOperator[]): void {
  const right = operands.pop();
  const left = operands.pop();
  const operator = operators.pop();
  if (left && right && operator) operands.push(checked(cursor, () => binary(operator, left, right)));
}

function checked(cursor: Cursor, make: () => Expression): Expression {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unresolved) return cursor.fail(error.message);
    throw error;
  }
}

function parseOperand(cursor: Cursor, names: Names, nesting: number): Expression {
  if (nesting > NESTING_MAX) cursor.fail("this expression is nested too deeply");
  const code = cursor.next();
  if (code >= 0x30 && code <= 0x39) return parseNumber(cursor, names);
  switch (code) {
    case 0x28: {
      cursor.at++;
      const inner = parseExpression(cursor, names, nesting + 1);
      cursor.expect(")");
      return inner;
    }
    case 0x27:
      return parseCharacter(cursor);
    case 0x2d:
    case 0x7e:
    case 0x21:
    case 0x2b: {
      cursor.at++;
      const operand = parseOperand(cursor, names, nesting + 1);
      return checked(cursor, () => unary(String.fromCharCode(code) as UnaryOperator, operand));
    }
    default:
      return parseName(cursor, names);
  }
}

function parseName(cursor: Cursor, names: Names): Expression {
  const quoted = cursor.peek() === 0x22;
  const name = cursor.name("an expression");
  if (name === "." && !quoted) return { kind: "symbol", symbol: names.here() };
  const symbol = names.symbols.use(name);
  // A symbol that may change stands for what it is now.
  return symbol.variable && symbol.value ? symbol.value : { kind: "symbol", symbol };
}

function parseNumber(cursor: Cursor, names: Names): Expression {
  const { text, at } = cursor;
  let end = at;
  while (end < cursor.end && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++;
  const direction = text.charAt(end);
  if (
    (direction === "b" || direction === "f") &&
    end < cursor.end &&
    !(end + 1 < cursor.end && continuesSymbol(text.charCodeAt(end + 1)))
  ) {
    const number = text.slice(at, end);
    const symbol = names.symbols.useNumeric(number, direction);
    if (!symbol) return cursor.fail(`there is no label "${number}:" before this`);
    cursor.at = end + 1;
    return { kind: "symbol", symbol };
  }
  return constant(readNumber(cursor));
}

function parseCharacter(cursor: Cursor): Expression {
  const start = cursor.at++;
  if (cursor.at >= cursor.end) cursor.fail("expected a character after '", start);
  let value = cursor.text.codePointAt(cursor.at) ?? 0;
  cursor.at += value > 0xffff ? 2 : 1;
  if (value === 0x5c) value = readEscape(cursor);
  if (cursor.peek() === 0x27) cursor.at++;
  return constant(BigInt(value));
}
