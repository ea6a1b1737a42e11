import type { Cursor } from "../cursor.ts";
import type { Context } from "../context.ts";

/** What a directive does; the cursor is behind its name, and `name` is in lower case. */
export type Directive = (context: Context, cursor: Cursor, name: string) => void;

/** Directives by name. */
export type Directives = readonly (readonly [names: string, directive: Directive])[];

/** Reads over the rest of the statement: for directives that do not change the program. */
export function ignore(_reader: Context, cursor: Cursor): void {
  cursor.at = cursor.end;
}
