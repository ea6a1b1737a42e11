import { PROGRAM_ID, SYSTEM_CALLS } from "../case/index.ts";
import type { Fault } from "../machine/index.ts";
import type { State } from "../targets/target.ts";
import type { HostCallPlace, HostCallProbe } from "./host-call-probe.ts";
import { withPage } from "./planted-page.ts";
import { faultStop } from "./probe.ts";

const PAGE = 4096;
const A0 = 10;
const DIRTY = 4;
const LOAD = SYSTEM_CALLS.loadCellData;
const [SUCCESS, NOT_FOUND] = [0n, 1n];
/** Sources and indices of which each alone is that of no piece: what is not there, and what needs more than 32 bits. */
const NO_PIECE = [[9n, 9n], [1n << 32n, PROGRAM_ID], [PROGRAM_ID, 1n << 32n], [-1n, PROGRAM_ID], [PROGRAM_ID, 1n << 63n]] as const; // prettier-ignore

/**
 * Calls of CKB's node of which two things are wrong at once, or which are wrong where it does not matter: what is looked at
 * first, and what was done before. The node looks for the piece, then at the size; where that is not 0, it has the bytes,
 * stores the size, and then them (reference/ckb-vm/snapshot.md 4).
 */
export function nodeCallProbes(place: HostCallPlace): HostCallProbe[] {
  return [...questions(place), ...loads(place), text(place)];
}

/** Calls that answer a question, where the answer spends all that is left. */
function questions({ world, charged }: HostCallPlace): HostCallProbe[] {
  const answers = [
    [SYSTEM_CALLS.vmVersion, BigInt(world.version)],
    [SYSTEM_CALLS.currentCycles, charged],
  ] as const;
  return answers.map(([call, answer]) => ({
    what: "a question where nothing is left",
    call,
    args: [],
    changes: (before) => result(before, answer),
  }));
}

function loads({ world, page, code, number }: HostCallPlace): HostCallProbe[] {
  const { memorySize, writeXorExecute } = world;
  const size = BigInt(memorySize);
  const far = [size, size + 8n, 1n << 31n, (1n << 32n) - 8n, 1n << 32n, 1n << 63n, 2n ** 64n - 8n];
  const outside = far[number % far.length];
  const alsoOutside = [...far, size - 4n][(number >>> 3) % (far.length + 1)];
  const sizeAddress = BigInt(page * PAGE + 8 * (number % 300));
  const [index, source] = [PROGRAM_ID & 0xffff_ffffn, PROGRAM_ID >> 32n];
  const offset = BigInt(number % Math.max(1, world.program.length));
  const rest = BigInt(world.program.length) - offset;
  const [noSource, noIndex] = NO_PIECE[number % NO_PIECE.length].map((part) => BigInt.asUintN(64, part));
  const probes: HostCallProbe[] = [
    {
      what: "data of no piece, with pointers that are wrong",
      call: LOAD,
      args: [outside, alsoOutside, offset, noIndex, noSource],
      changes: (before) => result(before, NOT_FOUND),
    },
    {
      what: "data with a size and an address outside",
      call: LOAD,
      args: [outside, alsoOutside, offset, index, source],
      stop: faultStop(beyond(alsoOutside, size)),
      changes: () => ({}),
    },
    {
      what: "data of size 0, with an address outside",
      call: LOAD,
      // Nobody has stored to the page behind: a size of 0 stands there.
      args: [outside, sizeAddress + BigInt(PAGE), offset, index, source],
      changes: (before) => ({
        ...result(before, SUCCESS),
        ...stored(before, Number(sizeAddress) + PAGE, rest),
      }),
    },
    {
      what: "data behind the end of a piece, with an address outside",
      call: LOAD,
      args: [outside, sizeAddress, offset + rest + BigInt(number & 1), index, source],
      changes: (before) => ({ ...result(before, SUCCESS), ...stored(before, Number(sizeAddress), 0n) }),
    },
    {
      what: "data to an address outside",
      call: LOAD,
      args: [size, sizeAddress, offset, index, source],
      stop: faultStop({ name: "MemOutOfBound", address: size, kind: "Memory" }),
      changes: (before) => stored(before, Number(sizeAddress), rest),
    },
  ];
  if (!writeXorExecute) return probes;
  // The instructions are a size, and not 0; the address may be wrong in either way.
  const address = number % 2 === 0 ? outside : BigInt(code * PAGE);
  return [
    ...probes,
    {
      what: "data with a size in code, and an address that is wrong",
      call: LOAD,
      args: [address, BigInt(code * PAGE), offset, index, source],
      stop: faultStop({ name: "MemWriteOnExecutablePage", page: BigInt(code) }),
      changes: () => ({}),
    },
  ];
}

function beyond(address: bigint, size: bigint): Fault {
  const end = BigInt.asUintN(64, address + 8n);
  return { name: "MemOutOfBound", address: address >= size ? address : end, kind: "Memory" };
}

/** Up to a whole page of text, which goes on to the next page, or bytes that are none: each is charged. */
function text({ page, bytes, number }: HostCallPlace): HostCallProbe {
  const start = number % PAGE;
  const printed = bytes.subarray(start);
  const isText = printed.every((byte) => byte < 0x80);
  return {
    what: isText ? "text over the end of a page" : "bytes that are no text",
    call: SYSTEM_CALLS.debug,
    args: [BigInt(page * PAGE + start)],
    adds: BigInt(Math.ceil(printed.length / 4)),
    ...(!isText && { stop: faultStop({ name: "External", text: "debug output is not UTF-8" }) }),
    changes: () => (isText ? { output: printed } : {}),
  };
}

function result({ registers }: State, value: bigint): Partial<State> {
  return { registers: registers.with(A0, value) };
}

/** Eight bytes that are stored within a page, which is dirty then. */
function stored(before: State, address: number, value: bigint): Partial<State> {
  const page = Math.floor(address / PAGE);
  const content = Uint8Array.from(before.memory.pageView(page));
  new DataView(content.buffer).setBigUint64(address % PAGE, value, true);
  return {
    memory: withPage(before.memory, page, content),
    pageFlags: before.pageFlags.with(page, before.pageFlags[page] | DIRTY),
  };
}
