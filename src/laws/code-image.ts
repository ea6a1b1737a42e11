const PAGE = 4096;
const LOAD = 1;
const EXECUTABLE = 1;
const HEADER_BYTES = 56;

/** What the program file alone says of the pages that can be executed. */
export interface CodeImage {
  /** The bytes of each executable page, by its number, ascending. */
  readonly pages: ReadonlyMap<number, Uint8Array>;
  /** Depends on every byte of these pages: for choices that must be the same for the same program. */
  readonly seed: number;
}

const IMAGES = new WeakMap<Uint8Array, { readonly image: CodeImage | undefined }>();

/**
 * The executable pages as the loadable segments of a 64-bit little-endian ELF file fill them, in their order
 * (reference/ckb-vm/elf.md 2 and 3): whole pages, zero but for the bytes of the file.
 * @returns undefined for a file whose program headers are not where they must be
 */
export function codeImage(program: Uint8Array): CodeImage | undefined {
  const known = IMAGES.get(program);
  if (known) return known.image;
  const image = readImage(program);
  IMAGES.set(program, { image });
  return image;
}

function readImage(program: Uint8Array): CodeImage | undefined {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  if (program.length < 64) return undefined;
  const at = Number(view.getBigUint64(32, true));
  const count = view.getUint16(56, true);
  if (view.getUint16(54, true) !== HEADER_BYTES || at + count * HEADER_BYTES > program.length) return undefined;
  const pages = new Map<number, Uint8Array>();
  const executable = new Set<number>();
  for (let k = 0; k < count; k++) fill(program, view, at + k * HEADER_BYTES, pages, executable);
  const code = new Map([...executable].toSorted((a, b) => a - b).map((page) => [page, pages.get(page) ?? ZERO]));
  return { pages: code, seed: seedOf(code.values()) };
}

const ZERO = new Uint8Array(PAGE);
/** Segments that are larger fit into no memory. */
const SEGMENT_MAX = 2n ** 31n;

function fill(
  program: Uint8Array,
  view: DataView,
  header: number,
  pages: Map<number, Uint8Array>,
  executable: Set<number>,
): void {
  if (view.getUint32(header, true) !== LOAD) return;
  const isCode = (view.getUint32(header + 4, true) & EXECUTABLE) !== 0;
  const [offset, address, , fileBytes, memoryBytes] = [8, 16, 24, 32, 40].map((field) =>
    view.getBigUint64(header + field, true),
  );
  if (address > SEGMENT_MAX || memoryBytes > SEGMENT_MAX) return;
  const lead = Number(address) % PAGE;
  const first = (Number(address) - lead) / PAGE;
  const end = first + Math.ceil((lead + Number(memoryBytes)) / PAGE);
  const bytes = program.subarray(Number(offset), Number(offset + fileBytes));
  for (let page = first; page < end; page++) {
    if (isCode) executable.add(page);
    else if (!executable.has(page)) continue; // data alone is none of this image's
    const from = (page - first) * PAGE - lead;
    if (from >= bytes.length) {
      pages.set(page, ZERO);
      continue;
    }
    const content = new Uint8Array(PAGE);
    content.set(bytes.subarray(Math.max(0, from), Math.max(0, from + PAGE)), Math.max(0, -from));
    pages.set(page, content);
  }
}

/** FNV-1a over 32-bit words. */
function seedOf(pages: Iterable<Uint8Array>): number {
  let hash = 0x811c9dc5;
  for (const page of pages) {
    const words = new Int32Array(page.buffer, page.byteOffset, PAGE / 4);
    for (let k = 0; k < words.length; k++) hash = Math.imul(hash ^ words[k], 0x01000193);
  }
  return hash >>> 0;
}
