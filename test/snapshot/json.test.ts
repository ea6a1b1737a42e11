// What is accepted and refused is what serde_json does with the Rust struct, measured.
import { describe, expect, test } from "vitest";
import { decodeJson, SnapshotDecodeError, stringId, u64Id } from "../../src/snapshot/index.ts";

const registers = `[${Array.from({ length: 32 }, (_, r) => r).join()}]`;

const FIELDS = [
  ["pages_from_source", "[[4096,1,7,0,4096]]"],
  ["dirty_pages", "[[8192,4,[1,2,3]]]"],
  ["version", "2"],
  ["registers", registers],
  ["pc", "65536"],
  ["cycles", "9007199254740993"],
  ["max_cycles", "18446744073709551615"],
  ["load_reservation_address", "0"],
] as const;

type Changes = Partial<Record<(typeof FIELDS)[number][0], string>>;

function text(changes: Changes = {}): string {
  return `{${FIELDS.map(([name, value]) => `"${name}":${changes[name] ?? value}`).join()}}`;
}

const PLAIN = decodeJson(text(), u64Id);

test("numbers are exact beyond 2^53", () => {
  expect([PLAIN.cycles, PLAIN.maxCycles]).toEqual([9007199254740993n, 18446744073709551615n]);
});

describe("accepted", () => {
  const reversed = `{${FIELDS.toReversed()
    .map(([name, value]) => `"${name}":${value}`)
    .join()}}`;
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  const cases: readonly [string, string][] = [
    ["any order", reversed],
    ["white space", ` \n\t\r${text().replaceAll(",", " , ").replaceAll(":", "\n:\t").replaceAll("[", "[ ")} \n`],
    ["an array instead of the struct", `[${FIELDS.map(([, value]) => value).join()}]`],
    ["unknown fields", text().replace("{", '{"x":[1,{"y":[-0.5e-3,1E+9,true,false,null,"\\u00e9\\n"]},{},[]],"x":0,')],
    ["an unknown field of any depth", text().replace("{", `{"x":${deep},`)],
    ["an unknown number of any size", text().replace("{", '{"x":-1e999999,')],
    ["an unknown half of a surrogate pair", text().replace("{", '{"x":"\\ud800",')],
    ["names with escapes", text().replace('"pc"', '"p\\u0063"')],
  ];
  test.for(cases)("%s", ([, input]) => expect(decodeJson(input, u64Id)).toEqual(PLAIN));
});

describe("refused, with field and offset", () => {
  const at = (changes: Changes, part: string): [string, number] => {
    const input = text(changes);
    return [input, input.indexOf(part)];
  };
  const cases: readonly [string, string, number, string, string][] = [
    ["a fraction", ...at({ pc: "7.0" }, "7.0"), "pc", "an unsigned integer wanted, not a fraction or power"],
    ["a power", ...at({ pc: "7e3" }, "7e3"), "pc", "an unsigned integer wanted, not a fraction or power"],
    ["minus zero", ...at({ cycles: "-0" }, "-0"), "cycles", 'an unsigned integer wanted, not "-"'],
    ["minus one", ...at({ cycles: "-1" }, "-1"), "cycles", 'an unsigned integer wanted, not "-"'],
    ["2^64", ...at({ pc: "18446744073709551616" }, "18446744073709551616"), "pc", "larger than 18446744073709551615"],
    ["many digits", ...at({ pc: "9".repeat(5000) }, "9999"), "pc", "larger than 18446744073709551615"],
    ["text", ...at({ pc: '"7"' }, '"7"'), "pc", "an unsigned integer wanted, not a string"],
    ["nothing", ...at({ pc: "null" }, "null"), "pc", 'an unsigned integer wanted, not "n"'],
    ["a leading zero", ...at({ pc: "077" }, "077"), "pc", "leading zero"],
    ["a version of 2^32", ...at({ version: "4294967296" }, "4294967296"), "version", "larger than 4294967295"],
    ["a flag of 256", ...at({ dirty_pages: "[[0,4,[]],[0,256,[]]]" }, "256"), "dirty_pages[1].flag", "larger than 255"],
    ["a byte of 256", ...at({ dirty_pages: "[[0,4,[1,256]]]" }, "256"), "dirty_pages[0].content", "larger than 255"],
    ["a short tuple", ...at({ dirty_pages: "[[0,4]]" }, '],"version'), "dirty_pages[0]", "2 elements, not 3"],
    ["a long tuple", ...at({ dirty_pages: "[[0,4,[],77]]" }, "77"), "dirty_pages[0]", "more than 3 elements"],
    ["31 registers", ...at({ registers: registers.replace("0,", "") }, ',"pc"'), "registers", "31 elements, not 32"],
    [
      "33 registers",
      ...at({ registers: registers.replace("]", ",777]") }, "777"),
      "registers",
      "more than 32 elements",
    ],
    ["a list as an object", ...at({ dirty_pages: "{}" }, "{}"), "dirty_pages", 'an array wanted, not "{"'],
    [
      "a power with a capital",
      ...at({ pc: "7E3" }, "7E3"),
      "pc",
      "an unsigned integer wanted, not a fraction or power",
    ],
    ["a byte without a glyph", ...at({ pc: "\u0001" }, "\u0001"), "pc", "an unsigned integer wanted, not byte 0x1"],
    ["a byte of zero", ...at({ pc: "\0" }, "\0"), "pc", "an unsigned integer wanted, not byte 0x0"],
    ["a deletion", ...at({ pc: "\u007f" }, "\u007f"), "pc", "an unsigned integer wanted, not byte 0x7f"],
    ["an open list", ...at({ registers: "[5;" }, ";"), "registers", '"," or "]" wanted, not ";"'],
    [
      "a comma at the end",
      ...at({ pages_from_source: "[ ,]" }, ",]"),
      "pages_from_source[0]",
      'an array wanted, not ","',
    ],
  ];
  test.for(cases)("%s", ([, input, offset, path, reason]) => {
    const error = errorOf(input);
    expect([error.path, error.reason]).toEqual([path, reason]);
    expect(error.offset).toBe(offset);
    expect(error.message).toBe(`${path}: ${reason} (at byte ${offset})`);
  });

  const whole: readonly [string, string, string, string][] = [
    ["an empty text", " ", "", "an object or an array wanted, but the text ends"],
    ["a word", "snapshot", "", 'an object or an array wanted, not "s"'],
    ["a missing field", text().replace('"pc":65536,', ""), "pc", "missing"],
    ["a field given twice", text().replace("{", '{"pc":1,'), "pc", "given twice"],
    ["no fields", "{}", "pages_from_source", "missing"],
    ["a field without a name", "{7:1}", "", 'a string wanted, not "7"'],
    ["a name without a colon", '{"pc" 7}', "", '":" wanted, not "7"'],
    ["a zero behind", `${text()}\0`, "", "the end wanted, not byte 0x0"],
    ["text behind", `${text()} x`, "", 'the end wanted, not "x"'],
    ["a cut text", text().slice(0, -1), "", '"," or "}" wanted, but the text ends'],
    ["a byte order mark", `\ufeff${text()}`, "", "an object or an array wanted, not byte 0xef"],
    ["an unknown field that is no JSON", text().replace("{", '{"x":[01],'), "", "leading zero"],
    [
      "an unknown string with a control character",
      text().replace("{", '{"x":"\u0001",'),
      "",
      "control character inside a string",
    ],
    ["an unknown string with a bad escape", text().replace("{", '{"x":"\\x",'), "", "unknown escape"],
  ];
  test.for(whole)("%s", ([, input, path, reason]) => {
    expect(errorOf(input)).toMatchObject({ path, reason });
  });

  // In a field that is not ours, up to the part that is wrong.
  const unknown: readonly [string, string, string][] = [
    ["[1 2]", "[1 ", '"," or "]" wanted'],
    ['{"a":1 2}', '{"a":1 ', '"," or "}" wanted'],
    ["{1:2}", "{", "a field name wanted"],
    ['{"a":1,2:3}', '{"a":1,', "a field name wanted"],
    ['{"a" 1}', '{"a" ', '":" wanted'],
    ["trux", "tru", "a value wanted"],
    ["-", "-", "a value wanted"],
    ["1.", "1.", "a digit wanted"],
    ["1e+", "1e+", "a digit wanted"],
    ["1.x", "1.", "a digit wanted"],
    [String.raw`"\u00g0"`, String.raw`"\u00`, "four hexadecimal digits wanted"],
    [String.raw`"\u0`, String.raw`"\u0`, "four hexadecimal digits wanted"],
    [String.raw`"\\`, String.raw`"\\`, "the text ends inside a string"],
    ['"abc', '"abc', "the text ends inside a string"],
  ];
  test.for(unknown)("an unknown field with %s", ([value, good, reason]) => {
    // What cannot be told from an end is followed by none.
    const behind = reason.includes("the text ends") || value.length === good.length ? "" : `,${text().slice(1)}`;
    expect(errorOf(`{"x":${value}${behind}`)).toMatchObject({ path: "", reason, offset: 5 + good.length });
  });

  test("unknown fields may hold anything that is JSON, blanks included", () => {
    const odd = String.raw`{ "a b" : [ 1 , -0.5e+3 , "\u00e9 \n" , [ ] , { } , null ] , "c":{"d":true} }`;
    expect(decodeJson(text().replace("{", `{"x": ${odd} ,`), u64Id)).toEqual(decodeJson(text(), u64Id));
  });

  test("a byte order mark inside a string belongs to it", () => {
    const input = text({ pages_from_source: '[[0,0,"\ufeffa",0,0]]' });
    expect(decodeJson(input, stringId).pagesFromSource[0].id).toBe("\ufeffa");
  });

  test("the error has a name of its own", () => {
    expect(errorOf("").name).toBe("SnapshotDecodeError");
  });

  test("half of a surrogate pair as an id", () => {
    const input = text({ pages_from_source: '[[0,0,"\\ud83d",0,0]]' });
    expect(errorOf(input, true)).toMatchObject({ path: "pages_from_source[0].id", reason: "half of a surrogate pair" });
    const pair = text({ pages_from_source: '[[0,0,"\\ud83d\\ude00",0,0]]' });
    expect(decodeJson(pair, stringId).pagesFromSource[0].id).toBe("😀");
  });

  test("bytes that are not UTF-8 as an id", () => {
    const input = Buffer.from(text({ pages_from_source: '[[0,0,"?",0,0]]' }));
    input[input.indexOf("?")] = 0xff;
    expect(() => decodeJson(new Uint8Array(input), stringId)).toThrow("pages_from_source[0].id: not UTF-8");
  });
});

function errorOf(input: string, strings = false): SnapshotDecodeError {
  try {
    if (strings) decodeJson(input, stringId);
    else decodeJson(input, u64Id);
  } catch (error) {
    if (error instanceof SnapshotDecodeError) return error;
    throw error;
  }
  throw new Error("decoded");
}

test.each([
  ["null", null],
  ["undefined", undefined],
  ["a number", 7],
  ["an array", [123]],
  ["a DataView", new DataView(new ArrayBuffer(2))],
] as const)("%s is neither text nor bytes, which is said", (what, value) => {
  const error = new TypeError(`a snapshot in JSON is a string or a Uint8Array, not ${what}`);
  expect(() => decodeJson(value as unknown as string, u64Id)).toThrow(error);
});
