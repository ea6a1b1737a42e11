import { disassembleProgram } from "../assembler/index.ts";
import { readBytes } from "./files.ts";

/** `rvrelay disasm`: a program file as text. */
export function disasm(elf: string, options: { assembly?: boolean }): void {
  process.stdout.write(disassembleProgram(readBytes(elf), { name: elf, assembly: options.assembly ?? false }));
}
