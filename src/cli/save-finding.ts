import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../campaign/index.ts";
import { writeCase, type Case, type CaseNotes } from "../case/index.ts";
import { caseForFile } from "../generate/index.ts";
import { UsageError } from "./exit.ts";
import { writeWhole } from "./files.ts";

/**
 * Keeps the case of a finding as a file in `folder`, and gives its name. Where two programs show it, both are kept: the
 * other one beside it as `….counterpart.S`, which the header of the first one names.
 * @throws UsageError if it cannot be written
 */
export function saveFinding({ law, sentence, checked, divergence }: Finding, folder: string): string {
  const kept = divergence.pair ?? checked;
  const title = `breaks law ${law}: ${sentence}`;
  const counterpart = kept.counterpart && textOf(kept.counterpart.checked, { title: `counterpart: ${law}` });
  // Loaded here: it takes longer than most of a start, and few runs have something to save.
  const { createHash } = process.getBuiltinModule("node:crypto");
  const id = createHash("sha256")
    .update(textOf(kept, { title }))
    .update(counterpart ?? "")
    .digest("hex")
    .slice(0, 12);
  const name = `${law}-${id}`;
  const file = join(folder, `${name}.S`);
  const counterpartFile = `${name}.counterpart.S`;
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new UsageError(`${folder}: cannot be made`);
  }
  if (counterpart !== undefined) writeWhole(join(folder, counterpartFile), counterpart);
  writeWhole(file, textOf(kept, { title, counterpartFile }));
  return file;
}

function textOf(kept: Case, notes: CaseNotes): string {
  const { sections, ...plain } = caseForFile(kept);
  return writeCase(plain, { ...notes, sections });
}
