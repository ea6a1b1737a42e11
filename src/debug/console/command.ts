import type { Finish } from "../../targets/index.ts";
import type { Interrupted } from "../halt.ts";
import type { TimeLine } from "../time-line.ts";
import type { ProgramMap } from "../program-map.ts";
import type { StopList } from "../stop-list.ts";

/** Something about a command that the user can mend; told in one line. */
export class CommandError extends Error {
  override name = "CommandError";
}

/** What differs between two finishes; the one that is right comes first. */
export type Compare = (
  expected: Finish,
  actual: Finish,
) => readonly { readonly what: string; readonly expected: string; readonly actual: string }[];

/** What commands work on. */
export interface Session {
  readonly line: TimeLine;
  /** The solo run of the same case, beside a relay. */
  readonly solo: TimeLine | undefined;
  readonly compare: Compare;
  readonly map: ProgramMap;
  readonly stops: StopList;
  readonly interrupted: Interrupted;
}

/** A command of the debugger. */
export interface Command {
  readonly names: readonly string[];
  /** Its arguments, as help shows them. */
  readonly usage: string;
  /** One line. */
  readonly help: string;
  /** True if an empty line on a terminal repeats it. */
  readonly repeats?: boolean;
  /** @returns lines to print @throws CommandError */
  run(session: Session, args: readonly string[]): string[] | Promise<string[]>;
}
