import type { SourceLine } from "./source.ts";

interface Condition {
  /** Whether the statements in it count. */
  active: boolean;
  /** Whether one of its branches has counted already, or none may. */
  done: boolean;
  otherwise: boolean;
  readonly source: SourceLine;
  readonly at: number;
}

export const DEPTH_MAX = 1000;

/** The conditionals that are open. */
export class Conditions {
  readonly #stack: Condition[] = [];

  /** True if statements count here. */
  get active(): boolean {
    return this.#stack.at(-1)?.active ?? true;
  }

  get depth(): number {
    return this.#stack.length;
  }

  /** True for the names that count inside a part that is left out. */
  static isDirective(name: string): boolean {
    return /^\.(if[a-z]*|else(if)?|endif)$/.test(name);
  }

  open(holds: boolean, source: SourceLine, at: number): boolean {
    if (this.#stack.length >= DEPTH_MAX) return false;
    const { active } = this;
    this.#stack.push({ active: active && holds, done: !active || holds, otherwise: false, source, at });
    return true;
  }

  /** The innermost open conditional. */
  get innermost(): Condition | undefined {
    return this.#stack.at(-1);
  }

  close(): boolean {
    return this.#stack.pop() !== undefined;
  }

  /** Closes all but the outer `depth`; the outermost of those closed, if any. */
  closeTo(depth: number): Condition | undefined {
    const open = this.#stack[depth];
    if (open) this.#stack.length = depth;
    return open;
  }
}
