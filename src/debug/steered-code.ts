import { DecodedCode, type Memory } from "../machine/index.ts";

type Kept = ReturnType<DecodedCode["sameIn"]>;
type Block = Parameters<DecodedCode["keep"]>[1];

/**
 * Decoded blocks of the machines of one time line, in two sets: those of runs that pass over breakpoints, and those of
 * runs that stop there, which end before each.
 */
export class SteeredCode extends DecodedCode {
  readonly #isArmed: () => boolean;
  #armed = new DecodedCode();
  /** How many sets there were for runs that stop at breakpoints. */
  #sets = 1;

  /** @param isArmed true while a run stops at breakpoints */
  constructor(isArmed: () => boolean) {
    super();
    this.#isArmed = isArmed;
  }

  /** To be called when the breakpoints have changed. */
  forgetArmed(): void {
    this.#armed = new DecodedCode();
    this.#sets++;
  }

  /** The two sets never have the same number: machines look anew when the other one counts. */
  override get generation(): number {
    return this.#isArmed() ? -(this.#sets * GENERATIONS_MAX + this.#armed.generation) : super.generation;
  }

  override sameIn(memory: Memory, page: number): Kept {
    return this.#isArmed() ? this.#armed.sameIn(memory, page) : super.sameIn(memory, page);
  }

  override keep(memory: Memory, block: Block, same: Kept): Kept {
    return this.#isArmed() ? this.#armed.keep(memory, block, same) : super.keep(memory, block, same);
  }
}

/** More than one set ever has. */
const GENERATIONS_MAX = 2 ** 32;
