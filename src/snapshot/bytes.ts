/** True for a Uint8Array, also one of another realm; callers without types may hand over anything. */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
}

/** What a value is, for messages: `null`, `a number`, `a DataView`. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  const kind = typeof value === "object" ? Object.prototype.toString.call(value).slice(8, -1) : typeof value;
  return `${/^[AEIOaeio]/.test(kind) ? "an" : "a"} ${kind === "Array" || kind === "Object" ? kind.toLowerCase() : kind}`;
}
