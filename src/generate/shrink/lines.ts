import { AssemblyError, type AssembleOptions } from "../../assembler/index.ts";
import { CaseFileError, readCase, type Case } from "../../case/index.ts";

/** How a case that has a text is made smaller. */
export interface LinesOptions {
  /** Ends it, in milliseconds; an answer that is still awaited then counts as no. */
  readonly timeMs: number;
  /** What the text is assembled with, as when it was read. */
  readonly assemble?: AssembleOptions;
}

/**
 * Makes a case smaller that has a text of its own: cuts, arguments and data pieces go, then lines of its text, all, halves,
 * quarters, down to single ones, and cuts that are
 * left move to the front, again until nothing changes any more. What is left can be
 * read, as the lines that stay are as they were.
 * @param isSame true if a smaller case still fails in the same way
 */
export async function shrinkLines(
  original: Case,
  isSame: (smaller: Case) => Promise<boolean>,
  { timeMs, assemble }: LinesOptions,
): Promise<Case> {
  const end = performance.now() + timeMs;
  // What it was compared with says nothing of what is left of it.
  const { counterpart: _, ...alone } = original;
  let smallest: Case = original;
  const take = async (smaller: Case | undefined): Promise<boolean> => {
    if (!smaller || performance.now() >= end || !(await isSame(smaller)) || performance.now() >= end) return false;
    smallest = smaller;
    return true;
  };
  await take(alone);
  await without(
    () => smallest.cuts,
    async (cuts) => take({ ...smallest, cuts }),
  );
  await without(
    () => smallest.world.args,
    async (args) => take({ ...smallest, world: { ...smallest.world, args } }),
  );
  await without(
    () => smallest.world.sources,
    async (sources) => take({ ...smallest, world: { ...smallest.world, sources } }),
  );
  const size = (): string => `${linesOf(smallest).length} ${smallest.cuts.join(" ")}`;
  for (let before = ""; before !== size();) {
    before = size();
    await without(
      () => linesOf(smallest),
      async (lines) => take(withText(smallest, lines, assemble)),
    );
    for (let k = 0; k < smallest.cuts.length; k++) {
      await earlier(
        k,
        () => smallest.cuts,
        async (cuts) => take({ ...smallest, cuts }),
      );
    }
  }
  return smallest;
}

/** Takes parts away: all of them, halves, quarters, down to single ones. */
async function without<T>(parts: () => readonly T[], take: (left: T[]) => Promise<boolean>): Promise<void> {
  for (let size = parts().length; size > 0; size >>= 1) {
    for (let from = 0; from < parts().length;) {
      if (!(await take(parts().toSpliced(from, size)))) from += size;
    }
  }
}

/** Moves cut `k` to the front as far as that goes, by halving what is between it and the one before it. */
async function earlier(
  k: number,
  cuts: () => readonly bigint[],
  take: (cuts: bigint[]) => Promise<boolean>,
): Promise<void> {
  for (let low = cuts()[k - 1] ?? 0n; low < cuts()[k];) {
    const middle = (low + cuts()[k]) / 2n;
    if (!(await take(cuts().with(k, middle)))) low = middle + 1n;
  }
}

/** The lines behind the header comment. */
function linesOf({ assembly = "" }: Case): readonly string[] {
  return bodyOf(assembly)
    .split("\n")
    .filter((line) => line.trim() !== "");
}

function bodyOf(text: string): string {
  return headOf(text) === "" ? text : text.slice(headOf(text).length);
}

function headOf(text: string): string {
  return /^\s*\/\*[^]*?\*\/\n?/.exec(text)?.[0] ?? "";
}

/** The case with a text of these lines; undefined if that is no program. */
function withText(whole: Case, lines: readonly string[], options: AssembleOptions | undefined): Case | undefined {
  const assembly = `${headOf(whole.assembly ?? "")}${lines.join("\n")}\n`;
  try {
    const { program } = readCase("smaller.S", assembly, options).checked.world;
    return { ...whole, assembly, world: { ...whole.world, program } };
  } catch (error) {
    if (error instanceof AssemblyError || error instanceof CaseFileError) return undefined;
    throw error;
  }
}
