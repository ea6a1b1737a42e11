import { Random } from "./random.ts";

/** Random bytes, and letters, that pieces are cut from: drawing each byte would cost more than running the program. */
const POOL = makePool(0x10000);
const LETTERS = POOL.map((byte) => 32 + (byte % 95));
/** What is longer than the pool is put together from pieces of so many bytes, each from another place of it. */
const JOINED_BYTES = 0x9000;

function makePool(size: number): Uint8Array {
  const random = new Random(0x706f6f6c);
  const words = Uint32Array.from({ length: size / 4 }, () => random.next());
  return new Uint8Array(words.buffer);
}

/** `length` random bytes: up to 64 KiB a view of bytes that others have too, and nobody may write. */
export function poolBytes(random: Random, length: number): Uint8Array {
  return cut(random, POOL, length);
}

/** The same of printable ASCII. */
export function poolLetters(random: Random, length: number): Uint8Array {
  return cut(random, LETTERS, length);
}

function cut(random: Random, pool: Uint8Array, length: number): Uint8Array {
  if (length > pool.length) return join(random, pool, length);
  const start = random.below(pool.length - length + 1);
  return pool.subarray(start, start + length);
}

function join(random: Random, pool: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += JOINED_BYTES) {
    bytes.set(cut(random, pool, Math.min(JOINED_BYTES, length - at)), at);
  }
  return bytes;
}
