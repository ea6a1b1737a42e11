import { Assembly } from "./assembly.ts";
import { allocateCommons } from "./directives/symbol.ts";
import { type ElfSymbol, type Segment, writeElf } from "./elf/write.ts";
import { AssemblyError, Unresolved } from "./error.ts";
import { evaluate, symbolValue } from "./expression.ts";
import { DEFAULT_MARCH, extensionsOf } from "./extensions.ts";
import { sectionImage, writeNops } from "./image.ts";
import { layOut, paddingFor } from "./layout.ts";
import { type Group, placeSections } from "./link.ts";
import type { PreprocessOptions } from "./preprocess/options.ts";
import { preprocessLines } from "./preprocess/preprocess.ts";
import { Reader } from "./reader.ts";
import { Resolver } from "./resolve.ts";
import type { Region } from "./model.ts";
import { placeOf } from "./source.ts";
import { isDefined } from "./symbols.ts";

/** A source text; `name` is what errors call it, and where quoted includes are looked for. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** How to assemble; everything may be left out. */
export interface AssembleOptions extends PreprocessOptions {
  /** Use 16-bit instructions wherever GNU as would. Default false; `.option rvc` and `norvc` change it. */
  readonly compress?: boolean;
  /** Extensions that may be used, as GNU as's -march. Default rv64imac_zba_zbb_zbc_zbs. */
  readonly march?: string;
  /** Address of the first segment. Default 0x10000. */
  readonly base?: bigint;
  /** Addresses of single sections by name. */
  readonly addresses?: Readonly<Record<string, bigint>>;
  /** The symbol where the program starts. Default `_start`, or else the first byte of code. */
  readonly entry?: string;
  /** Write the symbol table and section headers. Default true. */
  readonly symbols?: boolean;
  /** Boundary of segments in the file, see `writeElf`. Default 4096. */
  readonly alignment?: number;
  /** List the source line of each instruction. Default false. */
  readonly lines?: boolean;
  /** Most bytes that all sections may have together. Default 16 MiB. */
  readonly bytesMax?: number;
}

/** An assembled program. */
export interface Program {
  /** The executable file. */
  readonly elf: Uint8Array;
  readonly entry: bigint;
  /** Every symbol with its value, but for numeric labels. */
  readonly symbols: ReadonlyMap<string, bigint>;
  readonly segments: readonly Segment[];
  /** Source lines of instructions in the order of the source, if asked for. */
  readonly lines?: readonly { readonly address: bigint; readonly file: string; readonly line: number }[];
}

const BYTES_MAX = 16 << 20;
const BASE = 0x10000n;

/**
 * Assembles and links GNU-syntax assembly text, after running the C preprocessor over it. Several sources are one
 * program: they share symbols, as if they stood in one file, but each has macros of its own.
 * @throws AssemblyError and nothing else, whatever the text is.
 */
export function assemble(source: string | readonly Source[], options: AssembleOptions = {}): Program {
  const sources = typeof source === "string" ? [{ name: "<source>", text: source }] : source;
  const extensions = extensionsOf([options.march ?? DEFAULT_MARCH], new Set());
  if (typeof extensions === "string") throw failure(sources, extensions);
  const { compress = false, bytesMax = BYTES_MAX } = options;
  const assembly = new Assembly({ compress, extensions }, bytesMax, options.lines === true);
  let reader = new Reader(assembly);
  for (const { name, text } of sources) {
    const lines = preprocessLines(text, name, options);
    reader = new Reader(assembly);
    assembly.restart({ compress, extensions });
    reader.read(lines);
  }
  throwIfAny(assembly);
  allocateCommons(reader);
  padSections(assembly);
  const unsettled = layOut(assembly.sections.values());
  if (unsettled?.source)
    assembly.report("the sizes of the program depend on each other", unsettled.source, unsettled.column);
  throwIfAny(assembly);
  let total = 0;
  for (const section of assembly.sections.values()) total += section.totalSize;
  if (total > bytesMax) throw failure(sources, `the program is over ${bytesMax} bytes`);
  const groups = placeSections(assembly.sections.values(), options.base ?? BASE, options.addresses ?? {});
  if (typeof groups === "string") throw failure(sources, groups);
  const images = resolveAll(assembly);
  throwIfAny(assembly);
  return finish(assembly, groups, images, options, sources);
}

/** GNU as fills sections of code up to their alignment. */
function padSections(assembly: Assembly): void {
  for (const section of assembly.sections.values()) {
    const power = Math.log2(section.alignment);
    if (section.size === 0 || power === 0 || !section.flags.executable || section.flags.nobits) continue;
    if (section.fixed) {
      const count = paddingFor(section.size, power, Infinity);
      writeNops(section.bytes, section.reserve(count), count);
    } else section.close({ kind: "align", power, fill: undefined, max: Infinity }, assembly.source, 0);
  }
}

function failure(sources: readonly Source[], message: string): AssemblyError {
  return new AssemblyError([{ file: sources[0]?.name ?? "<source>", line: 0, column: 0, notes: [], message }]);
}

function throwIfAny({ diagnostics }: Assembly): void {
  const [first, ...rest] = diagnostics;
  if (first) throw new AssemblyError([first, ...rest]);
}

/** The bytes of every allocated section, with all addresses filled in. */
function resolveAll(assembly: Assembly): Map<Region, Uint8Array> {
  const resolver = new Resolver(assembly);
  const images = new Map<Region, Uint8Array>();
  for (const section of assembly.sections.values()) images.set(section, sectionImage(section, assembly, resolver));
  for (const fixup of assembly.fixups) {
    const image = images.get(fixup.fragment.section);
    if (image && fixup.fragment.section.flags.allocated) resolver.fixup(fixup, image);
  }
  resolver.finish();
  return images;
}

function finish(
  assembly: Assembly,
  groups: readonly Group[],
  images: ReadonlyMap<Region, Uint8Array>,
  options: AssembleOptions,
  sources: readonly Source[],
): Program {
  const segments = groups.map((group) => segmentOf(group, images));
  const { symbols, entries } = symbolsOf(assembly);
  const code = segments.find(({ flags }) => flags & 1) ?? segments[0];
  const named = symbols.get(options.entry ?? "_start");
  if (options.entry !== undefined && named === undefined)
    throw failure(sources, `there is no symbol "${options.entry}"`);
  const entry = named ?? code?.address ?? options.base ?? BASE;
  const { alignment = 4096 } = options;
  const elf = writeElf({ entry, segments, alignment, symbols: options.symbols === false ? undefined : entries });
  const lines = assembly.lines?.map(({ fragment, offset, source }) => {
    const { file, line } = placeOf(source, 0);
    return { address: fragment.section.address + BigInt(fragment.offset + offset), file, line };
  });
  return { elf, entry, symbols, segments, ...(lines && { lines }) };
}

function segmentOf({ flags, address, sections }: Group, images: ReadonlyMap<Region, Uint8Array>): Segment {
  const offsetOf = (section: Region) => Number(section.address - address);
  let memoryBytes = 0;
  let dataBytes = 0;
  for (const section of sections) {
    memoryBytes = offsetOf(section) + section.totalSize;
    if (!section.flags.nobits) dataBytes = memoryBytes;
  }
  const [first] = sections;
  const only = images.get(first);
  if (sections.length === 1 && only) return { address, flags, data: only, memoryBytes };
  const data = new Uint8Array(dataBytes);
  for (const section of sections) {
    const image = images.get(section);
    if (image && !section.flags.nobits) data.set(image, offsetOf(section));
  }
  return { address, flags, data, memoryBytes };
}

function symbolsOf(assembly: Assembly): { symbols: Map<string, bigint>; entries: ElfSymbol[] } {
  const stage = { kind: "final" } as const;
  const symbols = new Map<string, bigint>();
  const entries: ElfSymbol[] = [];
  for (const symbol of assembly.symbols.values()) {
    if (!isDefined(symbol)) continue;
    try {
      const address = BigInt.asUintN(64, symbolValue(symbol, stage).value);
      symbols.set(symbol.name, address);
      if (symbol.name.startsWith(".L")) continue;
      const size = symbol.size
        ? BigInt.asUintN(64, evaluate(symbol.size, stage).value)
        : BigInt(symbol.common?.bytes ?? 0);
      const { name, binding, type } = symbol;
      entries.push({ name, address, size, binding, type });
    } catch (error) {
      // A symbol that nothing uses may stay without a value.
      if (!(error instanceof Unresolved)) throw error;
    }
  }
  return { symbols, entries };
}
