import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCase } from "../../../src/case/index.ts";
import { ProcessTarget, TargetError } from "../../../src/targets/index.ts";

const SERVER = join(import.meta.dirname, "fixtures", "misbehaving.js");

/** The world of a program that exits at once with code 7: what the misbehaving server says of every program. */
export const { world: WORLD } = readCase("seven.S", "_start: li a0, 7\n li a7, 93\n ecall\n").checked;

/** A leg from the beginning. */
export const BOOT = { start: "boot", maxCycles: 1000n, snapshot: false } as const;

/** Enough time for any answer on a busy machine. */
const AMPLE_MS = 20_000;
/** Enough to start, for servers that then never answer. */
export const SHORT_MS = 2000;

/** A place where the ids of the processes of a server are noted. */
export interface Notes {
  readonly file: string;
  /** Waits until all of them are gone. @throws Error naming those that stay */
  gone(): Promise<void>;
  remove(): void;
}

/** A new place for notes. */
export function takeNotes(): Notes {
  const folder = mkdtempSync(join(tmpdir(), "rvrelay-wire-"));
  const file = join(folder, "ids");
  const ids = (): number[] => (existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").map(Number) : []);
  return {
    file,
    gone: async () => {
      if (ids().length === 0) throw new Error("no process was started");
      for (let tries = 0; ids().some(isAlive); tries++) {
        if (tries === 500) throw new Error(`still there: ${ids().filter(isAlive).join(", ")}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** The command line of a server with this fault. */
export function wordsOf(fault: string, notes?: Notes): string[] {
  return [process.execPath, SERVER, fault, ...(notes ? [notes.file] : [])];
}

/** Opens a server with this fault, called `fake`. @throws TargetError */
export async function openFake(fault: string, notes?: Notes, timeoutMs = AMPLE_MS): Promise<ProcessTarget> {
  return ProcessTarget.open({ words: wordsOf(fault, notes), name: "fake", timeoutMs });
}

/** The TargetError that `work` ends in. */
export async function failureOf(work: () => Promise<unknown>): Promise<TargetError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof TargetError) return error;
    throw error;
  }
  throw new Error("nothing went wrong");
}

/** What happens when a leg is asked of a server with this fault; all its processes are gone behind it. */
export async function failureInRun(fault: string, timeoutMs?: number): Promise<TargetError> {
  const notes = takeNotes();
  try {
    const target = await openFake(fault, notes, timeoutMs);
    try {
      return await failureOf(() => target.run(WORLD, BOOT));
    } finally {
      await target.close();
      await notes.gone();
    }
  } finally {
    notes.remove();
  }
}
