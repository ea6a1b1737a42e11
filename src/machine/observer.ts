import type { Operation } from "./operation.ts";

/** Is told what a machine executes, right before and right after. What it sees is the machine's own: not to be changed. */
export interface Observer {
  /**
   * False: of each block of instructions only the first execution is told, which costs little. True: every execution, which
   * is several times slower than a run that nobody observes.
   */
  readonly every: boolean;
  /** `operation` is executed next; its cycles are added already, pc is still its own. */
  before(operation: Operation): void;
  /** It was executed, without a fault; pc is that of the next one. */
  after(operation: Operation): void;
}
