import { HOST_CALLS, PROGRAM_ID, type World } from "../case/index.ts";
import type { MemoryImage, State, Stop } from "../targets/target.ts";
import type { HostCallPlace, HostCallProbe } from "./host-call-probe.ts";
import { nodeCallProbes } from "./node-call-probes.ts";
import { withPage } from "./planted-page.ts";
import { faultStop } from "./probe.ts";

const PAGE = 4096;
const [A0, A7] = [10, 17];
const [FROZEN, EXECUTABLE, DIRTY] = [1, 2, 4];
const LAST = 2n ** 64n - 1n;
const NO_RESERVATION = LAST;

/** Every call that can be asked about in a world, with arguments that the number decides. */
export function hostCallProbes(place: HostCallPlace): HostCallProbe[] {
  const probes = [...ofTheHost(place), ...nodeCallProbes(place), RESET];
  return probes.filter(({ call }) => place.world.systemCalls.includes(call));
}

function ofTheHost({ world, page, number, charged }: HostCallPlace): HostCallProbe[] {
  const flags = [FROZEN, EXECUTABLE, DIRTY, FROZEN | EXECUTABLE, 0x40, 0x28, 0xff, 0][number & 7];
  const at = page + ((number >>> 3) & 1);
  const some = BigInt(1 + (number % 5000));
  const upTo = number % 4 === 0 ? LAST - charged : some;
  const ended = (call: number, what: string, stop: Stop): HostCallProbe => ({ what, call, args: [], stop, changes: zero }); // prettier-ignore
  const adding = (what: string, adds: bigint, lacks = 0n): HostCallProbe => ({
    what,
    call: HOST_CALLS.addCycles,
    args: [adds],
    adds,
    lacks,
    changes: zero,
  });
  const register = 1 + (number % 31);
  return [
    ended(HOST_CALLS.pause, "a pause where nothing is left", { kind: "pause" }),
    ended(HOST_CALLS.yield, "a yield", faultStop({ name: "Yield" })),
    {
      what: "flags set",
      call: HOST_CALLS.setFlags,
      args: [BigInt(at), BigInt(flags)],
      changes: (before) => ({
        ...zero(before),
        pageFlags: before.pageFlags.with(at, before.pageFlags[at] | flags | DIRTY),
      }),
    },
    {
      what: "flags cleared",
      call: HOST_CALLS.clearFlags,
      args: [BigInt(at), BigInt(flags)],
      changes: (before) => ({
        ...zero(before),
        pageFlags: before.pageFlags.with(at, (before.pageFlags[at] & ~flags) | DIRTY),
      }),
    },
    ...(world.writeXorExecute ? [filled(world, page, flags, number)] : []),
    adding("cycles added up to the limit", upTo),
    adding("cycles added beyond the limit", upTo, 1n + (upTo % some)),
    {
      ...adding("cycles added beyond 2^64", LAST - charged + 1n + (some % charged)),
      adds: 0n,
      stop: faultStop({ name: "CyclesOverflow" }),
      changes: () => ({}),
    },
    {
      what: "a register stored",
      call: HOST_CALLS.setRegister,
      args: [BigInt(register), LAST - some],
      changes: ({ registers }) => ({
        registers: (register === A0 ? registers : registers.with(A0, 0n)).with(register, LAST - some),
      }),
    },
  ];
}

/** Two pages are filled, of which the first has other bytes and flags already (reference/ckb-vm/memory.md 6). */
function filled({ program }: World, page: number, flags: number, number: number): HostCallProbe {
  const offset = [0, 1, PAGE, 2 * PAGE, number % (2 * PAGE)][number % 5];
  const bytes = new Uint8Array(2 * PAGE);
  bytes.set(program.subarray(0, 2 * PAGE - offset), offset);
  return {
    what: "pages filled over flags that they have",
    call: HOST_CALLS.initPages,
    args: [BigInt(page * PAGE), BigInt(2 * PAGE), BigInt(flags), PROGRAM_ID, PROGRAM_ID, BigInt(offset)],
    changes: (before) => {
      const pageFlags = before.pageFlags.slice();
      let memory: MemoryImage = before.memory;
      for (const k of [0, 1]) {
        pageFlags[page + k] |= flags | DIRTY;
        memory = withPage(memory, page + k, bytes.subarray(k * PAGE, (k + 1) * PAGE));
      }
      return { ...zero(before), pageFlags, memory };
    },
  };
}

/** What was reserved before is no longer. */
const RESET: HostCallProbe = {
  what: "a reset with a reservation",
  call: HOST_CALLS.reset,
  args: [PROGRAM_ID & 0xffff_ffffn, PROGRAM_ID >> 32n],
  loads: true,
  changes: () => ({ reservation: NO_RESERVATION }),
};

function zero({ registers }: State): Partial<State> {
  return { registers: registers.with(A0, 0n) };
}

/** The registers in which a call finds its arguments and its number. */
export function callRegisters(registers: BigUint64Array, { call, args }: HostCallProbe): BigUint64Array {
  const changed = registers.slice();
  for (const [k, value] of args.entries()) changed[A0 + k] = value;
  changed[A7] = BigInt(call);
  return changed;
}
