import { shown } from "./arguments.ts";
import { CommandError, type Command, type Session } from "./command.ts";
import { MOVING } from "./moving.ts";
import { SHOWING } from "./showing.ts";
import { STOPPING } from "./stopping.ts";

const COMMANDS: readonly Command[] = [...MOVING, ...STOPPING, ...SHOWING];

/** What is no command of the time line. */
const HERE: readonly Command[] = [
  { names: ["help", "h"], usage: "[COMMAND]", help: "this", run: () => [] },
  { names: ["quit", "q"], usage: "", help: "leave", run: () => [] },
];

/** The names that commands may be called by, `help` and `quit` included. */
export const COMMAND_NAMES: readonly string[] = [...COMMANDS.flatMap(({ names }) => names), "help", "quit"].toSorted();

/** What a line of input gave. */
export interface Answer {
  readonly lines: readonly string[];
  readonly quit: boolean;
  /** True if an empty line on a terminal repeats the command. */
  readonly repeats: boolean;
}

/** Executes one line of input; an empty one, or one that begins with `#`, does nothing. @throws CommandError */
export async function execute(session: Session, text: string): Promise<Answer> {
  const [name = "", ...args] = text.trim().split(/\s+/);
  if (name === "" || name.startsWith("#")) return { lines: [], quit: false, repeats: false };
  if (name === "quit" || name === "q") return { lines: [], quit: true, repeats: false };
  if (name === "help" || name === "h") return { lines: helpLines(args[0]), quit: false, repeats: false };
  const command = commandNamed(name);
  return { lines: await command.run(session, args), quit: false, repeats: command.repeats ?? false };
}

/** Executes a command that only shows something: for those who would not notice that the time line moved. @throws CommandError */
export async function inspect(session: Session, text: string): Promise<readonly string[]> {
  const [name = "", ...args] = text.trim().split(/\s+/);
  if (name === "" || name === "help") return helpOf(SHOWING);
  const command = commandNamed(name);
  if (!SHOWING.includes(command)) throw new CommandError(`${command.names[0]} is not for here; ask for help`);
  return command.run(session, args);
}

/** The command of this name, or the only one whose name begins so. */
function commandNamed(name: string): Command {
  const exact = COMMANDS.find(({ names }) => names.includes(name));
  if (exact) return exact;
  const close = COMMANDS.filter(({ names }) => names.some((each) => each.startsWith(name)));
  if (close.length === 1) return close[0];
  if (close.length === 0) throw new CommandError(`there is no command ${shown(name)}; help lists them`);
  throw new CommandError(`${shown(name)} may be ${close.map(({ names }) => names[0]).join(" or ")}`);
}

function helpLines(name?: string): string[] {
  if (name !== undefined) return helpOf([commandNamed(name)]);
  return [
    ...helpOf([...COMMANDS, ...HERE]),
    "An ADDRESS is a number, a symbol, pc or a register, each with +N or -N behind it: loop+4, $sp-8.",
  ];
}

function helpOf(commands: readonly Command[]): string[] {
  const calls = commands.map(({ names, usage }) => `${names.join(", ")} ${usage}`.trimEnd());
  const width = Math.max(...calls.map(({ length }) => length));
  return commands.map(({ help }, k) => `  ${calls[k].padEnd(width)}  ${help}`);
}
