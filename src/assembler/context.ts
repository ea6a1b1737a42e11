import type { Assembly } from "./assembly.ts";
import { Conditions } from "./conditions.ts";
import { Input } from "./input.ts";
import type { Macro } from "./macros.ts";

/** One source being read: what directives work on. */
export class Context {
  readonly assembly: Assembly;
  readonly input = new Input();
  readonly conditions = new Conditions();
  readonly macros = new Map<string, Macro>();
  /** What `\@` stands for: macro calls so far. */
  calls = 0;

  constructor(assembly: Assembly) {
    this.assembly = assembly;
  }
}
