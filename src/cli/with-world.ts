import type { Command } from "commander";
import { collect, parseUnsigned64 } from "./options.ts";

/** Gives a verb the options that describe the world of an ELF file (`WorldOptions`), and `--max-cycles`. */
export function withWorld(command: Command): Command {
  return command
    .option("--vm-version <n>", "VM version 0, 1 or 2", "2")
    .option("--isa <set>", "imc and any of a, b, mop", "imc,a,b")
    .option("--cost <model>", "cycle costs: real or constant", "real")
    .option("--max-cycles <n>", "limit, in cycles", parseUnsigned64)
    .option("--memory <bytes>", "memory size, a multiple of 4096", "4194304")
    .option(
      "--data <id=file>",
      "data source for system call 2092, id = source << 32 | index, repeatable",
      collect<string>,
    )
    .option("--writable-code", "memory without W^X: every page can be written and executed")
    .option("--any-machine", "do not refuse ELF files made for another machine");
}
