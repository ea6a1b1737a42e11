import { HOST_CALLS, SYSTEM_CALLS } from "../../../src/case/index.ts";
import { withPage } from "../../../src/laws/planted-page.ts";
import { ReferenceTarget, type Finish, type Leg, type State } from "../../../src/targets/index.ts";
import { withState } from "../altered.ts";
import { changed } from "../law-counts.ts";
import type { Faults } from "./faulty-target.ts";

const [A0, A1, A7] = [10, 11, 17];
const DIRTY = 4;

/** The registers that a resumed leg began with, if its first call has this number. */
function calling({ start }: Leg, call: number): BigUint64Array | undefined {
  return start !== "boot" && start.registers[A7] === BigInt(call) ? start.registers : undefined;
}

/** Another state where a leg was resumed in front of one call. */
const behindCall = (call: number, change: (finish: Finish, before: BigUint64Array, leg: Leg) => Partial<State>) => () =>
  changed((finish, _, leg) => {
    const before = calling(leg, call);
    return before ? withState(finish, change(finish, before, leg)) : finish;
  });

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
    const page = Number(before[A0]) / 4096;
    return { pageFlags: state.pageFlags!.with(page, Number(before[12] & 0xffn) | DIRTY) };
  }),
  "keeps the reservation where it is reset": behindCall(HOST_CALLS.reset, (_, __, { start }) => ({
    reservation: start === "boot" ? 0n : start.loadReservationAddress,
  })),
  "says that cycles beyond 2^64 exceed the limit": () =>
    changed((f) =>
      f.stop.kind === "fault" && f.stop.fault.name === "CyclesOverflow" ? { ...f, stop: { kind: "budget" } } : f,
    ),
  "clears DIRTY where flags are cleared": behindCall(HOST_CALLS.clearFlags, ({ state }, before) => {
    const page = Number(before[A0]);
    return { pageFlags: state.pageFlags!.with(page, state.pageFlags![page] & ~Number(before[A1] & 0xffn)) };
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
};
