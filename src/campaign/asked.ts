import type { Law } from "../laws/index.ts";

/** Of so many cases each law is asked, whatever it costs: so that small gates ask every law as well. */
const ALL_FIRST = 20;

/**
 * Whether a gate asks `law` of its `k`-th case: of one in every `law.every`, at a place of each row that the law's name and
 * the row decide. So laws do not meet all in the same cases, nor always in the turn of the same target.
 */
export function isAsked({ name, every = 1 }: Law, k: number): boolean {
  if (every <= 1 || k < ALL_FIRST) return true;
  return k % every === mixed(hashOf(name) ^ Math.floor(k / every)) % every;
}

const hashes = new Map<string, number>();

/** FNV-1a of a name. */
function hashOf(name: string): number {
  let hash = hashes.get(name);
  if (hash === undefined) {
    hash = 0x811c9dc5;
    for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    hashes.set(name, hash);
  }
  return hash;
}

/** A 32-bit number whose every bit depends on every bit of `value`: the last steps of MurmurHash3. */
function mixed(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
