import { disassembleProgram } from "../assembler/index.ts";
import { UsageError } from "./exit.ts";
import { readBytes } from "./files.ts";

/** Options of `rvrelay disasm`. */
export interface DisasmOptions {
  readonly assembly?: boolean;
  readonly raw?: boolean;
}

const ELF_MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);

/** `rvrelay disasm`: a program file, or plain code, as text. */
export function disasm(file: string, options: DisasmOptions): void {
  const bytes = readBytes(file);
  if (!options.raw && !ELF_MAGIC.equals(bytes.subarray(0, ELF_MAGIC.length))) {
    throw new UsageError(`${file}: not an ELF file; --raw takes any bytes as code`);
  }
  const text = disassembleProgram(bytes, { name: file, assembly: options.assembly ?? false });
  process.stdout.write(options.assembly ? sectionHeader(text) + text : text);
}

/** Where the sections stand, as the header of a case file says it: `rvrelay asm` puts them there again. */
function sectionHeader(text: string): string {
  const places = [...text.matchAll(/^\t\.section (\S+), .*\t# at (0x[0-9a-f]+)$/gm)];
  return ["/* rvrelay case 1", ...places.map(([, name, address]) => ` * section: ${name} ${address}`), " */", ""].join(
    "\n",
  );
}
