import { DecodedCode, type Memory } from "../machine/index.ts";

type Block = NonNullable<ReturnType<DecodedCode["at"]>>;

/**
 * Decoded blocks of the machines of one time line, in two sets: those of runs that pass over breakpoints, and those of
 * runs that stop there, which end before each.
 */
export class SteeredCode extends DecodedCode {
  readonly #isArmed: () => boolean;
  #armed = new DecodedCode();

  /** @param isArmed true while a run stops at breakpoints */
  constructor(isArmed: () => boolean) {
    super();
    this.#isArmed = isArmed;
  }

  /** To be called when the breakpoints have changed. */
  forgetArmed(): void {
    this.#armed = new DecodedCode();
  }

  override at(pc: number): Block | undefined {
    return this.#isArmed() ? this.#armed.at(pc) : super.at(pc);
  }

  override isSame(memory: Memory, page: number): boolean {
    return this.#isArmed() ? this.#armed.isSame(memory, page) : super.isSame(memory, page);
  }

  override keep(memory: Memory, block: Block, isSame: (page: number) => boolean): void {
    if (this.#isArmed()) this.#armed.keep(memory, block, isSame);
    else super.keep(memory, block, isSame);
  }
}
