import type { Fault } from "../machine/index.ts";
import type { State, Stop } from "../targets/target.ts";
import { answered, charge, faulted, NOT_FOUND, pieceWith, SUCCESS, type Calling } from "./calling.ts";
import { outside, type LoadMemory } from "./load-memory.ts";

const [A0, A1, A2, A3, A4] = [10, 11, 12, 13, 14];
const PAGE = 4096;
const PAGE_BYTES = BigInt(PAGE);
const DIRTY = 4;
/** The memory of CKB-VM, which it looks at where another one is smaller. */
const CKB_MEMORY = 4n * 1024n * 1024n;
const BYTES_A_CYCLE = 4n;

/**
 * Call 2092. The node looks for the piece, then at the size; where that is not 0, it has the bytes, stores the size, marks the
 * pages, stores the bytes, and tracks the pages that they cover whole (reference/ckb-vm/snapshot.md 4).
 */
export function loadCellData(calling: Calling): Stop | undefined {
  const { asked, memory } = calling;
  const [address, sizeAddress, offset, index, source] = [A0, A1, A2, A3, A4].map((register) => asked[register]);
  const isName = index >> 32n === 0n && source >> 32n === 0n;
  const piece = isName ? pieceWith(calling, (source << 32n) | index) : undefined;
  if (!piece) return answered(calling, NOT_FOUND);
  const left = offset < BigInt(piece.length) ? piece.subarray(Number(offset)) : NOTHING;
  const size = memory.load64(sizeAddress);
  if (typeof size !== "bigint") return faulted(size);
  const refused = memory.store(sizeAddress, littleEndian(BigInt(left.length)));
  if (refused) return faulted(refused);
  if (size === 0n) return answered(calling, SUCCESS);
  const bytes = size < BigInt(left.length) ? left.subarray(0, Number(size)) : left;
  const length = BigInt(bytes.length);
  const fault = untrack(memory, address, length) ?? memory.store(address, bytes);
  if (fault) return faulted(fault);
  track(memory, address, length);
  return charge(calling, inCycles(bytes.length)) ?? answered(calling, SUCCESS);
}

/** Call 2177: what is no text is charged as well. */
export function print(calling: Calling): Stop | undefined {
  const { asked, output } = calling;
  const memory = calling.memory.image();
  const parts: Uint8Array[] = [];
  let address = asked[A0];
  for (let isRead = false; !isRead;) {
    if (address >= calling.memory.size) return faulted(outside(address));
    const rest = memory.pageView(Number(address / PAGE_BYTES)).subarray(Number(address % PAGE_BYTES));
    const end = rest.indexOf(0);
    isRead = end >= 0;
    parts.push(isRead ? rest.subarray(0, end) : rest);
    address += BigInt(rest.length);
  }
  const text = Buffer.concat(parts);
  const stop = charge(calling, inCycles(text.length));
  if (stop) return stop;
  if (!isText(text)) return faulted({ name: "External", text: "debug output is not UTF-8" });
  calling.output = Buffer.concat([output, text]);
  return undefined;
}

/**
 * Every page of a range is marked DIRTY before anything is stored there. A range that ends behind both memory and CKB's 4 MiB
 * is refused as a whole, any other at the first page that is missing (reference/ckb-vm/snapshot.md 4, memory.md 5).
 */
export function untrack({ flags, size }: LoadMemory, address: bigint, length: bigint): Fault | undefined {
  if (length === 0n) return undefined;
  const end = address + length;
  const limit = size > CKB_MEMORY ? size : CKB_MEMORY;
  if (end > limit) return outside(address >= limit ? address : BigInt.asUintN(64, end));
  for (let page = Number(address / PAGE_BYTES); page * PAGE < Number(end); page++) {
    if (page >= flags.length) return outside(BigInt(page) * PAGE_BYTES);
    flags[page] |= DIRTY;
  }
  return undefined;
}

/** Pages that are covered whole are those of a source, and clean. */
function track({ flags }: LoadMemory, address: bigint, length: bigint): void {
  const behind = (address + length) / PAGE_BYTES;
  for (let page = (address + PAGE_BYTES - 1n) / PAGE_BYTES; page < behind; page++) flags[Number(page)] &= ~DIRTY;
}

const NOTHING: State["output"] = new Uint8Array(0);

function inCycles(bytes: number): bigint {
  return (BigInt(bytes) + BYTES_A_CYCLE - 1n) / BYTES_A_CYCLE;
}

function littleEndian(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.every((byte) => byte < 0x80)) return true;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
