import type { Case } from "../case/index.ts";
import type { GeneratedCase } from "./case.ts";
import { hasText, toAssembly } from "./text.ts";

/** A case with what a case file needs. */
export interface CaseForFile extends Case {
  /** Addresses of its sections, if it was generated. */
  readonly sections: ReadonlyMap<string, bigint>;
}

/** True if `checked` was generated, so that its program can be written as text and be shrunk. */
export function isGenerated(checked: Case): checked is GeneratedCase {
  return "program" in checked && "intent" in checked;
}

/** The program of a generated case as assembly text; `caseForFile` tells the addresses of its sections too. */
export function assemblyOf(generated: GeneratedCase): string {
  return toAssembly(generated.program).text;
}

const NO_TEXT = { text: undefined, sections: new Map<string, bigint>() };

/**
 * `checked` as a file keeps it: a generated program becomes text, where an assembler makes the same file of it; other cases
 * stay as they are.
 */
export function caseForFile(checked: Case): CaseForFile {
  if (!isGenerated(checked)) return { ...checked, sections: new Map() };
  const { world, cuts, budget, legTargets, provenance, counterpart, program } = checked;
  const { text, sections } = hasText(program) ? toAssembly(program) : NO_TEXT;
  return {
    world,
    cuts,
    budget,
    ...(legTargets && { legTargets }),
    ...(provenance !== undefined && { provenance }),
    ...(counterpart && { counterpart }),
    ...(text !== undefined && { assembly: text }),
    sections,
  };
}
