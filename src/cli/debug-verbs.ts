import { Option, type Command } from "commander";
import type { DebugOptions } from "./debug.ts";
import type { GdbOptions } from "./gdb.ts";
import { collect, parsePort } from "./options.ts";
import { withWorld } from "./with-world.ts";

const relay = (): Option =>
  new Option("--relay", "follow the legs of the case's cut plan, each in a fresh machine, instead of the solo run");

/** Adds the verbs that debug: `debug` and `gdb`. */
export function addDebugVerbs(program: Command): void {
  withWorld(program.command("debug <file> [args...]"))
    .description("step through a case (or an ELF file) on the reference, forwards and backwards")
    .option("--command <text>", "execute this command and do not ask for others, repeatable", collect<string>)
    .addOption(relay())
    .addHelpText(
      "after",
      `
Without --command, commands are read from standard input; \`help\` lists them.
Examples:
  rvrelay debug case.S
  rvrelay debug case.S --relay --command cut --command differs
  rvrelay debug prog.elf --command end --command "last-write counter 8"
The way through it: docs/debugging.md`,
    )
    .action(async (file: string, args: string[], options: DebugOptions) =>
      (await import("./debug.ts")).debug(file, args, options),
    );

  withWorld(program.command("gdb <file> [args...]"))
    .description("let gdb attach to a case (or an ELF file) on the reference, with reverse execution")
    .option("--port <n>", "listen on this port of 127.0.0.1, 0 for any that is free (default: 0)", parsePort)
    .option("--stdio", "speak over the standard streams, for `target remote | rvrelay gdb --stdio ...`")
    .option("--elf <out>", "write the program with its symbols to this file, for gdb to load")
    .option("--keep", "wait for the next client when one has left")
    .addOption(relay())
    .addHelpText(
      "after",
      `
Examples:
  rvrelay gdb case.S --elf case.elf
  gdb-multiarch -ex 'set remotetimeout 30' -ex 'target remote | rvrelay gdb --stdio case.S' case.elf
The way through it: docs/debugging.md`,
    )
    .action(async (file: string, args: string[], options: GdbOptions) =>
      (await import("./gdb.ts")).gdb(file, args, options),
    );
}
