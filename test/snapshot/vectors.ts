import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What test/snapshot/vectors holds: one snapshot in both encodings, and its fields as text. */
export interface Vector {
  readonly name: string;
  readonly kind: "snapshot1" | "snapshot2";
  readonly id_type: string;
  readonly bincode: string;
  readonly json: string;
  readonly logical: Logical;
}

/** Fields by their Rust names: 64-bit values as hexadecimal text, bytes as hexadecimal digits. */
export interface Logical {
  readonly pages_from_source: readonly (readonly [string, number, string | number, string, string])[];
  readonly dirty_pages: readonly (readonly [string, number, string])[];
  readonly page_indices: readonly string[];
  readonly page_flags: readonly number[];
  readonly pages: readonly string[];
  readonly version: number;
  readonly registers: readonly string[];
  readonly pc: string;
  readonly cycles: string;
  readonly max_cycles: string;
  readonly load_reservation_address: string;
}

const folder = join(import.meta.dirname, "vectors");

const ALL: readonly Vector[] = globSync("*.json", { cwd: folder })
  .toSorted()
  .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Vector);

/** Those of `Snapshot2`. */
export const VECTORS2 = ALL.filter(({ kind }) => kind === "snapshot2");

/** Those of `Snapshot`, its predecessor. */
export const VECTORS1 = ALL.filter(({ kind }) => kind === "snapshot1");

export function fromHex(digits: string): Uint8Array {
  return new Uint8Array(Buffer.from(digits, "hex"));
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
