import { PROGRAM_ID, SYSTEM_CALLS } from "../../case/index.ts";
import { loadConstant, loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { isWritable } from "../memory-map.ts";
import { op, row, type Op } from "../op.ts";
import { accessAt, pickPointer } from "./memory.ts";
import type { Family } from "./family.ts";

const PAGE = 4096;
const [A0, A1, A2, A3, A4, A7] = [10, 11, 12, 13, 14, 17];
const SD = row("sd");
const ECALL = op(row("ecall"), 0, 0, 0, 0);
/** Asked for of the program file at most: how long that will be is not known yet. */
const PROGRAM_BYTES_MAX = 0x2000;

/** Which piece, and its length; what is not there has 0. */
interface Choice {
  readonly source: bigint;
  readonly index: bigint;
  readonly bytes: number;
  readonly isProgram: boolean;
}

/** System call 2092: parts of data pieces in memory, which are then partly overwritten. */
export const sources: Family = {
  name: "sources",
  possible: ({ systemCalls }) => systemCalls.includes(SYSTEM_CALLS.loadCellData),
  grow(grower) {
    const { random, map, hot, rows } = grower;
    const piece = choosePiece(grower);
    const { bytes } = piece;
    const near = [0n, 1n, 4n, 100n, 4095n, 4096n];
    const offset = random.chance(50) ? 0n : random.pick([...near, BigInt(bytes), BigInt(bytes + 1), 1n << 40n]);
    const rest = piece.isProgram ? bytes : Math.max(0, bytes - Number(offset));
    const wishes = [0, 1, 8, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, rest, rest + 1, 3 * PAGE + 5, 1 << 30];
    const size = piece.isProgram
      ? random.pick([0, 100, PAGE, PROGRAM_BYTES_MAX])
      : random.pick([...wishes, rest, rest]);
    const written = Math.min(size, rest);
    const address = chooseAddress(grower, written);
    const sizeAddress =
      random.chance(15) && written > 16 ? address + random.below(written - 8) : pickPointer(random, map);
    grower.add(
      "system",
      [
        ...loadNumber(A1, sizeAddress),
        ...loadNumber(A7, size),
        op(SD, 0, A1, A7, 0),
        ...loadNumber(A0, address),
        ...loadConstant(A2, offset),
        ...loadConstant(A3, piece.index),
        ...loadConstant(A4, piece.source),
        ...loadNumber(A7, SYSTEM_CALLS.loadCellData),
        ECALL,
      ],
      -1,
      Math.ceil(written / 4),
    );
    if (written === 0) return;
    hot.push(address, address + written, (address + PAGE - 1) & -PAGE);
    if (random.chance(40)) {
      grower.add("access", overwrite(grower, random.pick(rows.onlyStores), address, written));
    }
  },
};

function overwrite(grower: Grower, store: Parameters<typeof accessAt>[1], address: number, written: number): Op[] {
  const at = address + grower.random.below(written);
  return accessAt(grower, store, isWritable(grower.map, at, 8) ? at : address);
}

function choosePiece({ random, world }: Grower): Choice {
  const kind = random.below(16);
  if (kind < 12 && world.sources.length > 0) {
    const { id, bytes } = random.pick(world.sources);
    return { source: id >> 32n, index: id & 0xffff_ffffn, bytes: bytes.length, isProgram: false };
  }
  if (kind < 14) {
    return { source: PROGRAM_ID, index: PROGRAM_ID, bytes: PROGRAM_BYTES_MAX, isProgram: true };
  }
  const [source, index] = random.pick([[9n, 9n], [0n, 1n << 32n], [1n << 32n, 0n], [0n, -1n], [0xffff_ffffn, 0xffff_ffffn]]); // prettier-ignore
  return { source, index, bytes: 0, isProgram: false };
}

/** Where `bytes` bytes fit: at and beside page borders of the area, or far away from everything. */
function chooseAddress({ random, map }: Grower, bytes: number): number {
  const { start, end, memorySize } = map;
  const page = random.chance(15) ? (memorySize / 2) & -PAGE : start + PAGE * random.below((end - start) / PAGE);
  const address = page + random.pick([0, 0, 0, 1, -1, 8, PAGE - 8, 2048]);
  if (isWritable(map, address, Math.max(bytes, 8))) return address;
  return end - ((bytes + PAGE - 1) & -PAGE);
}
