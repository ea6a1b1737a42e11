import type { Case } from "../case/index.ts";
import type { GeneratedCase } from "./case.ts";
import { toAssembly } from "./text.ts";

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

/** `checked` as a file keeps it: a generated program becomes text; other cases stay as they are. */
export function caseForFile(checked: Case): CaseForFile {
  if (!isGenerated(checked)) return { ...checked, sections: new Map() };
  const { world, cuts, budget, legTargets, provenance, counterpart, program } = checked;
  const { text, sections } = toAssembly(program);
  return {
    world,
    cuts,
    budget,
    ...(legTargets && { legTargets }),
    ...(provenance !== undefined && { provenance }),
    ...(counterpart && { counterpart }),
    assembly: text,
    sections,
  };
}
