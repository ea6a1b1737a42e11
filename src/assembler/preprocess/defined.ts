import { CppProblem } from "./problem.ts";
import type { Token } from "./token.ts";

/** Replaces `defined X` and `defined(X)` by 1 or 0. */
export function replaceDefined(tokens: readonly Token[], isDefined: (name: string) => boolean): Token[] {
  const result: Token[] = [];
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k];
    if (token.text !== "defined") {
      result.push(token);
      continue;
    }
    const parenthesis = tokens[k + 1]?.text === "(";
    const name = tokens[k + (parenthesis ? 2 : 1)];
    if (name?.kind !== "name" || (parenthesis && tokens[k + 3]?.text !== ")")) {
      throw new CppProblem('"defined" needs the name of a macro', token);
    }
    result.push({ ...token, kind: "number", text: isDefined(name.text) ? "1" : "0" });
    k += parenthesis ? 3 : 1;
  }
  return result;
}
