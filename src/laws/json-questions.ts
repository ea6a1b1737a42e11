import { JSON_TEXT } from "../snapshot/encodings.ts";
import type { WorldSnapshot } from "../targets/target.ts";
import type { Difference } from "./difference.ts";
import { arrayOf, jsonFields, objectOf, textOf, type JsonField, type JsonToken } from "./json-tokens.ts";
import { refused, same, type MakeQuestion, type ReaderQuestion } from "./reader-question.ts";
import { NOT_JSON, UNKNOWN_VALUES } from "./unknown-json.ts";
import { writerQuestions } from "./writer-questions.ts";

const TEXT = new TextEncoder();
const BLANKS = [" ", "\n", "\r", "\t", " \t\r\n"];

/** Numbers as JSON and not as serde_json takes them for an unsigned integer, and what is no number. */
const NOT_INTEGERS = ["1.0", "1e0", "1E0", "00", "-0", "-1", "+1", '"1"', "null", "[]", ".5", "\u007f", "\u0000"];
/** What may stand in no place of a sign. */
const FOREIGN = ";";
const SIGNS = 6;

/**
 * What a decoder of JSON must answer about a small snapshot: its text is that of serde_json, every other text that says the
 * same is the same snapshot, and what says no snapshot is refused where it stands.
 * @param number decides which fields and numbers are looked at
 */
export function jsonQuestions(sample: WorldSnapshot, number: number): MakeQuestion[] {
  const fields = jsonFields(sample);
  const tokens = objectOf(fields);
  const whole = wholeOf(tokens);
  const { text, starts } = whole;
  const numbers = tokens.flatMap(({ field }, at) => (field === undefined ? [] : [at]));
  const signs = tokens.flatMap(({ field }, at) => (field === undefined ? [at] : []));
  const chosen = (all: readonly number[], k: number): number => all[(number + k * 7) % all.length];
  // The last number of each field: a type is looked at once, and a content at its end.
  const types = new Map(numbers.map((at) => [tokens[at].field, at]));
  return [
    () => ({ kind: "shapes of the seed", ask: () => writtenAs(sample, text) }),
    ...spellings(sample, fields, whole, number),
    ...[...types.values()].map((at) => () => replaced(whole, at, String((tokens[at].max ?? 0n) + 1n))),
    ...NOT_INTEGERS.map((wrong, k) => () => replaced(whole, chosen(numbers, k), wrong)),
    ...Array.from({ length: SIGNS }, (_, k) => () => replaced(whole, chosen(signs, k), FOREIGN)),
    ...fields.map((_, k) => () => without(fields, k)),
    ...fields.map((field) => () => twice(text, field)),
    ...counts(fields),
    ...writerQuestions(JSON_TEXT, sample),
    ...NOT_JSON.map((pair) => () => unknownBroken(text, pair)),
    () => damaged('"x" behind it', `${text}x`, text.length, ""),
    () => damaged("no field at all", "{}", 2, "pages_from_source"),
    () => damaged("a zero byte behind it", `${text}\0`, text.length, ""),
    () => damaged("a byte order mark before it", `\ufeff${text}`, 0, ""),
    () => {
      const start = text.slice(0, starts[chosen(signs, 3)]);
      return damaged(`its first ${start.length} bytes`, start, start.length);
    },
    () => ({
      kind: "damaged encodings",
      ask: () => refused("a name that is not UTF-8", JSON_TEXT, notUtf8(text), { offset: 1 }),
    }),
  ];
}

/** A text, and where its tokens begin. */
interface Whole {
  readonly text: string;
  readonly tokens: readonly JsonToken[];
  readonly starts: readonly number[];
}

function wholeOf(tokens: readonly JsonToken[]): Whole {
  let end = 0;
  const starts = tokens.map(({ text }) => (end += text.length) - text.length);
  return { text: textOf(tokens), tokens, starts };
}

/** What the encoder writes, and what it must. */
function writtenAs(sample: WorldSnapshot, expected: string): Difference[] {
  const written = new TextDecoder().decode(JSON_TEXT.encode(sample));
  if (written === expected) return [];
  const at = [...expected].findIndex((letter, k) => letter !== written[k]);
  const actual = `another from byte ${at < 0 ? expected.length : at} on`;
  return [{ what: "JSON", expected: "the text of serde_json", actual }];
}

/** Texts that say the same. */
function spellings(
  sample: WorldSnapshot,
  fields: readonly JsonField[],
  { text, tokens }: Whole,
  number: number,
): MakeQuestion[] {
  const turn = number % fields.length;
  const spelling =
    (what: string, spelled: () => string): MakeQuestion =>
    () => ({ kind: "other spellings", ask: () => same(what, JSON_TEXT, TEXT.encode(spelled()), sample) });
  return [
    spelling("its fields in another order", () =>
      textOf(objectOf([...fields.slice(turn), ...fields.slice(0, turn)].toReversed())),
    ),
    spelling("an array instead of the object", () => textOf(arrayOf(fields))),
    ...BLANKS.map((blank) => spelling("blanks", () => `${blank}${textOf(tokens, blank)}${blank}`)),
    ...UNKNOWN_VALUES.flatMap((value) => [
      spelling(`the field "x": ${value}`, () => `{"x":${value},${text.slice(1)}`),
      spelling(`the field "x": ${value} behind the others`, () => `${text.slice(0, -1)},"x":${value}}`),
    ]),
    spelling("escapes in a name", () => text.replace('"pc"', String.raw`"\u0070c"`)),
    spelling("an unknown name in UTF-8", () => `{"é\\u00e9":1,${text.slice(1)}`),
  ];
}

function damaged(what: string, text: string, offset: number, field?: string): ReaderQuestion {
  const place = { offset, ...(field !== undefined && { field }) };
  return { kind: "damaged encodings", ask: () => refused(what, JSON_TEXT, TEXT.encode(text), place) };
}

/** Another text in the place of a token, which must be refused there. */
function replaced({ text, tokens, starts }: Whole, at: number, wrong: string): ReaderQuestion {
  const { field, text: right } = tokens[at];
  const start = starts[at];
  const changed = text.slice(0, start) + wrong + text.slice(start + right.length);
  return damaged(`${wrong} instead of ${right}`, changed, start, field);
}

function without(fields: readonly JsonField[], k: number): ReaderQuestion {
  const text = textOf(objectOf(fields.toSpliced(k, 1)));
  return damaged(`no ${fields[k].name}`, text, text.length, fields[k].name);
}

function twice(text: string, { name, value }: JsonField): ReaderQuestion {
  const again = `${text.slice(0, -1)},"${name}":`;
  return damaged(`${name} twice`, `${again}${textOf(value)}}`, again.length, name);
}

/** Arrays of fixed length with an element less or more. */
function counts(fields: readonly JsonField[]): MakeQuestion[] {
  const registers = fields.findIndex(({ name }) => name === "registers");
  const { value } = fields[registers];
  const before = textOf(objectOf(fields.slice(0, registers))).slice(0, -1);
  const behind = textOf(objectOf(fields.slice(registers + 1))).slice(1);
  const texts = (tokens: readonly JsonToken[]): string => `${before},"registers":${textOf(tokens)}`;
  const fewer = texts([...value.slice(0, -3), value[value.length - 1]]);
  const more = texts([...value.slice(0, -1), { text: "," }, { text: "7" }]);
  const struct = textOf(arrayOf(fields));
  const whole = textOf(arrayOf(fields.slice(0, -1)));
  return [
    () => damaged("31 registers", `${fewer},${behind}`, fewer.length, "registers"),
    () => damaged("33 registers", `${more}],${behind}`, more.length - 1, "registers"),
    () => damaged("an array of seven fields", whole, whole.length, ""),
    () => damaged("an array of nine fields", `${struct.slice(0, -1)},7]`, struct.length, ""),
  ];
}

function unknownBroken(text: string, [good, bad]: readonly [string, string]): ReaderQuestion {
  const before = `{"x":${good}`;
  return damaged(`the field "x": ${good}${bad}`, `${before}${bad},${text.slice(1)}`, before.length, "");
}

function notUtf8(text: string): Uint8Array {
  const bytes = TEXT.encode(`{"?":1,${text.slice(1)}`);
  bytes[2] = 0xff;
  return bytes;
}
