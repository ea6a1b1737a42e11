import { createInterface, type Interface } from "node:readline";
import { CommandError, COMMAND_NAMES, execute, whereLines, type Session } from "../debug/index.ts";
import { sessionOf } from "./debug-session.ts";
import { readDebuggee, type Debuggee, type DebuggeeOptions } from "./debuggee.ts";
import { EXIT } from "./exit.ts";

/** Options of `rvrelay debug`. */
export interface DebugOptions extends DebuggeeOptions {
  readonly command?: readonly string[];
}

const PROMPT = "(rvrelay) ";

/** `rvrelay debug`: a debugger on the reference that goes forwards and backwards. */
export async function debug(file: string, args: readonly string[], options: DebugOptions): Promise<void> {
  const debuggee = readDebuggee(file, args, options);
  const interrupt = { requested: false };
  const session = sessionOf(debuggee, options.relay ?? false, () => interrupt.requested);
  print([headLine(debuggee, session), ...whereLines(session)]);
  if (options.command) await runAll(session, options.command);
  else if (process.stdin.isTTY) await onTerminal(session, interrupt);
  else await runAll(session, createInterface({ input: process.stdin, crlfDelay: Infinity }));
}

function headLine({ name, checked }: Debuggee, { solo, line }: Session): string {
  const how = solo ? `relay of ${line.limits.length} legs` : "solo run";
  return `${name}: ${how}, budget ${checked.budget} cycles; help lists the commands`;
}

/** Nothing waits for an answer: an error is one line, and the exit code tells of it at the end. */
async function runAll(session: Session, lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
  for await (const text of lines) {
    try {
      if (text.trim() !== "") print([`${PROMPT}${text.trim()}`]);
      const { lines: answer, quit } = await execute(session, text);
      print(answer);
      if (quit) return;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      process.stderr.write(`rvrelay: ${error.message}\n`);
      process.exitCode = EXIT.usage;
    }
  }
}

async function onTerminal(session: Session, interrupt: { requested: boolean }): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: PROMPT, completer });
  terminal.on("SIGINT", () => {
    interrupt.requested = true; // what runs ends soon; at the prompt it only gives a new line
    if (!busy) newPrompt(terminal);
  });
  let busy = false;
  let repeated = "";
  terminal.prompt();
  for await (const typed of terminal) {
    const text = typed.trim() === "" ? repeated : typed;
    interrupt.requested = false;
    busy = true;
    try {
      const { lines, quit, repeats } = await execute(session, text);
      print(lines);
      if (quit) break;
      repeated = repeats ? text : "";
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      print([error.message]);
    }
    busy = false;
    terminal.prompt();
  }
  terminal.close();
}

function newPrompt(terminal: Interface): void {
  process.stdout.write("\n(quit leaves)\n");
  terminal.prompt();
}

function completer(typed: string): [string[], string] {
  const names = COMMAND_NAMES.filter((name) => name.startsWith(typed));
  return [names, typed];
}

function print(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
}
