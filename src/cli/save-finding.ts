import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../campaign/index.ts";
import { writeCase } from "../case/index.ts";
import { caseForFile } from "../generate/index.ts";
import { UsageError } from "./exit.ts";
import { writeWhole } from "./files.ts";

/** Keeps the case of a finding as a file in `folder`, and gives its name. @throws UsageError if it cannot be written */
export function saveFinding({ law, sentence, checked }: Finding, folder: string): string {
  const { sections, ...plain } = caseForFile(checked);
  const text = writeCase(plain, { title: `breaks law ${law}: ${sentence}`, sections });
  const id = createHash("sha256").update(text).digest("hex").slice(0, 12);
  const file = join(folder, `${law}-${id}.S`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new UsageError(`${folder}: cannot be made`);
  }
  writeWhole(file, text);
  return file;
}
