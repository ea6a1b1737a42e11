import { execFileSync } from "node:child_process";
import { InvalidArgumentError } from "commander";
import { parseUnsigned64 } from "./options.ts";

/** A seed, and where it comes from. */
export interface Seed {
  /** Unsigned, 64 bits. */
  readonly value: bigint;
  /** The hash of the commit whose first 64 bits it is. */
  readonly commit?: string;
  /** True if files that are tracked have changes which that commit has not. */
  readonly hasChanges?: boolean;
}

/** Hexadecimal digits of a hash that make a seed. */
const DIGITS = 16;

/** A seed: a number, or `commit` for that of the commit that is checked out. */
export function parseSeed(text: string): Seed {
  return text === "commit" ? seedOfCommit() : { value: parseUnsigned64(text) };
}

/**
 * The first 64 bits of the hash of the commit that is checked out in `folder`: anybody can read them in `git log` and give
 * them as `0x…`. @throws InvalidArgumentError if there is none
 */
export function seedOfCommit(folder = process.cwd()): Seed {
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    const commit = git("rev-parse", "HEAD");
    const hasChanges = git("status", "--porcelain", "--untracked-files=no") !== "";
    return { value: BigInt(`0x${commit.slice(0, DIGITS)}`), commit, hasChanges };
  } catch {
    throw new InvalidArgumentError("there is no commit here to take a seed from");
  }
}

/** A seed that was not asked for: 32 random bits. */
export function randomSeed(): Seed {
  // The global one: to import node:crypto would take a tenth of the time of `rvrelay --help`.
  const [value] = crypto.getRandomValues(new Uint32Array(1));
  return { value: BigInt(value) };
}
