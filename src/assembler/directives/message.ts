import { readString } from "../literal.ts";
import { type Directive, type Directives, ignore } from "./directive.ts";

/** `.error "text"`: what the source itself finds wrong. */
const error: Directive = ({ assembly }, cursor) => {
  const text = cursor.next() === 0x22 ? new TextDecoder().decode(Uint8Array.from(readString(cursor))) : ".error";
  return cursor.fail(text, assembly.column);
};

/** Messages of the source. There is nowhere to print what is no error. */
export const MESSAGE_DIRECTIVES: Directives = [
  [".error", error],
  [".err .abort", ({ assembly }, cursor, name) => cursor.fail(`${name} in the source`, assembly.column)],
  [".print .warning", ignore],
];
