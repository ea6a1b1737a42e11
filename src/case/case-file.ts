import { assemble, type AssembleOptions } from "../assembler/index.ts";
import type { Case, Counterpart } from "./case.ts";
import { CaseFileError } from "./case-file-error.ts";
import type { Found } from "./found.ts";
import { isHeaded, readHeader, type Expectation, type Header } from "./header.ts";

/** A case as read from its file. */
export interface CaseFile {
  /** The file's name. */
  readonly name: string;
  readonly title: string;
  /** True if the text has the header comment: it is a case, and not just a program. */
  readonly headed: boolean;
  readonly checked: Case;
  readonly expectation: Expectation;
  /** How it was found, where its header says so. */
  readonly found?: Found;
  /** Addresses of sections that its header gives. */
  readonly sections: ReadonlyMap<string, bigint>;
}

/**
 * Reads a case file: an assembly program with a header comment (world, cuts, budget, expectation, provenance). A text
 * without the header is a program under the default world that is expected to exit with 0.
 *
 * @param options handed to the assembler: include paths, macros, how to read included files. A counterpart is read in the
 * same way, from the folders of the include paths
 * @throws CaseFileError or AssemblyError, naming file and line
 */
export function readCase(name: string, text: string, options: AssembleOptions = {}): CaseFile {
  const header = readHeader(text, name);
  const { cuts, budget, legTargets, provenance, expectation, title } = header;
  const program = header.elf ?? assembleCase(name, text, header.sections, options);
  const counterpart = header.counterpart && readCounterpart(name, header.counterpart, options);
  return {
    name,
    title,
    headed: isHeaded(text),
    checked: {
      world: { ...header.world, program },
      cuts,
      budget,
      ...(legTargets && { legTargets }),
      provenance,
      assembly: text,
      ...(counterpart && { counterpart }),
    },
    expectation,
    ...(header.found && { found: header.found }),
    sections: header.sections,
  };
}

function readCounterpart(
  name: string,
  { file, ...said }: NonNullable<Header["counterpart"]>,
  options: AssembleOptions,
): Counterpart {
  for (const folder of options.includePaths ?? []) {
    const text = options.readFile?.(`${folder}/${file}`);
    if (text === undefined) continue;
    if (readHeader(text, file).counterpart) {
      throw new CaseFileError(file, 1, "a counterpart has no counterpart of its own");
    }
    return { ...said, checked: readCase(file, text, options).checked };
  }
  throw new CaseFileError(name, 1, `its counterpart ${file} is not beside it`);
}

/** Boundary of segments in the file; a program only takes the room of its bytes. */
const SEGMENT_ALIGNMENT = 16;

function assembleCase(
  name: string,
  text: string,
  sections: ReadonlyMap<string, bigint>,
  options: AssembleOptions,
): Uint8Array {
  const addresses = Object.fromEntries(sections);
  return assemble([{ name, text }], { symbols: false, alignment: SEGMENT_ALIGNMENT, addresses, ...options }).elf;
}
