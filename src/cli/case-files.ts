import { createHash } from "node:crypto";
import { commented, type Explanation, type Finding } from "../campaign/index.ts";
import { sourceLines, writeCase, type Case, type CaseNotes, type Found } from "../case/index.ts";
import { caseForFile } from "../generate/index.ts";
import type { NewFile } from "../report/patch.ts";
import type { TargetOptions } from "./target-option.ts";

/** What is written beside a case into its file; everything may be left out. */
export interface CaseFileNotes {
  readonly provenance?: string;
  /** With which options it was found. */
  readonly found?: TargetOptions;
  /** Addresses of sections, where the case was read from a file that gives them. */
  readonly sections?: ReadonlyMap<string, bigint>;
  /** What is known of its parts: comments beside their lines. */
  readonly explained?: readonly Explanation[];
}

/** The files of a case that breaks a law, and the name that all of them begin with. */
export interface CaseFiles {
  readonly name: string;
  /** The case; behind it its counterpart, where two programs show the finding. */
  readonly files: readonly NewFile[];
}

/** The case of a finding as texts that stand alone: without included files, and named after law and content. */
export function caseFilesOf(finding: Finding, notes: CaseFileNotes = {}): CaseFiles {
  const { law, sentence, checked, divergence } = finding;
  const kept = divergence.pair ?? checked;
  const title = `breaks law ${law}: ${sentence}`;
  const { sections } = notes;
  const counterpart = kept.counterpart && textOf(kept.counterpart.checked, { title: `counterpart: ${law}` }, undefined);
  const plain = textOf(kept, { title, ...(sections && { sections }) });
  const id = createHash("sha256")
    .update(plain)
    .update(counterpart ?? "")
    .digest("hex")
    .slice(0, 12);
  const name = `${law}-${id}`;
  const counterpartFile = `${name}.counterpart.S`;
  const told = notes.provenance === undefined ? kept : { ...kept, provenance: notes.provenance };
  const found = notes.found && foundWith(law, notes.found);
  const beside = { title, counterpartFile, ...(found && { found }), ...(sections && { sections }) };
  const text = textOf(told, beside, notes.explained);
  return {
    name,
    files: [
      { path: `${name}.S`, text },
      ...(counterpart === undefined ? [] : [{ path: counterpartFile, text: counterpart }]),
    ],
  };
}

/** How a case of `law` is found again: without a target, the reference alone. */
export function foundWith(law: string, { target = ["reference"], policy = [] }: TargetOptions): Found {
  return { law, targets: [...new Set(target)], policies: policy };
}

function textOf(kept: Case, notes: CaseNotes, explained: readonly Explanation[] = []): string {
  const { sections, ...plain } = caseForFile(kept);
  const whole = { ...notes, sections: sections.size > 0 ? sections : (notes.sections ?? sections) };
  const text = ended(writeCase(plain, whole));
  const { lines } = sourceLines({ ...plain, assembly: text });
  if (lines.size > 0) return commented(text, lines, explained);
  // A text that needs other files to be the same program: the program itself is kept then.
  const { assembly: _, ...bytes } = plain;
  return commented(ended(writeCase(bytes, notes)), lines, explained);
}

function ended(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
