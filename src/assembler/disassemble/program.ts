import { isElf, readElf, type ElfImage } from "../elf/read.ts";
import { assemblyText } from "./assembly-text.ts";
import { listing } from "./listing.ts";

/** How to write a program as text. */
export interface DisassembleOptions {
  /** What errors call the program. */
  readonly name?: string;
  /** True for text that assembles to the same bytes again; otherwise a listing with addresses and bytes. */
  readonly assembly?: boolean;
  /** Address of the first byte, for bytes that are no ELF file. Default 0. */
  readonly address?: bigint;
}

/**
 * The text of an ELF file, or of plain code bytes.
 * @throws AssemblyError and nothing else, if the file begins as an ELF file and is none.
 */
export function disassembleProgram(program: Uint8Array, options: DisassembleOptions = {}): string {
  const { name = "<program>", assembly = false, address = 0n } = options;
  const image: ElfImage = isElf(program)
    ? readElf(program, name)
    : { entry: address, segments: [{ address, flags: 5, data: program, memoryBytes: program.length }], symbols: [] };
  return assembly ? assemblyText(image) : listing(image);
}
