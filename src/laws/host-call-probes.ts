import { HOST_CALLS, PROGRAM_ID } from "../case/index.ts";
import { CODE_PAGE, PAGES, SIZES_PAGE, TEXT_PAGE } from "./host-call-pages.ts";
import type { HostCallPlace, HostCallProbe } from "./host-call-probe.ts";
import { nodeCallProbes } from "./node-call-probes.ts";

const PAGE = 4096n;
const [A0, A7] = [10, 17];
const [FROZEN, EXECUTABLE, DIRTY] = [1, 2, 4];
const LAST = 2n ** 64n - 1n;
/** Bits that a call does not look at, behind those that it does. */
const OTHER_BITS = [0n, 1n, 0x30n, 2n ** 50n] as const;
/** A number of which the lower 32 bits are those of a call. */
const WIDE = 2 ** 32;

/** Every call that can be asked about in a world, with arguments that the number decides. */
export function hostCallProbes(place: HostCallPlace): HostCallProbe[] {
  const { systemCalls } = place.world;
  const probes = [...ofTheHost(place), ...fillings(place), ...resets(place), ...nodeCallProbes(place)];
  const offered = probes.filter(({ call }) => systemCalls.includes(call));
  const wide = { what: "a number of more than 32 bits", call: WIDE + systemCalls[place.number % systemCalls.length], args: [] }; // prettier-ignore
  return systemCalls.length === 0 ? offered : [...offered, wide];
}

/** The piece in two registers: low and high half, all of it in the low one, or with bits in the high one that are lost. */
export function namesOf(id: bigint, number: number): readonly [bigint, bigint] {
  const halves = [id & 0xffff_ffffn, id >> 32n] as const;
  if (number % 3 === 0) return [id, 0n];
  return number % 3 === 1 ? halves : [halves[0], halves[1] | (1n << BigInt(32 + (number % 32)))];
}

function ofTheHost({ world, page, number, charged }: HostCallPlace): HostCallProbe[] {
  const flags = flagsOf(number);
  const more = OTHER_BITS[(number >>> 4) % OTHER_BITS.length];
  const at = BigInt(page + ((number >>> 3) % PAGES));
  const some = BigInt(1 + (number % 5000));
  const upTo = number % 4 === 0 ? LAST - charged : some;
  const adding = (what: string, adds: bigint, lacks = 0n): HostCallProbe => ({
    what,
    call: HOST_CALLS.addCycles,
    args: [adds],
    lacks,
  });
  const pages = BigInt(world.memorySize) / PAGE;
  // Shifted to addresses, the last three are that of a page which is there, of the first one, and 4096 below 2^64.
  const outside = [pages, pages + 1n, 1n << 20n, 1n << 31n, (1n << 52n) + at, 1n << 60n, LAST];
  const changing = number & 8 ? HOST_CALLS.setFlags : HOST_CALLS.clearFlags;
  return [
    { what: "a pause where nothing is left", call: HOST_CALLS.pause, args: [] },
    { what: "a yield", call: HOST_CALLS.yield, args: [] },
    { what: "flags set", call: HOST_CALLS.setFlags, args: [at, flags | (more << 8n)] },
    { what: "flags cleared", call: HOST_CALLS.clearFlags, args: [at, flags | (more << 8n)] },
    { what: "flags of a page outside", call: changing, args: [outside[number % outside.length], flags] },
    adding("cycles added up to the limit", upTo),
    adding("cycles added beyond the limit", upTo, 1n + (upTo % some)),
    adding("cycles added beyond 2^64", LAST - charged + 1n + (some % charged)),
    {
      what: "a register stored",
      call: HOST_CALLS.setRegister,
      args: [BigInt(1 + (number % 31)) | (more << 5n), LAST - some],
    },
    { what: "x0 stored", call: HOST_CALLS.setRegister, args: [more << 5n, LAST - some] },
  ];
}

function flagsOf(number: number): bigint {
  return BigInt([FROZEN, EXECUTABLE, DIRTY, FROZEN | EXECUTABLE, 0x40, 0x28, 0xff, 0][number & 7]);
}

/** Pages that are filled, and that cannot be (reference/ckb-vm/memory.md 6). Without W^X they are ordinary stores. */
function fillings({ world, page, piece, number }: HostCallPlace): HostCallProbe[] {
  if (!world.writeXorExecute) return [];
  const [call, flags] = [HOST_CALLS.initPages, flagsOf(number)];
  const [index, source] = namesOf(number & 8 ? piece : PROGRAM_ID, number);
  const text = BigInt(page + TEXT_PAGE) * PAGE;
  const size = BigInt(world.memorySize);
  const part = BigInt(1 + (number % 4095));
  const offset = [0n, 1n, PAGE, 2n * PAGE, BigInt(number) % (2n * PAGE)][number % 5];
  const filled = (address: bigint, length: bigint, lead = 0n): readonly bigint[] => [
    address,
    length,
    flags,
    index,
    source,
    lead,
  ];
  const refused = [
    filled(text + part, PAGE),
    filled(text, PAGE + part),
    filled(text, LAST - part + 1n),
    filled(size, PAGE),
    filled(size + PAGE, 0n),
    filled(text, size),
    filled(text, PAGE, PAGE + 1n),
    filled(text, 0n, part),
    filled(text, PAGE, LAST),
  ];
  const frozen = BigInt(page + (number & 16 ? SIZES_PAGE : CODE_PAGE)) * PAGE;
  return [
    // Two pages, of which the first has other bytes and flags already.
    { what: "pages filled over flags that they have", call, args: filled(text, 2n * PAGE, offset) },
    { what: "pages filled that cannot be", call, args: refused[number % refused.length] },
    // The frozen page is the first, or the second: then the one in front of it may have its flags already.
    { what: "pages filled of which one is frozen", call, args: filled(frozen, number & 16 ? PAGE : 2n * PAGE) },
    { what: "no pages filled at the end of memory", call, args: filled(size, 0n) },
    {
      what: "pages filled from no piece, where they cannot be",
      call,
      args: [text + part, PAGE, flags, piece & 0xffff_ffffn, (piece >> 32n) + 1n, 0n],
    },
  ];
}

/** What was reserved before is no longer, unless there is no piece. */
function resets({ piece, number }: HostCallPlace): HostCallProbe[] {
  const call = HOST_CALLS.reset;
  const none = [(piece & 0xffff_ffffn) + 1n, piece >> 32n];
  return [
    { what: "a reset with a reservation", call, args: namesOf(PROGRAM_ID, number) },
    { what: "a reset without a program", call, args: number & 8 ? none : namesOf(piece, number) },
  ];
}

/** The registers in which a call finds its arguments and its number. */
export function callRegisters(registers: BigUint64Array, { call, args }: HostCallProbe): BigUint64Array {
  const changed = registers.slice();
  for (const [k, value] of args.entries()) changed[A0 + k] = value;
  changed[A7] = BigInt(call);
  return changed;
}
