import { type CppMacro, type Token, tokenize } from "./token.ts";

/** Stands for variable arguments that a call leaves out together with their comma. */
export const LEFT_OUT: Token[] = [];

/** The body of a macro with its arguments in place, `#` and `##` carried out. */
export function substitute(
  { parameters, variadic, body }: CppMacro,
  args: readonly (readonly Token[])[],
  call: Token,
  expand: (tokens: readonly Token[]) => Token[],
): Token[] {
  const result: Token[] = [];
  const expanded: Token[][] = [];
  const argument = (token: Token | undefined) =>
    token?.kind === "name" ? (parameters?.indexOf(token.text) ?? -1) : -1;
  let pasting = false;
  for (let k = 0; k < body.length; k++) {
    const token = body[k];
    if (token.text === "##" && token.kind === "other") {
      pasting = true;
      continue;
    }
    let part: readonly Token[];
    const index = argument(token);
    const stringified = parameters && token.text === "#" ? argument(body[k + 1]) : -1;
    if (stringified >= 0) {
      part = [stringify(args[stringified], token, call)];
      k++;
    } else if (index < 0) part = [{ ...token, line: call.line, column: call.column }];
    else if (pasting || body[k + 1]?.text === "##") {
      part = spaced(args[index], token);
      // GNU: a comma pasted to variable arguments goes away when they are left out, and is otherwise only a comma.
      if (pasting && variadic && index === args.length - 1 && result.at(-1)?.text === ",") {
        if (args[index] === LEFT_OUT) result.pop();
        pasting = false;
      }
      if (part.length === 0) part = [{ ...call, kind: "empty", text: "", space: token.space }];
    } else part = spaced((expanded[index] ??= expand(args[index])), token);
    if (pasting) {
      const left = result.pop();
      const [right, ...rest] = part;
      if (left) result.push(...paste(left, right));
      else result.push(right);
      result.push(...rest);
      pasting = false;
    } else result.push(...part);
  }
  return result;
}

/** An argument's tokens, with the blank that stood before the parameter. */
function spaced(tokens: readonly Token[], parameter: Token): readonly Token[] {
  if (tokens.length === 0 || tokens[0].space === parameter.space) return tokens;
  return [{ ...tokens[0], space: parameter.space }, ...tokens.slice(1)];
}

function stringify(tokens: readonly Token[], hash: Token, call: Token): Token {
  const plain = tokens.map((token) =>
    token.kind === "text" ? { ...token, text: token.text.replaceAll(/["\\]/g, String.raw`\$&`) } : token,
  );
  const text = plain.map((token, k) => (k > 0 && token.space ? " " : "") + token.text).join("");
  return { ...call, kind: "text", text: `"${text}"`, space: hash.space, hidden: undefined };
}

/** Two tokens as one, or side by side if they do not make one: assembly text has more kinds of words than C. */
function paste(left: Token, right: Token): Token[] {
  if (left.kind === "empty") return [{ ...right, space: left.space }];
  if (right.kind === "empty") return [left];
  const text = left.text + right.text;
  const tokens = tokenize(text, () => left);
  if (tokens.length !== 1) return [left, { ...right, space: false }];
  const both =
    left.hidden && right.hidden ? new Set([...left.hidden].filter((macro) => right.hidden?.has(macro))) : undefined;
  return [{ ...tokens[0], space: left.space, hidden: both }];
}
