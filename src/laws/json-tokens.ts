// A snapshot in the shape that serde_json gives it, token by token: written down here a second time, from reference pages
// and not from the encoder.
import type { WorldSnapshot } from "../targets/target.ts";

/** One number or one sign of a JSON text. */
export interface JsonToken {
  readonly text: string;
  /** Of numbers: the field as errors name it. */
  readonly field?: string;
  /** Of numbers: the largest that the type takes. */
  readonly max?: bigint;
}

/** A field of a snapshot. */
export interface JsonField {
  readonly name: string;
  readonly value: readonly JsonToken[];
}

const U8_MAX = 2n ** 8n - 1n;
const U32_MAX = 2n ** 32n - 1n;
const U64_MAX = 2n ** 64n - 1n;

/** The fields of a snapshot of a world, in the order of the seed. */
export function jsonFields(snapshot: WorldSnapshot): JsonField[] {
  const sources = snapshot.pagesFromSource.map(({ address, flag, id, offset, length }, k) => {
    const entry = `pages_from_source[${k}]`;
    return array([
      number(`${entry}.address`, address),
      number(`${entry}.flag`, flag, U8_MAX),
      number(`${entry}.id`, id),
      number(`${entry}.offset`, offset),
      number(`${entry}.length`, length),
    ]);
  });
  const dirty = snapshot.dirtyPages.map(({ address, flag, content }, k) => {
    const entry = `dirty_pages[${k}]`;
    const bytes = [...content].map((byte) => number(`${entry}.content`, byte, U8_MAX));
    return array([number(`${entry}.address`, address), number(`${entry}.flag`, flag, U8_MAX), array(bytes)]);
  });
  return [
    { name: "pages_from_source", value: array(sources) },
    { name: "dirty_pages", value: array(dirty) },
    { name: "version", value: number("version", snapshot.version, U32_MAX) },
    { name: "registers", value: array([...snapshot.registers].map((value, r) => number(`registers[${r}]`, value))) },
    { name: "pc", value: number("pc", snapshot.pc) },
    { name: "cycles", value: number("cycles", snapshot.cycles) },
    { name: "max_cycles", value: number("max_cycles", snapshot.maxCycles) },
    {
      name: "load_reservation_address",
      value: number("load_reservation_address", snapshot.loadReservationAddress),
    },
  ];
}

/** An object of these fields. */
export function objectOf(fields: readonly JsonField[]): JsonToken[] {
  const tokens = fields.flatMap(({ name, value }, k) => [
    sign(k === 0 ? "{" : ","),
    sign(`"${name}"`),
    sign(":"),
    ...value,
  ]);
  return [...tokens, sign("}")];
}

/** An array of the values of these fields, which serde takes for an object too. */
export function arrayOf(fields: readonly JsonField[]): JsonToken[] {
  return array(fields.map(({ value }) => value));
}

/** The text of tokens. @param between white space between each two of them */
export function textOf(tokens: readonly JsonToken[], between = ""): string {
  return tokens.map(({ text }) => text).join(between);
}

function number(field: string, value: bigint | number, max = U64_MAX): JsonToken[] {
  return [{ text: String(value), field, max }];
}

function array(elements: readonly (readonly JsonToken[])[]): JsonToken[] {
  const tokens = [sign("[")];
  for (const [k, element] of elements.entries()) {
    if (k > 0) tokens.push(sign(","));
    tokens.push(...element);
  }
  tokens.push(sign("]"));
  return tokens;
}

function sign(text: string): JsonToken {
  return { text };
}
