import type { BincodeReader } from "./bincode-reader.ts";
import type { BincodeWriter } from "./bincode-writer.ts";
import type { Codec } from "./codec.ts";
import { JSON_BYTE } from "./json-bytes.ts";
import type { JsonReader } from "./json-reader.ts";

/** The codecs of an object's fields, in the order of the Rust type. */
export type FieldCodecs<T> = { readonly [K in keyof T]-?: Codec<T[K]> };

/** Rust's tuple: in JSON an array. Here the elements have names. */
export function tuple<T>(codecs: FieldCodecs<T>): Codec<T> {
  return new Fields(codecs, false);
}

/** Rust's struct: in JSON an object with the field names in snake case, which may also be given as an array. */
export function struct<T>(codecs: FieldCodecs<T>): Codec<T> {
  return new Fields(codecs, true);
}

interface Field {
  /** Here. */
  readonly key: string;
  /** In Rust. */
  readonly name: string;
  readonly codec: Codec<unknown>;
}

type Values = Record<string, unknown>;

class Fields<T> implements Codec<T> {
  readonly sizeMin: number;
  readonly #fields: readonly Field[];
  readonly #named: boolean;

  constructor(codecs: FieldCodecs<T>, named: boolean) {
    this.#fields = Object.entries<Codec<unknown>>(codecs as Record<string, Codec<unknown>>).map(([key, codec]) => ({
      key,
      name: key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      codec,
    }));
    this.#named = named;
    this.sizeMin = this.#fields.reduce((sum, { codec }) => sum + codec.sizeMin, 0);
  }

  writeBincode(value: T, to: BincodeWriter): void {
    for (const { key, codec } of this.#fields) codec.writeBincode((value as Values)[key], to);
  }

  readBincode(from: BincodeReader): T {
    const values: Values = {};
    for (const { key, name, codec } of this.#fields) {
      from.path.push(name);
      values[key] = codec.readBincode(from);
      from.path.pop();
    }
    return values as T;
  }

  toJson(value: T): string {
    const texts = this.#fields.map(({ key, name, codec }) => {
      const text = codec.toJson((value as Values)[key]);
      return this.#named ? `"${name}":${text}` : text;
    });
    return this.#named ? `{${texts.join()}}` : `[${texts.join()}]`;
  }

  readJson(from: JsonReader): T {
    if (this.#named && from.peek() !== JSON_BYTE.openBracket) return this.#readObject(from);
    const values: Values = {};
    const count = this.#fields.length;
    from.readTuple(count, (index) => {
      const { key, name, codec } = this.#fields[index];
      from.path.push(name);
      values[key] = codec.readJson(from);
      from.path.pop();
    });
    return values as T;
  }

  #readObject(from: JsonReader): T {
    const found = new Map<string, unknown>();
    from.readObject((name) => {
      const field = this.#fields.find((candidate) => candidate.name === name);
      if (!field) return from.skipValue();
      from.path.push(name);
      if (found.has(field.key)) throw from.error("given twice");
      found.set(field.key, field.codec.readJson(from));
      from.path.pop();
    });
    const values: Values = {};
    for (const { key, name } of this.#fields) {
      if (!found.has(key)) {
        from.path.push(name);
        throw from.error("missing");
      }
      values[key] = found.get(key);
    }
    return values as T;
  }
}
