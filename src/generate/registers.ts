import type { Grower } from "./grower.ts";

/** A register that code may write, other than those of `taken`. */
export function otherRegister(grower: Grower, ...taken: readonly number[]): number {
  for (;;) {
    const register = grower.destination();
    if (!taken.includes(register)) return register;
  }
}
