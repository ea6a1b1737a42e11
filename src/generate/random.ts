/** The 32 low bits of a number or bigint. */
function low(value: number | bigint): number {
  return typeof value === "bigint" ? Number(BigInt.asIntN(32, value)) : value | 0;
}

/** Bits 32 to 63 of a number or bigint. */
function high(value: number | bigint): number {
  return typeof value === "bigint" ? Number(BigInt.asIntN(32, value >> 32n)) : Math.floor(value / 2 ** 32) | 0;
}

/**
 * The generator's own source of random numbers (sfc32: 128 bits of state). What a seed generates depends on nothing
 * else, so this class may change only together with the pins in test/generate.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  /** Seeds with 64 bits of `seed` and 64 bits of `index`. */
  constructor(seed: number | bigint, index: number | bigint = 0) {
    this.#a = low(seed);
    this.#b = high(seed);
    this.#c = low(index) ^ Math.imul(high(index), 0x9e3779b1);
    for (let k = 0; k < 15; k++) this.next();
  }

  /** 0 to 2^32 - 1. */
  next(): number {
    return this.#step() >>> 0;
  }

  /** The same as a signed number, which engines keep without allocating. */
  #step(): number {
    const sum = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum;
  }

  /** 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(((this.#step() >>> 0) / 2 ** 32) * count);
  }

  /** `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }

  /** Each entry of `list` as often as a weight drawn for it says: to pick from. All of them once if all weights are 0. */
  swarm<T>(list: readonly T[], weights: readonly number[]): readonly T[] {
    const often: T[] = [];
    for (const entry of list) for (let weight = this.pick(weights); weight > 0; weight--) often.push(entry);
    return often.length > 0 ? often : list;
  }

  /** An index of `weights`, each as likely as its weight; the sum must not be 0. */
  weighted(weights: readonly number[]): number {
    let sum = 0;
    for (const weight of weights) sum += weight;
    let at = this.below(sum);
    for (let k = 0; k < weights.length; k++) {
      at -= weights[k];
      if (at < 0) return k;
    }
    return weights.length - 1;
  }
}
