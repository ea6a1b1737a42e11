import type { Case } from "../../case/index.ts";
import { codeUnits, overwrite, type CodeUnit } from "../mutate/code-units.ts";

const ADDI_NOP = 0x0000_0013;
const C_NOP = 0x0001;

/**
 * A case that was not generated made smaller: cuts go, the targets of legs are all the second one, and instructions become
 * no-ops where they stand, all of them, halves, quarters, down to single ones. Nothing else is known of such a program: whether
 * it still ends is for its budget to say.
 * @param isSame true if a smaller case still fails in the same way
 * @param timeMs ends it, in milliseconds; an answer that is still awaited then counts as no
 * @throws AssemblyError if the program is no ELF file that can be read
 */
export async function shrinkInPlace(
  original: Case,
  isSame: (smaller: Case) => Promise<boolean>,
  timeMs: number,
): Promise<Case> {
  const end = performance.now() + timeMs;
  const holds = async (smaller: Case): Promise<boolean> => performance.now() < end && (await isSame(smaller));
  // What it was compared with says nothing of what is left of it.
  const { counterpart: _, ...alone } = original;
  let smallest: Case = original;
  const take = async (smaller: Case): Promise<boolean> => {
    if (!(await holds(smaller))) return false;
    smallest = smaller;
    return true;
  };
  await take(alone);
  for (let size = smallest.cuts.length; size > 0; size >>= 1) {
    for (let from = 0; from < smallest.cuts.length;) {
      const cuts = smallest.cuts.toSpliced(from, size);
      if (!(await take({ ...smallest, cuts }))) from += size;
    }
  }
  const count = unitsOf(smallest).length;
  for (let size = count; size > 0; size = Math.floor(size / 2)) {
    for (let from = 0; from < count; from += size) {
      const smaller = withNothing(smallest, from, from + size);
      if (smaller) await take(smaller);
    }
  }
  return smallest;
}

/**
 * The instructions of a case that was not generated, by name, no-ops left aside; bits that are none are `raw bits`.
 * @throws AssemblyError if the program is no ELF file that can be read
 */
export function instructionsInPlace({ world }: Case): string[] {
  return codeUnits(world.program)
    .filter((unit) => unit.word !== nothingFor(unit))
    .map(({ instruction }) => instruction?.name ?? "raw bits");
}

function unitsOf({ world }: Case): CodeUnit[] {
  return codeUnits(world.program);
}

function nothingFor({ length }: CodeUnit): number {
  return length === 4 ? ADDI_NOP : C_NOP;
}

/** The case with no-ops in the place of some instructions; undefined if there are only no-ops. */
function withNothing(whole: Case, from: number, to: number): Case | undefined {
  const program = whole.world.program.slice();
  const units = codeUnits(program).slice(from, to);
  const left = units.filter((unit) => unit.word !== nothingFor(unit));
  if (left.length === 0) return undefined;
  for (const unit of left) overwrite(unit, nothingFor(unit));
  // The text that it came from is no longer its own.
  const { assembly: _, ...rest } = whole;
  return { ...rest, world: { ...whole.world, program } };
}
