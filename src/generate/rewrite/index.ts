// Programs written in another way that mean the same.
export { plainCase, type PlainOptions } from "./plain.ts";
export { rewriteCase, REWRITINGS, type RewritingStep, type RewrittenCase } from "./rewrite-case.ts";
export { SAME_REGISTERS, type Rewriting, type Rewritten } from "./rewriting.ts";
