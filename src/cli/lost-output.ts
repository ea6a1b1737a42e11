import { EXIT } from "./exit.ts";

/**
 * Says on standard error once that standard output cannot be written (a full disk), and sees to the exit code: what nobody
 * could read is no verdict. A broken law stays one, as its case is kept in a file. A reader that has had enough, such as
 * `head`, just ends the program.
 */
export function watchOutput(): void {
  let isLost = false;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    if (!isLost) process.stderr.write(`rvrelay: standard output cannot be written: ${error.message}\n`);
    isLost = true;
  });
  process.on("exit", () => {
    if (isLost && process.exitCode !== EXIT.broken) process.exitCode = EXIT.inconclusive;
  });
}
