import { readIsa } from "../../case/index.ts";
import type { IsaSet } from "../../isa/index.ts";

/** A message that is not as the protocol wants it; the text names the member. */
export class WireError extends Error {
  override name = "WireError";
}

/** A JSON object that was read from a line. */
export type JsonObject = Readonly<Record<string, unknown>>;

const ISA_TEXT = /^imc(,(a|b|mop))*$/;
const U64_TEXT = /^0x(0|[1-9a-f][0-9a-f]{0,15})$/;

/**
 * A member of a message and where it stands, so that a wrong one is named. Every `read…` and `as…` throws a WireError
 * where the value is not what it must be.
 */
export class Field {
  readonly value: unknown;
  readonly #name: string;
  readonly #parent: Field | undefined;

  /** @param name of a member, `[k]` of an item; of the whole message, empty */
  constructor(value: unknown, name: string, parent?: Field) {
    this.value = value;
    this.#name = name;
    this.#parent = parent;
  }

  /** Where it stands, such as `state.registers[31]`; put together only where something is wrong. */
  get path(): string {
    const before = this.#parent?.path ?? "";
    return before === "" || this.#name.startsWith("[") ? before + this.#name : `${before}.${this.#name}`;
  }

  /** The member `name` of an object; it may be missing. */
  get(name: string): Field {
    const object = this.asObject();
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    return new Field(value, name, this);
  }

  get isMissing(): boolean {
    return this.value === undefined;
  }

  asObject(): JsonObject {
    const { value } = this;
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw this.wrong("an object");
    return value as JsonObject;
  }

  /** A list of at most `most` items. */
  asList(most = Infinity): Field[] {
    if (!Array.isArray(this.value)) throw this.wrong("a list");
    if (this.value.length > most) throw this.wrong(`a list of at most ${most}`);
    return this.value.map((item: unknown, k) => new Field(item, `[${k}]`, this));
  }

  asText(): string {
    if (typeof this.value !== "string") throw this.wrong("a string");
    return this.value;
  }

  asBoolean(): boolean {
    if (typeof this.value !== "boolean") throw this.wrong("true or false");
    return this.value;
  }

  /** As `asBoolean`, and `fallback` where the member is missing: for what older programs do not say. */
  asBooleanOr(fallback: boolean): boolean {
    return this.isMissing ? fallback : this.asBoolean();
  }

  /** An integer from `least` to `most`. */
  asInteger(least: number, most: number): number {
    const { value } = this;
    if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
      throw this.wrong(`an integer from ${least} to ${most}`);
    }
    return value;
  }

  /** A 64-bit number, `"0x…"`. */
  asU64(): bigint {
    const { value } = this;
    if (typeof value !== "string" || !U64_TEXT.test(value)) throw this.wrong(`a 64-bit number such as "0x10"`);
    return BigInt(value);
  }

  /** Bytes in base64 with padding. */
  asBytes(): Uint8Array<ArrayBuffer> {
    const { value } = this;
    if (typeof value !== "string" || value.length % 4 !== 0) throw this.wrong("bytes in base64");
    const bytes = Buffer.from(value, "base64");
    const padding = value.endsWith("==") ? 2 : value.endsWith("=") ? 1 : 0;
    // Node leaves out what is not base64, so that the length tells, and takes the letters of base64url as well. A
    // regular expression would take several times longer.
    const whole = bytes.length === (value.length / 4) * 3 - padding;
    const ascii = Buffer.byteLength(value) === value.length; // of other letters Node would look at the low byte only
    if (!whole || !ascii || value.includes("-") || value.includes("_")) throw this.wrong("bytes in base64");
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) as Uint8Array<ArrayBuffer>;
  }

  /** One of `choices`. */
  asOneOf<T extends string>(choices: readonly T[]): T {
    const choice = choices.find((each) => each === this.value);
    if (choice === undefined) throw this.wrong(`one of ${choices.join(", ")}`);
    return choice;
  }

  /** An ISA set: `imc`, then any of `a`, `b`, `mop`, with commas and nothing else between them. */
  asIsa(): IsaSet {
    const isa = typeof this.value === "string" && ISA_TEXT.test(this.value) ? readIsa(this.value) : undefined;
    if (isa === undefined) throw this.wrong("imc and any of a, b, mop, with commas");
    return isa;
  }

  wrong(wanted: string): WireError {
    const what = this.value === undefined ? "is missing" : `cannot be ${shown(this.value)}`;
    return new WireError(`${this.path || "the message"} ${what}; it must be ${wanted}`);
  }
}

/** The beginning of a value, as JSON, for messages. */
export function shown(value: unknown): string {
  const text = jsonOf(value);
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX - 3)}…` : text;
}

const SHOWN_MAX = 60;

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "missing";
  } catch {
    return "a value that is nested too deep"; // it was parsed without recursion, and is printed with it
  }
}

/** The text `asU64` reads. */
export function u64Text(value: bigint): string {
  return `0x${value.toString(16)}`;
}

/** The text `asBytes` reads. */
export function bytesText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
