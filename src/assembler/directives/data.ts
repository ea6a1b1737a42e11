import { parseExpression } from "../parse-expression.ts";
import { readString } from "../literal.ts";
import { checkFits } from "../resolve.ts";
import type { Cursor } from "../cursor.ts";
import type { Directive, Directives } from "./directive.ts";
import type { Context } from "../context.ts";
import { writeBigBytes } from "../section.ts";

function integers(bytes: number): Directive {
  return ({ assembly }, cursor) => {
    if (cursor.atEnd()) return;
    do {
      cursor.next();
      const at = cursor.at;
      const expression = parseExpression(cursor, assembly);
      const value = assembly.constantOf(expression);
      if (value === undefined) {
        const { fragment } = assembly.section;
        if (assembly.section.flags.nobits)
          cursor.fail(`section ${assembly.section.name} holds no bytes, only zeros`, at);
        const { source } = assembly;
        assembly.fixups.push({ kind: "data", fragment, offset: fragment.size, expression, source, column: at, bytes });
        assembly.reserve(bytes);
        continue;
      }
      checkFits(value, bytes, at);
      if (bytes <= 4) assembly.append(Number(BigInt.asIntN(32, value)), bytes);
      else appendWide(assembly, value, cursor);
    } while (cursor.accept(","));
    cursor.expectEnd();
  };
}

function appendWide(assembly: Context["assembly"], value: bigint, cursor: Cursor): void {
  const { section } = assembly;
  if (section.flags.nobits && value !== 0n) cursor.fail(`section ${section.name} holds no bytes, only zeros`);
  const at = assembly.reserve(8);
  if (!section.flags.nobits) writeBigBytes(section.bytes, at, value, 8);
}

function strings(end: readonly number[]): Directive {
  return ({ assembly }, cursor) => {
    if (cursor.atEnd()) return;
    do {
      // Strings that stand side by side are one.
      const bytes: number[] = [];
      do bytes.push(...readString(cursor));
      while (cursor.next() === 0x22);
      bytes.push(...end);
      for (const byte of bytes) assembly.append(byte, 1);
    } while (cursor.accept(","));
    cursor.expectEnd();
  };
}

/** Numbers and texts. Numbers are not aligned, as in GNU as for RISC-V. */
export const DATA_DIRECTIVES: Directives = [
  [".byte .1byte .dc.b", integers(1)],
  [".half .2byte .short .hword .dc.w", integers(2)],
  [".word .4byte .long .int .dc.l", integers(4)],
  [".dword .8byte .quad .dc.a", integers(8)],
  [".ascii", strings([])],
  [".asciz .string .string8", strings([0])],
];
