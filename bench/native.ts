import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { adapterProgram, isBuilt, type Adapter } from "../src/cli/adapters.ts";
import type { NativeQuestion } from "./row.ts";

/** Longest time for an answer. */
const TIMEOUT_MS = 60_000;

/** An answer of `rvrelay-ckb-vm measure`. */
export interface NativeAnswer {
  /** Median of the samples. */
  readonly nanoseconds: number;
  /** Of one run, at one cycle an instruction. */
  readonly cycles: number;
}

/** Reads a line of `rvrelay-ckb-vm measure`: `NANOSECONDS CYCLES`. @throws Error if it is anything else */
export function readAnswer(line: string): NativeAnswer {
  const match = /^(\d+(?:\.\d+)?) (\d+)$/.exec(line);
  const [nanoseconds, cycles] = [Number(match?.[1]), Number(match?.[2])];
  if (!(nanoseconds > 0) || !Number.isSafeInteger(cycles)) throw new Error(`no answer: ${JSON.stringify(line)}`);
  return { nanoseconds, cycles };
}

/** The answer in the unit of the rows that ask so: million instructions a second, machines a second, microseconds. */
export function nativeFigure(ask: NativeQuestion["ask"], { nanoseconds, cycles }: NativeAnswer): number {
  switch (ask) {
    case "run":
      return (cycles / nanoseconds) * 1000;
    case "boot":
      return 1e9 / nanoseconds;
    case "snapshot":
      return nanoseconds / 1000;
  }
}

/** An engine of the real CKB-VM that is measured in a process of its own. */
export class NativeEngine {
  readonly name: string;
  readonly #folder = mkdtempSync(join(tmpdir(), "rvrelay-native-"));
  readonly #files = new Map<string, string>();
  readonly #child: ChildProcess;
  readonly #lines: Interface;
  readonly #ended: Promise<never>;

  /** The engine, or why it cannot be measured. */
  static open(adapter: Adapter): NativeEngine | { readonly missing: string } {
    if (isBuilt(adapter)) return new NativeEngine(adapter);
    return { missing: `not built; build it with: ${adapterProgram(adapter).howToBuild}` };
  }

  private constructor(adapter: Adapter) {
    this.name = adapter.name;
    const child = spawn(adapterProgram(adapter).file, ["measure", adapter.engine], { stdio: "pipe" });
    let said = "";
    child.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout });
    this.#ended = new Promise((_, reject) => {
      child.once("error", reject);
      child.once("close", (code) => reject(new Error(`${this.name} ended with ${code}: ${said.trim()}`)));
    });
    // It also ends when it is closed, and then nobody waits for an answer.
    this.#ended.catch(() => {});
    child.stdin.on("error", () => {});
  }

  /**
   * Asks about a program for about `timeMs` milliseconds; gives what `nativeFigure` makes of the answer.
   * @param name what the program is kept under
   * @throws Error if there is no answer
   */
  async measure(name: string, question: NativeQuestion, timeMs: number): Promise<number> {
    const answer = new Promise<string>((resolve) => this.#lines.once("line", resolve));
    this.#child.stdin?.write(`${question.ask} ${Math.round(timeMs)} ${this.#fileOf(name, question)}\n`);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.name} gave no answer in ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
    });
    try {
      return nativeFigure(question.ask, readAnswer(await Promise.race([answer, this.#ended, late])));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the process. */
  close(): void {
    this.#lines.close();
    this.#child.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #fileOf(name: string, { program }: NativeQuestion): string {
    let file = this.#files.get(name);
    if (file === undefined) {
      file = join(this.#folder, `${name}.elf`);
      writeFileSync(file, program());
      this.#files.set(name, file);
    }
    return file;
  }
}
