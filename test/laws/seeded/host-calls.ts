import { HOST_CALLS, SYSTEM_CALLS } from "../../../src/case/index.ts";
import { Memory } from "../../../src/machine/index.ts";
import { withPage } from "../../../src/laws/planted-page.ts";
import { ReferenceTarget, type Finish, type Leg, type State } from "../../../src/targets/index.ts";
import { withState } from "../altered.ts";
import { changed } from "../law-counts.ts";
import type { Faults } from "./faulty-target.ts";
import { NODE_CALLS_FAULTS } from "./node-calls.ts";

const [SP, A0, A1, A7] = [2, 10, 11, 17];
const [FROZEN, DIRTY] = [1, 4];
const EXECUTABLE = 2n;
/** Of 64-bit addresses, 52 bits are those of the page. */
const PAGE_NUMBERS = 2n ** 52n - 1n;

/** The registers that a resumed leg began with, if its first call has this number. */
function calling({ start }: Leg, call: number): BigUint64Array | undefined {
  return start !== "boot" && start.registers[A7] === BigInt(call) ? start.registers : undefined;
}

/** Other flags of a page, if there is such a page. */
function flagsAt({ pageFlags }: Partial<State>, page: number, change: (flags: number) => number): Partial<State> {
  if (!pageFlags || !Number.isInteger(page) || page >= pageFlags.length) return {};
  return { pageFlags: pageFlags.with(page, change(pageFlags[page])) };
}

/** Another state where a leg was resumed in front of one call. */
const behindCall = (call: number, change: (finish: Finish, before: BigUint64Array, leg: Leg) => Partial<State>) => () =>
  changed((finish, _, leg) => {
    const before = calling(leg, call);
    return before && isCalled(finish, leg) ? withState(finish, change(finish, before, leg)) : finish;
  });

/** False where the leg ended in front of its call. */
const isCalled = ({ state }: Finish, { start }: Leg): boolean =>
  start !== "boot" && (state.cycles !== start.cycles || state.pc !== start.pc);

/** A call that fails ends the leg by its limit instead. */
const behindFault = (call: number) => () =>
  changed((f, _, leg) =>
    calling(leg, call) && f.stop.kind === "fault" && /^(Mem|Elf)/.test(f.stop.fault.name)
      ? { ...f, stop: { kind: "budget" } }
      : f,
  );

/** True if a resumed leg has spent just its limit, or more. */
const isSpent = ({ state }: Finish, { start, maxCycles }: Leg): boolean =>
  start !== "boot" && state.cycles! >= maxCycles && state.pc !== start.pc;

/** What breaks law host-calls. */
export const HOST_CALLS_FAULTS: Faults = {
  "stops at the limit where a pause is asked for": () =>
    changed((f, _, leg) => (f.stop.kind === "pause" && isSpent(f, leg) ? { ...f, stop: { kind: "budget" } } : f)),
  "takes a call that spends just all for one that spends too much": () =>
    changed((f, _, leg) => {
      const isFetch = f.stop.kind === "fault" && /^(InvalidInstruction|MemWrite)/.test(f.stop.fault.name);
      return isFetch && isSpent(f, leg) ? { ...f, stop: { kind: "budget" } } : f;
    }),
  "goes on to the next instruction where a call has spent too much": () =>
    changed((f, world, leg) => {
      if (f.stop.kind !== "budget" || leg.start === "boot" || f.state.cycles! <= leg.maxCycles) return f;
      return withState(new ReferenceTarget().run(world, { ...leg, maxCycles: f.state.cycles! }), {
        maxCycles: leg.maxCycles,
      });
    }),
  "gives pages that are filled other flags than theirs": behindCall(HOST_CALLS.initPages, ({ state }, before) => {
    return flagsAt(state, Number(before[A0]) / 4096, () => Number(before[12] & 0xffn) | DIRTY);
  }),
  "keeps the reservation where it is reset": behindCall(HOST_CALLS.reset, (_, __, { start }) => ({
    reservation: start === "boot" ? 0n : start.loadReservationAddress,
  })),
  "says that cycles beyond 2^64 exceed the limit": () =>
    changed((f) =>
      f.stop.kind === "fault" && f.stop.fault.name === "CyclesOverflow" ? { ...f, stop: { kind: "budget" } } : f,
    ),
  "clears DIRTY where flags are cleared": behindCall(HOST_CALLS.clearFlags, ({ state }, before) => {
    return flagsAt(state, Number(before[A0]), (flags) => flags & ~Number(before[A1] & 0xffn));
  }),
  "answers what was spent before the call": behindCall(SYSTEM_CALLS.currentCycles, ({ state }, _, { start }) => ({
    registers: start === "boot" ? state.registers! : state.registers!.with(A0, start.cycles),
  })),
  "looks at pointers before it looks for the piece": () =>
    changed((f, world, leg) => {
      const before = calling(leg, SYSTEM_CALLS.loadCellData);
      const isMissing = before !== undefined && f.state.registers![A0] === 1n && f.stop.kind !== "exit";
      if (!isMissing || before[A1] < BigInt(world.memorySize)) return f;
      const fault = { name: "MemOutOfBound", address: before[A1], kind: "Memory" } as const;
      return { ...withState(f, { registers: before }), stop: { kind: "fault", fault } };
    }),
  "stores data before it stores their size": behindCall(SYSTEM_CALLS.loadCellData, ({ state, stop }, before) => {
    const { memory } = state;
    const isRefused = stop.kind === "fault" && stop.fault.name === "MemOutOfBound";
    if (!isRefused || !memory || before[A1] >= BigInt(memory.pageCount * 4096)) return {};
    return { memory: withPage(memory, Number(before[A1] >> 12n), new Uint8Array(4096)) };
  }),
  "charges nothing for what is no text": behindCall(SYSTEM_CALLS.debug, ({ state, stop }, _, { start }) => ({
    cycles:
      stop.kind === "fault" && stop.fault.name === "External" && start !== "boot" ? start.cycles + 500n : state.cycles!,
  })),
  "takes page numbers modulo 2^52": {
    parts: {
      memory: (size, writeXorExecute) =>
        new (class extends Memory {
          override setFlag(page: bigint | number, flags: number): void {
            super.setFlag(BigInt(page) & PAGE_NUMBERS, flags);
          }
          override clearFlag(page: bigint | number, flags: number): void {
            super.clearFlag(BigInt(page) & PAGE_NUMBERS, flags);
          }
        })(size, writeXorExecute),
    },
  },
  "takes no permission to execute away": behindCall(HOST_CALLS.clearFlags, ({ state }, before) => {
    return flagsAt(state, Number(before[A0]), (flags) => flags | Number(before[A1] & EXECUTABLE));
  }),
  "fills pages of which one is frozen": {
    parts: {
      memory: (size, writeXorExecute) =>
        new (class extends Memory {
          override fetchFlag(page: bigint | number): number {
            return super.fetchFlag(page) & ~FROZEN;
          }
        })(size, writeXorExecute),
    },
  },
  "does nothing where pages cannot be filled": behindFault(HOST_CALLS.initPages),
  "refuses to fill no pages at the end of memory": () =>
    changed((f, { memorySize }, leg) => {
      const before = calling(leg, HOST_CALLS.initPages);
      const isEmpty = before !== undefined && before[A0] === BigInt(memorySize) && before[A1] === 0n;
      const fault = { name: "MemOutOfBound", address: BigInt(memorySize), kind: "Memory" } as const;
      return isEmpty ? { ...f, stop: { kind: "fault", fault } } : f;
    }),
  "looks at pages before it looks for the piece that fills them": () =>
    changed((f, _, leg) => {
      const before = calling(leg, HOST_CALLS.initPages);
      if (!before || before[A0] % 4096n === 0n || f.state.registers![A0] !== 1n) return f;
      const fault = { name: "MemPageUnalignedAccess", address: before[A0] } as const;
      return { ...withState(f, { registers: before }), stop: { kind: "fault", fault } };
    }),
  "keeps x0 zero": behindCall(HOST_CALLS.setRegister, ({ state }) => ({ registers: state.registers!.with(0, 0n) })),
  "stores in no register above the last": behindCall(HOST_CALLS.setRegister, ({ state }, before) =>
    before[A0] > 31n ? { registers: before.with(A0, 0n) } : { registers: state.registers! },
  ),
  "has sp at the end of memory, where it loads and where it resets": () =>
    changed((f, { memorySize }, leg) => {
      const isLoaded =
        leg.start === "boot" ? leg.maxCycles === 0n : calling(leg, HOST_CALLS.reset) !== undefined && isCalled(f, leg);
      if (!isLoaded || f.stop.kind === "fault") return f;
      return withState(f, { registers: f.state.registers!.with(SP, BigInt(memorySize)) });
    }),
  "goes on with the old program where there is no new one": behindFault(HOST_CALLS.reset),
  ...NODE_CALLS_FAULTS,
};
