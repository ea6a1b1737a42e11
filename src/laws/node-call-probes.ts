import { PROGRAM_ID, SYSTEM_CALLS } from "../case/index.ts";
import {
  CODE_PAGE,
  NO_TEXT_AT,
  PIECE,
  sizeAt,
  SIZES,
  SIZES_PAGE,
  TEXT_PAGE,
  UNTOUCHED_PAGE,
} from "./host-call-pages.ts";
import type { HostCallPlace, HostCallProbe } from "./host-call-probe.ts";

const PAGE = 4096;
const LOAD = SYSTEM_CALLS.loadCellData;
const LENGTH = BigInt(PIECE.length);
/** Room for bytes that are copied to the page of text: it and the one behind it. */
const ROOM = 2n * BigInt(PAGE);
/** The sizes that a copy has room for stand in front of those that are larger than the piece. */
const SMALL = SIZES.findIndex((size) => size > ROOM);

/**
 * Calls of CKB's node: copies of a piece, whole pages and parts of them, and calls of which two things are wrong at once, or
 * which are wrong where it does not matter: what is looked at first, and what was done before.
 */
export function nodeCallProbes(place: HostCallPlace): HostCallProbe[] {
  const loads = [...copies(place), ...loadsThatFail(place)].map(({ what, args }) => ({ what, call: LOAD, args }));
  return [...questions(), ...loads, ...texts(place)];
}

/** Calls that answer a question, where the answer spends all that is left. */
function questions(): HostCallProbe[] {
  return [SYSTEM_CALLS.vmVersion, SYSTEM_CALLS.currentCycles].map((call) => ({
    what: "a question where nothing is left",
    call,
    args: [],
  }));
}

/** Arguments of call 2092: address, pointer to the size, offset, index, source. */
type Load = Pick<HostCallProbe, "what" | "args">;

function copies({ world, page, piece, number }: HostCallPlace): Load[] {
  const memorySize = BigInt(world.memorySize);
  const names = halvesOf(piece);
  const index = (number >>> 2) % SMALL;
  const size = SIZES[index];
  const pointer = BigInt((page + SIZES_PAGE) * PAGE + sizeAt(index));
  const larger = BigInt((page + SIZES_PAGE) * PAGE + sizeAt(SMALL + (number % (SIZES.length - SMALL))));
  const into = [0n, 0n, 1n, BigInt(PAGE - 1), BigInt(number % PAGE)][number % 5];
  const at = into + size <= ROOM ? into : 0n;
  const text = BigInt((page + TEXT_PAGE) * PAGE);
  // What is left of the piece is more than the size, the size itself, or less.
  const offset = LENGTH - size + [-1n, 0n, 1n, -BigInt(number % 50), -LENGTH + size][(number >>> 3) % 5];
  const toRoom = LENGTH - (ROOM - into) + BigInt(number % 40);
  const code = BigInt((page + CODE_PAGE) * PAGE);
  const frozen = BigInt((page + SIZES_PAGE) * PAGE);
  return [
    { what: "part of a piece copied", args: [text + at, pointer, offset, ...names] },
    { what: "all of a piece copied, of which a size asks for more", args: [text + into, larger, toRoom, ...names] },
    {
      what: "data copied over their size, to a page that is frozen",
      args: [number % 2 ? frozen : pointer - 3n, pointer, BigInt(number % 50), ...names],
    },
    {
      what: "data copied just to the end of memory",
      args: [memorySize - size, pointer, BigInt(number % 77), ...names],
    },
    {
      what: "data copied over the end of memory",
      args: [number % 4 ? memorySize - BigInt(number % 90) : 2n ** 64n - 8n, larger, LENGTH - 99n, ...names],
    },
    // The page in front of the code has nothing in it; without W^X code can be written as well.
    { what: "data copied to code, behind another page", args: [code - BigInt(number % 90), larger, LENGTH - 99n, ...names] }, // prettier-ignore
    {
      what: "data of which the size stands at the end of memory",
      args: [text, memorySize - 8n, LENGTH - BigInt(number % PAGE), ...names],
    },
  ];
}

function loadsThatFail({ world, page, piece, number }: HostCallPlace): Load[] {
  const memorySize = BigInt(world.memorySize);
  const far = [memorySize, memorySize + 8n, 1n << 31n, (1n << 32n) - 8n, 1n << 32n, 1n << 63n, 2n ** 64n - 8n];
  const outside = far[number % far.length];
  const alsoOutside = [...far, memorySize - 4n][(number >>> 3) % (far.length + 1)];
  const inText = BigInt((page + TEXT_PAGE) * PAGE + 8 * (number % 300));
  // Nobody has stored there: a size of 0.
  const sizeOf0 = BigInt((page + UNTOUCHED_PAGE) * PAGE + (number % 4089));
  const code = BigInt((page + CODE_PAGE) * PAGE);
  const names = halvesOf(number & 32 ? piece : PROGRAM_ID);
  const length = number & 32 ? LENGTH : BigInt(world.program.length);
  const offset = BigInt(number) % (length === 0n ? 1n : length);
  const behind = number & 64 ? 2n ** 64n - 1n : length + BigInt(number & 1);
  const loads: Load[] = [
    {
      what: "data of no piece, with pointers that are wrong",
      args: [outside, alsoOutside, offset, ...noPiece(piece, number)],
    },
    { what: "data with a size and an address outside", args: [outside, alsoOutside, offset, ...names] },
    { what: "data of size 0, with an address outside", args: [outside, sizeOf0, offset, ...names] },
    { what: "data behind the end of a piece, with an address outside", args: [outside, inText, behind, ...names] },
    { what: "data to an address outside", args: [outside, inText, offset, ...names] },
  ];
  if (!world.writeXorExecute) return loads;
  // The instructions are a size, and not 0; the address may be wrong in either way.
  const what = "data with a size in code, and an address that is wrong";
  return [...loads, { what, args: [number % 2 === 0 ? outside : code, code, offset, ...names] }];
}

/** Index and source of a piece. */
function halvesOf(id: bigint): readonly [bigint, bigint] {
  return [id & 0xffff_ffffn, id >> 32n];
}

/** Index and source of no piece: of one that is not there, or of one that is, with something changed. */
function noPiece(piece: bigint, number: number): readonly [bigint, bigint] {
  const [index, source] = halvesOf(piece);
  const bit = 1n << BigInt(32 + ((number >>> 3) % 32));
  const names = [
    [9n, 9n],
    [source, index],
    [index + 1n, source],
    [index, source + 1n],
    [piece, 0n],
    [index | bit, source],
    [index, source | bit],
    [0n, bit],
  ] as const;
  return names[number % names.length];
}

/** Up to a whole page of text, which goes on to the next page, or bytes that are none: each is charged. And none at all. */
function texts({ world, page, number }: HostCallPlace): HostCallProbe[] {
  const call = SYSTEM_CALLS.debug;
  const start = number % PAGE;
  const what = start > NO_TEXT_AT ? "text over the end of a page" : "bytes that are no text";
  const outside = BigInt(world.memorySize) + [0n, 1n, 1n << 32n][number % 3];
  return [
    { what, call, args: [BigInt((page + TEXT_PAGE) * PAGE + start)] },
    { what: "text outside memory", call, args: [outside] },
  ];
}
