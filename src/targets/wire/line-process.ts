import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import type { Socket } from "node:net";
import type { TargetErrorKind } from "../target.ts";
import { LineSplitter } from "./line-splitter.ts";
import { Transcript } from "./transcript.ts";

/** How a process came to an end that nobody asked for. */
export interface ProcessEnd {
  readonly kind: TargetErrorKind;
  /** One clause: `with exit code 3`. */
  readonly how: string;
}

/** Who is told what happens. */
export interface LineListener {
  line(text: string): void;
  /** The process is gone, or is being ended because of what it did. Called once; nothing is called after it. */
  end(end: ProcessEnd): void;
}

/** Time a process has to end after its input was closed, and after its output was. */
const GRACE_MS = 1000;

/** A child process that reads and writes lines. It keeps nobody waiting: an idle one does not hold up the end of Node. */
export class LineProcess {
  readonly transcript = new Transcript();
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #listener: LineListener;
  readonly #exited: Promise<void>;
  #ended = false;
  #saidErrors = false;
  readonly #unsent: string[] = [];
  /** True once it has ended and nothing holds its streams any more, a process that it started for example. */
  #gone = false;

  /** Starts `words[0]` with the others as arguments, without a shell. */
  constructor(words: readonly string[], listener: LineListener) {
    this.#listener = listener;
    const [file, ...args] = words;
    const child = spawn(file, args, { stdio: "pipe", windowsHide: true, detached: GROUPS });
    this.#child = child;
    this.#exited = new Promise((resolve) => {
      child.once("close", () => resolve());
      child.once("error", () => resolve());
    });
    child.once("error", (error: NodeJS.ErrnoException) => this.#end({ kind: "could not start", how: reasonOf(error) }));
    const output = new LineSplitter();
    const errors = new LineSplitter();
    child.stdout.on("data", (chunk: Buffer) => this.#read(output, chunk));
    child.stdout.once("end", () => setTimeout(() => this.#outputEnded(output), GRACE_MS).unref());
    child.stderr.on("data", (chunk: Buffer) => this.#readErrors(errors, chunk));
    child.stdin.on("error", () => {}); // told by the exit of the process
    child.once("close", (code, signal) => {
      this.#gone = true;
      if (errors.pending > 0) this.transcript.add("!", errors.beginning);
      this.#closed(output, code, signal);
    });
    this.hold(false);
  }

  /** True: Node does not end while this process runs. */
  hold(held: boolean): void {
    for (const each of [this.#child, ...this.#child.stdio] as (ChildProcessWithoutNullStreams | Socket | null)[]) {
      if (held) each?.ref();
      else each?.unref();
    }
  }

  /**
   * Writes one line, given without its end. Lines of one turn of Node's loop go out together: each write, and each time
   * that the process wakes up, costs more than a line.
   * @param line ASCII, as all is that rvrelay sends
   */
  write(line: string): void {
    this.transcript.add(">", line);
    if (this.#unsent.push(line, "\n") === 2) setImmediate(() => this.#send());
  }

  #send(): void {
    const lines = this.#unsent.splice(0);
    if (!this.#ended && lines.length > 0) this.#child.stdin.write(lines.join(""), "latin1");
  }

  /** Ends the process at once and says why. */
  stop(end: ProcessEnd): void {
    this.#end(end);
  }

  /** Closes its input and waits until it is gone; ends it if it does not go by itself. */
  async close(): Promise<void> {
    this.#send();
    this.#ended = true;
    this.#child.stdin.end();
    const timer = setTimeout(() => {
      this.#kill();
      for (const stream of [this.#child.stdout, this.#child.stderr]) stream.destroy(); // somebody else may hold them
    }, GRACE_MS);
    this.hold(true);
    await this.#exited;
    clearTimeout(timer);
  }

  #read(output: LineSplitter, chunk: Buffer): void {
    if (this.#ended) return;
    try {
      for (const line of output.push(chunk)) {
        this.transcript.add("<", line);
        if (!this.#ended) this.#listener.line(line);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.transcript.add("<", output.beginning);
      this.#end({ kind: "wrote too much", how: error.message });
    }
  }

  #readErrors(errors: LineSplitter, chunk: Buffer): void {
    this.#saidErrors = true;
    try {
      for (const line of errors.push(chunk)) this.transcript.add("!", line);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.transcript.add("!", errors.beginning);
      this.#end({ kind: "wrote too much", how: `on standard error: ${error.message}` });
    }
  }

  /** Only what lives on without its output: the end of a process closes it too, and says more. */
  #outputEnded(output: LineSplitter): void {
    if (this.#ended) return;
    this.#end({ kind: "closed its output", how: this.#half(output) || "while it was still running" });
  }

  #closed(output: LineSplitter, code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#ended) return;
    const half = this.#half(output);
    const how = [
      signal ? `by signal ${signal}` : `with exit code ${code}`,
      ...(half ? [half] : []),
      ...(this.#saidErrors ? [] : ["without a word on standard error"]),
    ].join(", ");
    this.#end({ kind: code !== 0 ? "crashed" : half ? "closed its output" : "ended by itself", how });
  }

  #half(output: LineSplitter): string {
    if (output.pending === 0) return "";
    this.transcript.add("<", output.beginning);
    return "in the middle of a line";
  }

  #end(end: ProcessEnd): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#kill();
    this.#listener.end(end);
  }

  /** The process with all that it started. */
  #kill(): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#gone) return;
    if (!GROUPS) this.#child.kill("SIGKILL");
    else {
      try {
        process.kill(-pid, "SIGKILL");
      } catch {
        this.#child.kill("SIGKILL");
      }
    }
  }
}

/** True where a process can lead a group, which is then ended with it. */
const GROUPS = process.platform !== "win32";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such program",
  EACCES: "it is not permitted to run it",
};

function reasonOf(error: NodeJS.ErrnoException): string {
  return REASONS[error.code ?? ""] ?? error.message;
}
