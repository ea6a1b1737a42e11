import { InvalidArgumentError } from "commander";

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A duration such as `500ms`, `30s`, `10m`, `2h`, in milliseconds. */
export function parseDuration(text: string): number {
  const parts = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text);
  if (!parts) throw new InvalidArgumentError("write a duration such as 30s or 10m");
  return Number(parts[1]) * UNITS[parts[2]];
}

/** A whole number of at least `least`. */
export function parseCount(text: string): number {
  const count = Number(text.replaceAll("_", ""));
  if (!/^[\d_]+$/.test(text) || !Number.isSafeInteger(count)) throw new InvalidArgumentError("write a whole number");
  return count;
}

/** A TCP port, 0 for any that is free. */
export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port > 65_535) throw new InvalidArgumentError("write a port from 0 to 65535");
  return port;
}

/** An unsigned 64-bit number, decimal or 0x…. */
export function parseUnsigned64(text: string): bigint {
  const value = /^(0x[0-9a-f]{1,16}|\d{1,20})$/i.test(text) ? BigInt(text) : 2n ** 64n;
  if (value >= 2n ** 64n) throw new InvalidArgumentError("write a number from 0 to 2^64 - 1, decimal or 0x…");
  return value;
}

/** Collects the values of a repeatable option. */
export function collect<T>(value: T, before: readonly T[] | undefined): T[] {
  return [...(before ?? []), value];
}
