import type { World } from "../case/index.ts";

const PAGE = 4096;
const PT_LOAD = 1;
const FLAG_X = 1;
const HEADER_SIZE = 56;

/** What loading a program makes of pages, by the program headers alone (reference/ckb-vm/elf.md 2, snapshot.md 4). */
export interface LoadedPages {
  /** Pages that loading writes. */
  readonly written: ReadonlySet<number>;
  /** Those whose bytes all come from the program file, and that no other segment touches; none if they are not tracked. */
  readonly fromFile: ReadonlySet<number>;
  /** Those of `fromFile` that are executable: no store can change them. */
  readonly code: ReadonlySet<number>;
}

/** Reads the program headers of a little-endian 64-bit file; undefined if that is not what the program is. */
export function loadedPages({ program, memorySize, markProgram }: World): LoadedPages | undefined {
  const view = new DataView(program.buffer, program.byteOffset, program.length);
  if (program.length < 64 || view.getUint32(0) !== 0x7f454c46 || program[4] !== 2 || program[5] !== 1) return undefined;
  const start = Number(view.getBigUint64(32, true));
  const count = view.getUint16(56, true);
  if (start + count * HEADER_SIZE > program.length) return undefined;
  const times = new Map<number, number>();
  const fromFile = new Set<number>();
  const code = new Set<number>();
  for (let at = start; at < start + count * HEADER_SIZE; at += HEADER_SIZE) {
    if (view.getUint32(at, true) !== PT_LOAD) continue;
    const [offset, address, , fileSize, size] = [8, 16, 24, 32, 40].map((k) => Number(view.getBigUint64(at + k, true)));
    if (address + size > memorySize || offset + fileSize > program.length) return undefined;
    const [first, behind] = [Math.floor(address / PAGE), Math.ceil((address + size) / PAGE)];
    for (let page = first; page < behind; page++) {
      times.set(page, (times.get(page) ?? 0) + 1);
      if (page * PAGE < address || (page + 1) * PAGE > address + Math.min(fileSize, behind * PAGE - address)) continue;
      fromFile.add(page);
      if (view.getUint32(at + 4, true) & FLAG_X) code.add(page);
    }
  }
  for (const [page, segments] of times) {
    if (segments === 1 && markProgram) continue;
    fromFile.delete(page);
    code.delete(page);
  }
  return { written: new Set(times.keys()), fromFile, code };
}
