import { CppProblem } from "./problem.ts";
import type { CppMacro, Token } from "./token.ts";

/** Reads what follows `#define`. */
export function parseDefine(tokens: readonly Token[], directive: Token): CppMacro {
  const [name, open] = tokens;
  if (name?.kind !== "name") throw new CppProblem("expected the name of a macro", name ?? directive);
  if (name.text === "defined") throw new CppProblem('"defined" cannot be a macro', name);
  if (open?.text !== "(" || open.space) {
    return { name: name.text, parameters: undefined, variadic: false, body: checkPastes(tokens.slice(1)) };
  }
  const close = tokens.findIndex(({ text }) => text === ")");
  if (close < 0) throw new CppProblem('the parameters have no ")"', open);
  const { parameters, variadic } = parseParameters(tokens.slice(2, close), open);
  return { name: name.text, parameters, variadic, body: checkPastes(tokens.slice(close + 1)) };
}

function parseParameters(tokens: readonly Token[], open: Token): { parameters: string[]; variadic: boolean } {
  const parameters: string[] = [];
  let variadic = false;
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k];
    if (variadic) throw new CppProblem('nothing may follow "..."', token);
    if (token.text === "...") {
      parameters.push("__VA_ARGS__");
      variadic = true;
    } else {
      if (token.kind !== "name") throw new CppProblem("expected the name of a parameter", token);
      if (parameters.includes(token.text)) throw new CppProblem(`parameter "${token.text}" is there twice`, token);
      parameters.push(token.text);
      if (tokens[k + 1]?.text === "...") {
        variadic = true;
        k++;
      }
    }
    const next = tokens[++k];
    if (next && (next.text !== "," || k + 1 === tokens.length))
      throw new CppProblem('expected "," and a parameter', next);
  }
  if (parameters.length > PARAMETERS_MAX) throw new CppProblem("too many parameters", open);
  return { parameters, variadic };
}

const PARAMETERS_MAX = 1000;

function checkPastes(body: readonly Token[]): readonly Token[] {
  const wrong = [body[0], body.at(-1)].find((token) => token?.text === "##");
  if (wrong) throw new CppProblem('"##" needs something on both sides', wrong);
  return body;
}
