import type { GeneratedCase } from "../case.ts";
import { codeEnd, codeStart, type DataSegment, type GeneratedProgram } from "../program.ts";
import { accessWidth, stores } from "../rows.ts";
import { stackBytes } from "../segments.ts";
import { accessNearZero, accessOf, likelyAddresses, withoutIdlePointers } from "./addresses.ts";
import { changes, type Pass } from "./pass.ts";
import { withProgram } from "./with-program.ts";

const MAY_NOT_FIT = true;
const PAGE = 4096;
const SP = 2;
/** Of a longer program most stores will go as they are. */
const ITEMS_MAX = 16;

/**
 * Lets memory hold from the start what is stored to it, or read from the code: ones in all bits, or zeros. Instead of a
 * system call, which may load a page or store a zero, it holds a page, or a zero; instead of functions in a segment of their
 * own, it has a segment.
 */
export const storesAsData: Pass = function* (original, from) {
  const { program } = original;
  const { items } = program;
  if (items.length > ITEMS_MAX) return;
  const addresses = likelyAddresses(program);
  yield* changes(items.length + 1, from, function* (k): Generator<GeneratedCase> {
    if (k === items.length) {
      yield* functionsAsData(original);
      return;
    }
    if (items[k].kind === "system") {
      const { base, codeRoom } = program;
      const address = codeStart(base) > 0 ? 0 : codeEnd(base, codeRoom);
      for (const segment of [segmentAt(address, PAGE, 0xff), segmentAt(address, 1, 0)]) {
        if (!isFree(segment, original)) return;
        const data = [...program.data, segment];
        yield* withProgram(original, { ...program, items: items.toSpliced(k, 1), data });
      }
      return;
    }
    const access = accessOf(items[k]);
    if (!access?.instruction) return;
    const width = accessWidth(access.instruction);
    const isStore = stores(access.instruction);
    const address = isStore ? addresses[k] : 0;
    if (address === undefined || address < 0) return;
    const changed = isStore ? items.toSpliced(k, 1) : items.with(k, { ...items[k], ops: accessNearZero(access, 0) });
    const before = withoutIdlePointers(program, changed);
    // What it finds there can make up for what was set before.
    if (isStore && k > 0 && access.instruction.field.has("rd")) {
      const segment = segmentAt(0, width, 0xff);
      const alone = items.with(k, { ...items[k], ops: accessNearZero({ ...access, rs2: SP }, 0) }).toSpliced(k - 1, 1);
      const others = withoutIdlePointers(program, alone);
      if (isFree(segment, original)) {
        yield* withProgram(original, { ...others, data: [...others.data, segment] }, MAY_NOT_FIT);
      }
    }
    for (const byte of [0xff, 0]) {
      const segment = segmentAt(address, width, byte);
      if (!isFree(segment, original)) return;
      yield* withProgram(original, { ...before, data: [...before.data, segment] }, MAY_NOT_FIT);
    }
  });
};

/** The code in the segment of functions, and all calls of them, gone; a byte of data behind the code keeps a segment there. */
function* functionsAsData(original: GeneratedCase): Generator<GeneratedCase> {
  const { program } = original;
  const { functions, items, data, base, codeRoom } = program;
  const first = items.findIndex(({ kind }) => kind === "function");
  if (typeof functions !== "number" || first < 0) return;
  // Where they stood is room for code, mostly, and stays that.
  const segment = segmentAt(Math.max(functions, codeEnd(base, codeRoom)), 1, 0xff);
  const others: GeneratedProgram = { ...program, functions: "behind", items: items.slice(0, first) };
  if (!isFree(segment, { ...original, program: others })) return;
  yield* withProgram(original, { ...others, data: [...data, segment] }, MAY_NOT_FIT);
}

function segmentAt(address: number, bytes: number, byte: number): DataSegment {
  const patches = byte === 0 ? [] : [{ offset: 0, bytes: new Uint8Array(bytes).fill(byte) }];
  return { writable: true, address, fileBytes: bytes, memoryBytes: bytes, patches };
}

/** True if nothing else is loaded to the pages of a segment, and the stack does not begin there. */
export function isFree({ address, memoryBytes }: DataSegment, { program, world }: GeneratedCase): boolean {
  const end = address + memoryBytes;
  if (end > world.memorySize - stackBytes(world)) return false;
  return pagesTaken(program).every(([from, behind]) => end <= (from & -PAGE) || (address & -PAGE) >= behind);
}

function pagesTaken({ base, codeRoom, data }: GeneratedProgram): [start: number, end: number][] {
  const ofData = data.map((segment): [number, number] => [segment.address, segment.address + segment.memoryBytes]);
  return [[codeStart(base), codeEnd(base, codeRoom)], ...ofData];
}
