import { Command } from "commander";
import { version } from "./version.ts";

const program = new Command("rvrelay")
  .description("Checks RISC-V virtual machines: a relay finishes where the solo run finishes.")
  .version(version)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

program.parse();
program.outputHelp();
