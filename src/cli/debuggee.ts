import { basename, dirname, join } from "node:path";
import { AssemblyError, assemble, readElf, type ElfSymbol, type Program } from "../assembler/index.ts";
import { readCase, readHeader, type Case } from "../case/index.ts";
import { ProgramMap } from "../debug/index.ts";
import { CORPUS } from "./corpus.ts";
import { UsageError } from "./exit.ts";
import { readBytes } from "./files.ts";
import { includeReader } from "./include.ts";
import { worldOf, type WorldOptions } from "./world-options.ts";

/** Options of the commands that debug: those of worlds are for ELF files, as a case says it itself. */
export interface DebuggeeOptions extends WorldOptions {
  readonly maxCycles?: bigint;
  readonly relay?: boolean;
}

/** What is debugged. */
export interface Debuggee {
  readonly name: string;
  readonly checked: Case;
  readonly map: ProgramMap;
  /** The program with all symbols that it has: the same code at the same addresses. */
  readonly elf: Uint8Array;
}

const NO_LIMIT = 2n ** 64n - 1n;
const ELF_MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);

/** Reads a case file, or an ELF file with arguments. @throws UsageError, CaseFileError, AssemblyError */
export function readDebuggee(file: string, args: readonly string[], options: DebuggeeOptions): Debuggee {
  const bytes = readBytes(file);
  if (ELF_MAGIC.equals(bytes.subarray(0, ELF_MAGIC.length))) return elfDebuggee(file, args, options);
  if (args.length > 0) throw new UsageError(`${file}: a case says its arguments itself`);
  const text = new TextDecoder().decode(bytes);
  const reader = includeReader([dirname(file), join(CORPUS, "conformance")]);
  const { checked, headed } = readCase(file, text, reader);
  if (!headed) throw new UsageError(`${file}: neither a case file, whose header comment is missing, nor an ELF file`);
  if (options.relay && checked.cuts.length === 0) throw new UsageError(`${file}: has no cuts, so there is no relay`);
  const { elf, sections } = readHeader(text, file);
  if (elf) return { name: file, checked, map: new ProgramMap({ symbols: symbolsOf(elf, file) }), elf };
  const program = assemble([{ name: file, text }], {
    ...reader,
    addresses: Object.fromEntries(sections),
    alignment: 16,
    lines: true,
  });
  return { name: file, checked, map: mapOf(program, file), elf: program.elf };
}

function elfDebuggee(file: string, args: readonly string[], options: DebuggeeOptions): Debuggee {
  const world = worldOf(file, args, options);
  if (options.relay) throw new UsageError(`${file}: an ELF file has no cuts, so there is no relay; write a case`);
  const checked = { world, cuts: [], budget: options.maxCycles ?? NO_LIMIT };
  const map = new ProgramMap({ symbols: symbolsOf(world.program, file) });
  return { name: file, checked, map, elf: world.program };
}

function mapOf({ elf, lines = [] }: Program, file: string): ProgramMap {
  return new ProgramMap({
    symbols: symbolsOf(elf, file),
    lines: lines.map((line) => ({ ...line, file: basename(line.file) })),
  });
}

/** The symbols of a program; none of one that is too broken to have any, which the run itself will show. */
function symbolsOf(elf: Uint8Array, name: string): readonly ElfSymbol[] {
  try {
    return readElf(elf, name).symbols.filter((symbol) => /^[A-Za-z_]/.test(symbol.name));
  } catch (error) {
    if (error instanceof AssemblyError) return [];
    throw error;
  }
}
