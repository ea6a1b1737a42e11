import { Command, CommanderError } from "commander";
import type { AsmOptions } from "./asm.ts";
import type { CheckOptions } from "./check.ts";
import type { ConformOptions } from "./conform.ts";
import { addDebugVerbs } from "./debug-verbs.ts";
import type { DisasmOptions } from "./disasm.ts";
import { addCaseVerbs } from "./case-verbs.ts";
import { errorText, exitCodeOf } from "./exit.ts";
import { watchOutput } from "./lost-output.ts";
import { collect, parseCount, parseDuration, parseUnsigned64 } from "./options.ts";
import type { MuseumOptions } from "./museum.ts";
import type { ReplayOptions } from "./replay.ts";
import type { RunOptions } from "./run.ts";
import { color, json, law, policy, seed, target, targetTimeout } from "./shared-options.ts";
import type { TargetOptions as ServeOptions } from "./target-option.ts";
import { version } from "./version.ts";
import { withWorld } from "./with-world.ts";

const program = new Command("rvrelay")
  .description("Checks RISC-V virtual machines with snapshots: a relay finishes where the solo run finishes.")
  .version(version)
  .option("--verbose", "show the stack of errors")
  .showSuggestionAfterError()
  .exitOverride()
  .addHelpText(
    "after",
    `
Examples:
  rvrelay check                          the gate: canary, corpus, 10,000 random cases
  rvrelay check --time 30s --seed commit new cases on every commit, the same for everybody
  rvrelay run prog.elf one two           run a program with arguments
  rvrelay conform riscv-tests            the public test suite, solo and as relays
  rvrelay check --target ckb-vm:asm      the real CKB-VM against the reference
  rvrelay check --target "./my-vm serve" your own VM, behind the wire protocol

Exit codes: 0 everything held, 1 a law was broken, 2 usage or unreadable input, 3 nothing can be concluded,
130 interrupted.`,
  );

program
  .command("check")
  .description("the gate: canary, regressions, directed programs, then random relays")
  .addOption(target())
  .addOption(policy())
  .addOption(targetTimeout())
  .addOption(law())
  .addOption(seed())
  .option("--cases <n>", "random cases", parseCount)
  .option("--time <duration>", "end random checking after this long, for example 30s", parseDuration)
  .option("--reporter <format=file>", "write a report: html=FILE, junit=FILE, or github, repeatable", collect<string>)
  .option("--keep-going", "do not end after five faults or thirty findings: count all, keep the smallest of each fault")
  .option("--embargo <file>", "write what is found as one .tar.gz outside of any git work tree, and nothing else")
  .option("--coverage <file>", "write how often each cell of the coverage space was hit")
  .addOption(color())
  .addOption(json())
  .addHelpText(
    "after",
    "\nExample:\n  rvrelay check --cases 20000 --seed 7 --reporter html=reports/check.html --reporter junit=reports/check.xml",
  )
  .action(async (options: CheckOptions) => (await import("./check.ts")).check(options));

withWorld(program.command("run <elf> [args...]"))
  .description("run a program on a target: stop, cycles, output")
  .addOption(target())
  .addOption(policy())
  .addOption(targetTimeout())
  .option("--snapshot-at <cycles>", "stop at this cycle and take a snapshot", parseUnsigned64)
  .option("--out <file>", "where the snapshot goes; JSON if it ends in .json, otherwise bincode")
  .option("--resume <file>", "start from a snapshot")
  .option("--exit-code", "exit with the program's own code")
  .addOption(json())
  .addHelpText(
    "after",
    `
The arguments are passed as they are: the first one is the program's argv[0]. Write -- before arguments that begin
with a dash.
Examples:
  rvrelay run prog.elf prog one
  rvrelay run prog.elf prog --snapshot-at 5000 --out half.snap
  rvrelay run prog.elf --resume half.snap`,
  )
  .action(async (elf: string, args: string[], options: RunOptions) =>
    (await import("./run.ts")).run(elf, args, options),
  );

program
  .command("conform [paths...]")
  .description(
    "directed programs, solo and as relays: `riscv-tests`, .S files or folders; the project's own by default",
  )
  .addOption(target())
  .addOption(policy())
  .addOption(targetTimeout())
  .addOption(seed())
  .addOption(json())
  .addHelpText("after", "\nExamples:\n  rvrelay conform\n  rvrelay conform riscv-tests\n  rvrelay conform my-tests/")
  .action(async (paths: string[], options: ConformOptions) => (await import("./conform.ts")).conform(paths, options));

program
  .command("replay <cases...>")
  .description("check the laws on cases kept as files")
  .addOption(target())
  .addOption(policy())
  .addOption(targetTimeout())
  .addOption(law())
  .addOption(color())
  .addOption(json())
  .addHelpText("after", "\nExample:\n  rvrelay replay corpus/regressions/*.S")
  .action(async (cases: string[], options: ReplayOptions) => (await import("./replay.ts")).replay(cases, options));

addDebugVerbs(program);
addCaseVerbs(program);

program
  .command("asm <file>")
  .description("assemble GNU-syntax RISC-V text (with a C preprocessor) to an ELF file")
  .requiredOption("--out <file>", "the ELF file to write")
  .option("-D <name=value>", "define a macro, repeatable", collect<string>)
  .option("-I <folder>", "look for #include files here, repeatable", collect<string>)
  .option("--compress", "use 16-bit forms where they fit")
  .addHelpText("after", "\nExample:\n  rvrelay asm prog.S --out prog.elf")
  .action(async (file: string, options: AsmOptions) => (await import("./asm.ts")).asm(file, options));

program
  .command("disasm <file>")
  .description("print a program as text")
  .option("--assembly", "text that assembles to the same bytes, without addresses")
  .option("--raw", "the file is code, not an ELF file")
  .addHelpText("after", "\nExample:\n  rvrelay disasm prog.elf")
  .action(async (file: string, options: DisasmOptions) => (await import("./disasm.ts")).disasm(file, options));

program
  .command("serve")
  .description("put a target of this rvrelay, the reference by default, behind the wire protocol")
  .addOption(target())
  .addHelpText(
    "after",
    '\nExample:\n  rvrelay check --target "npm run -s rvrelay -- serve"\n\nThe protocol: docs/wire-protocol.md',
  )
  .action(async (options: ServeOptions) => (await import("./serve.ts")).serve(options));

program
  .command("targets")
  .description("the targets there are, with what they can run and show")
  .addOption(json())
  .action(async (options: { json?: boolean }) => (await import("./targets.ts")).targets(options));

program
  .command("laws")
  .argument("[names...]", "laws, or groups of laws; all if left out")
  .description("the laws there are: sentence, preconditions, how often a gate asks each, what breaks it")
  .addOption(json())
  .action(async (names: string[], options: { json?: boolean }) => (await import("./laws.ts")).laws(names, options));

program
  .command("museum")
  .description("measured finding power: faults of the history of VMs, and how soon each is found")
  .option("--category <name>", "only this category, repeatable", collect<string>)
  .option("--id <fault>", "only this fault, repeatable", collect<string>)
  .option("--gate", "the subset of CI, one seed, nothing shrunk unless --shrink is given")
  .option("--list", "name the faults and do nothing")
  .option("--time <duration>", "end each hunt after this long (default: 60s)", parseDuration)
  .addOption(seed())
  .option("--seeds <n>", "seeds for each fault, from --seed on (default: 5; with --gate 1)", parseCount)
  .option("--shrink", "shrink what is found and look for its place: the default without --gate")
  .option("--no-shrink", "find only")
  .option(
    "--jobs <n>",
    "faults looked for at once, each in a thread; times are then of busy cores (default: 1)",
    parseCount,
  )
  .option("--baselines", "look for each fault by simpler methods as well")
  .option(
    "--baseline-time <duration>",
    "end each hunt of a simpler method after this long (default: 5s)",
    parseDuration,
  )
  .option("--against <file>", "a JSON document of an earlier run: what it found must be found again")
  .option("--reporter <format=file>", "write html=FILE, markdown=FILE or json=FILE, repeatable", collect<string>)
  .addOption(json())
  .addHelpText(
    "after",
    "\nExamples:\n  rvrelay museum --gate\n  rvrelay museum --category shift --seeds 1\n  rvrelay museum --id bge-strict --baselines --time 20s\n  rvrelay museum --jobs 2 --against reports/museum.json --reporter html=reports/museum-now.html\n  rvrelay check --target museum:bge-strict",
  )
  .action(async (options: MuseumOptions) => (await import("./museum.ts")).museum(options));

watchOutput();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${errorText(error, program.opts<{ verbose?: boolean }>().verbose ?? false)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}
