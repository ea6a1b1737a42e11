import { dirname } from "node:path";
import { assemble } from "../assembler/index.ts";
import { readHeader } from "../case/index.ts";
import { UsageError } from "./exit.ts";
import { readText, writeWhole } from "./files.ts";
import { includeReader } from "./include.ts";

/** Options of `rvrelay asm`. */
export interface AsmOptions {
  readonly out: string;
  readonly D?: readonly string[];
  readonly I?: readonly string[];
  readonly compress?: boolean;
}

/** `rvrelay asm`: assembly text to an ELF file. */
export function asm(file: string, options: AsmOptions): void {
  const text = readText(file);
  const { sections } = readHeader(text, file); // of a case file; other texts have none
  const { elf } = assemble([{ name: file, text }], {
    ...includeReader([dirname(file), ...(options.I ?? [])]),
    defines: Object.fromEntries((options.D ?? []).map(definition)),
    compress: options.compress ?? false,
    addresses: Object.fromEntries(sections),
  });
  writeWhole(options.out, elf);
}

function definition(text: string): [string, string] {
  const [name, value = "1"] = text.split(/=(.*)/s);
  if (!/^[A-Za-z_]\w*$/.test(name)) throw new UsageError(`-D cannot be "${text}"; write NAME=VALUE`);
  return [name, value];
}
