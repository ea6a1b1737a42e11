import type { Cursor } from "../cursor.ts";
import { paddingFor } from "../layout.ts";
import { writeNops } from "../image.ts";
import { parseExpression } from "../parse-expression.ts";
import type { Context } from "../context.ts";
import { smallNumber } from "../instructions/emit.ts";
import { writeBytes } from "../section.ts";
import type { Directive, Directives } from "./directive.ts";

/** Alignments are powers of two up to 2^16: more than a program for this machine can use. */
const POWER_MAX = 16;

function known(context: Context, cursor: Cursor): number {
  return smallNumber(knownBig(context, cursor));
}

function knownBig({ assembly }: Context, cursor: Cursor): bigint {
  cursor.next();
  const at = cursor.at;
  return assembly.needConstant(parseExpression(cursor, assembly), cursor, at);
}

/** `.align power`, `.balign bytes`, each with `, fill, most`. */
function alignment(unit: "power" | "bytes"): Directive {
  return (context, cursor) => {
    const { assembly } = context;
    const { section, column } = assembly;
    cursor.next();
    const at = cursor.at;
    const value = cursor.atEnd() ? 0 : known(context, cursor);
    const power = unit === "power" ? value : value === 0 ? 0 : Math.log2(value);
    if (!Number.isInteger(power)) cursor.fail("the alignment must be a power of two", at);
    if (power < 0 || power > POWER_MAX) cursor.fail(`the alignment must be at most ${2 ** POWER_MAX}`, at);
    let fill: number | undefined;
    let max = Infinity;
    if (cursor.accept(",")) {
      if (cursor.next() !== 0x2c && !cursor.atEnd()) fill = known(context, cursor) & 0xff;
      if (cursor.accept(",")) max = known(context, cursor);
    }
    cursor.expectEnd();
    section.align(2 ** power);
    // As in GNU as: code is never aligned to less than an instruction.
    const codePower = assembly.options.compress ? 1 : 2;
    if (section.flags.executable && fill === undefined && power <= codePower) return;
    if (!section.flags.executable) fill ??= 0;
    if (!section.fixed) {
      section.close({ kind: "align", power, fill, max }, assembly.source, column);
      assembly.claim(2 ** power - 1);
      return;
    }
    const count = paddingFor(section.size, power, max);
    const start = assembly.reserve(count);
    if (section.flags.nobits) return;
    if (fill === undefined) writeNops(section.bytes, start, count);
    else section.bytes.fill(fill, start, start + count);
  };
}

/** `.skip bytes, fill`. */
const skip: Directive = (context, cursor) => {
  const { assembly } = context;
  const { section } = assembly;
  cursor.next();
  const at = cursor.at;
  const expression = parseExpression(cursor, assembly);
  const fill = cursor.accept(",") ? known(context, cursor) & 0xff : 0;
  cursor.expectEnd();
  const count = assembly.constantOf(expression);
  if (section.flags.nobits && fill !== 0) cursor.fail(`section ${section.name} holds no bytes, only zeros`, at);
  if (count === undefined) return section.close({ kind: "space", count: expression, fill }, assembly.source, at);
  if (count < 0n) cursor.fail("the number of bytes is negative", at);
  const start = assembly.reserve(Number(count));
  if (fill !== 0) section.bytes.fill(fill, start, start + Number(count));
};

/** `.fill repeat, size, value`. */
const fill: Directive = (context, cursor) => {
  const { assembly } = context;
  const { section } = assembly;
  cursor.next();
  const at = cursor.at;
  const repeat = known(context, cursor);
  const size = cursor.accept(",") ? known(context, cursor) : 1;
  cursor.next();
  const value = cursor.accept(",") ? Number(BigInt.asIntN(32, knownBig(context, cursor))) : 0;
  cursor.expectEnd();
  if (repeat < 0 || size < 0) cursor.fail("the number of bytes is negative", at);
  const unit = Math.min(size, 8);
  const start = assembly.reserve(repeat * unit);
  if (section.flags.nobits) {
    if (value !== 0) cursor.fail(`section ${section.name} holds no bytes, only zeros`, at);
    return;
  }
  // GNU as writes the value in four bytes, and zeros after them.
  if (value === 0) return;
  for (let k = 0; k < repeat; k++) writeBytes(section.bytes, start + k * unit, value, Math.min(unit, 4));
};

/** `.org place, fill`: a constant counts from the start of the section. */
const org: Directive = (context, cursor) => {
  const { assembly } = context;
  const { section } = assembly;
  cursor.next();
  const at = cursor.at;
  const target = parseExpression(cursor, assembly);
  const value = cursor.accept(",") ? known(context, cursor) & 0xff : 0;
  cursor.expectEnd();
  moveTo(context, cursor, target, value, at);
  if (section.flags.nobits && value !== 0) cursor.fail(`section ${section.name} holds no bytes, only zeros`, at);
};

function moveTo(
  context: Context,
  cursor: Cursor,
  target: ReturnType<typeof parseExpression>,
  value: number,
  at: number,
) {
  const { assembly } = context;
  const { section } = assembly;
  const known = assembly.constantOf({ ...startDistance(context, target) });
  if (!section.fixed || known === undefined) {
    return section.close({ kind: "org", target, fill: value }, assembly.source, at);
  }
  const count = Number(known) - section.size;
  if (count < 0) cursor.fail(".org cannot go backwards", at);
  const start = assembly.reserve(count);
  if (value !== 0) section.bytes.fill(value, start, start + count);
}

/** `target` as an offset in the section, if it is a constant or a label of the section's fixed beginning. */
function startDistance({ assembly }: Context, target: ReturnType<typeof parseExpression>) {
  if (target.kind === "symbol" && target.symbol.fragment === assembly.section.fragments[0]) {
    return { kind: "constant", value: BigInt(target.symbol.offset) } as const;
  }
  return target;
}

/** What moves the current place on. */
export const SPACE_DIRECTIVES: Directives = [
  [".align .p2align", alignment("power")],
  [".balign", alignment("bytes")],
  [".skip .space .zero", skip],
  [".fill", fill],
  [".org", org],
];
