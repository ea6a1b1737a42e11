import type { SpoiledField, Spoiling } from "../spoiling.ts";
import { changes, type Pass } from "./pass.ts";
import { withProgram } from "./with-program.ts";

/** Makes less of a spoiled file wrong: nothing, one thing only, smaller numbers, a shorter file. */
export const lessSpoiled: Pass = function* (original, from) {
  const { program } = original;
  const { spoiling } = program;
  if (spoiling === undefined) return;
  const less = [undefined, ...lessThan(spoiling)];
  yield* changes(less.length, from, (k) => withProgram(original, { ...program, spoiling: less[k] }));
};

function* lessThan({ fields, length }: Spoiling): Generator<Spoiling> {
  if (fields.length > 0 && length !== undefined) yield* [{ fields }, { fields: [], length }];
  for (const [k, field] of fields.entries()) {
    if (fields.length > 1) yield { fields: fields.toSpliced(k, 1), length };
    for (const simpler of simplerThan(field)) yield { fields: fields.with(k, simpler), length };
  }
  for (let less = length ?? 0; less > 0; less >>= 1) yield { fields, length: (length ?? 0) - less };
}

/** In an earlier program header, and with numbers of fewer bits. */
function* simplerThan(field: SpoiledField): Generator<SpoiledField> {
  if (field.header > 0) yield { ...field, header: 0 };
  for (const value of [0n, 1n, 4096n, 1n << 32n, 1n << 63n]) if (value < field.value) yield { ...field, value };
  for (let less = field.value; less > 0n; less >>= 4n) yield { ...field, value: field.value - less };
}

/** How much of a file is wrong: a natural number. */
export function measureSpoiling(spoiling: Spoiling | undefined): bigint {
  if (spoiling === undefined) return 0n;
  let sum = SPOILED;
  for (const { header, value } of spoiling.fields) sum += ONE_FIELD + (BigInt(header + 1) << 64n) + value;
  return sum + BigInt(spoiling.length === undefined ? 0 : 1 + spoiling.length);
}

/** More than a header and a value come to, and more than two such fields. */
const ONE_FIELD = 1n << 84n;
const SPOILED = 1n << 88n;
