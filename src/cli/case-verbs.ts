import { Option, type Command } from "commander";
import type { LocateOptions } from "./locate.ts";
import { parseDuration } from "./options.ts";
import { color, json, law, policy, target, targetTimeout } from "./shared-options.ts";
import type { ShrinkOptions } from "./shrink.ts";

const time = (normal = "60s"): Option =>
  new Option("--time <duration>", `end after this long and say what was reached (default ${normal})`).argParser(
    parseDuration,
  );

/** The verbs that look into one broken case. */
export function addCaseVerbs(program: Command): void {
  program
    .command("locate <case>")
    .description("find where the two sides of a broken case part, and what differs there")
    .addOption(target())
    .addOption(policy())
    .addOption(targetTimeout())
    .addOption(law())
    .option("--no-explain", "do not vary the parts of the case to see which of them matter")
    .option("--files <folder>", "write all files of the finding: case, test, vector, patch, page")
    .option("--embargo <file>", "write them as one .tar.gz outside of any git work tree, and say nothing else")
    .addOption(time())
    .addOption(color())
    .addOption(json())
    .addHelpText("after", "\nExample:\n  rvrelay locate reports/findings/relay-0123456789ab.S --target ckb-vm:asm")
    .action(async (file: string, options: LocateOptions) => (await import("./locate.ts")).locate(file, options));

  program
    .command("shrink <case>")
    .description("make a broken case smaller that still breaks the same law at the same place")
    .addOption(target())
    .addOption(policy())
    .addOption(targetTimeout())
    .addOption(law())
    .option("--out <file>", "where the smaller case goes (default: standard output)")
    .addOption(time("30s"))
    .addOption(json())
    .addHelpText("after", "\nExample:\n  rvrelay shrink broken.S --target ./my-vm --out smaller.S")
    .action(async (file: string, options: ShrinkOptions) => (await import("./shrink.ts")).shrink(file, options));
}
