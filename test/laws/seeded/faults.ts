import { ReferenceTarget, type Finish, type Leg, type Stop, type Target } from "../../../src/targets/index.ts";
import { withState } from "../altered.ts";
import { changed } from "../law-counts.ts";
import type { Faults } from "./faulty-target.ts";

/** The reference with another finish where a fault ended the leg. */
export function onFault(change: (finish: Finish, stop: Stop & { kind: "fault" }, leg: Leg) => Finish): Target {
  return changed((finish, _, leg) => (finish.stop.kind === "fault" ? change(finish, finish.stop, leg) : finish));
}

const isRuntime = ({ state }: Finish, { start }: Leg): boolean => start !== "boot" && state.pc !== start.pc;

/** What breaks law faults. */
export const FAULTS_FAULTS: Faults = {
  "leaves pc at the instruction that faulted": () =>
    onFault((f, _, leg) => (isRuntime(f, leg) ? withState(f, { pc: f.state.pc! - 4n }) : f)),
  "leaves pc behind bytes that are no instruction": () =>
    onFault((f, { fault }) => (fault.name === "InvalidInstruction" ? withState(f, { pc: f.state.pc! + 2n }) : f)),
  "charges nothing where a fault is met": () =>
    onFault((f, _, { start }) => (start === "boot" ? f : withState(f, { cycles: start.cycles }))),
  "charges a fetch that fails": () =>
    onFault((f, _, leg) => (isRuntime(f, leg) ? f : withState(f, { cycles: f.state.cycles! + 1n }))),
  "gives another address as payload": () =>
    onFault((f, { fault }) =>
      fault.name === "MemOutOfBound" && !("payload" in fault)
        ? { ...f, stop: { kind: "fault", fault: { ...fault, address: fault.address + 1n } } }
        : f,
    ),
  "takes the number of a call in 32 bits only": () =>
    changed((_, world, leg) => new ReferenceTarget().run(world, narrowCall(leg))),
  "changes the reservation by a fault": () => onFault((f) => withState(f, { reservation: 0x55n })),
  "lets an instruction exceed the limit by a cycle": () =>
    changed((f, world, leg) =>
      leg.start !== "boot" && f.stop.kind === "budget"
        ? new ReferenceTarget().run(world, { ...leg, maxCycles: leg.maxCycles + 1n })
        : f,
    ),
  "says that cycles beyond 2^64 exceed the limit": () =>
    onFault((f, { fault }) => (fault.name === "CyclesOverflow" ? { ...f, stop: { kind: "budget" } } : f)),
  "gives addresses of 32 bits as payload with a sign": () =>
    onFault((f, { fault }) =>
      fault.name === "MemOutOfBound" && !("payload" in fault) && fault.address < 1n << 32n
        ? { ...f, stop: { kind: "fault", fault: { ...fault, address: signed(fault.address) } } }
        : f,
    ),
};

function signed(address: bigint): bigint {
  return BigInt.asUintN(64, BigInt.asIntN(32, address));
}

function narrowCall(leg: Leg): Leg {
  if (leg.start === "boot") return leg;
  const registers = leg.start.registers.map((value, r) => (r === 17 ? value & 0xffff_ffffn : value));
  return { ...leg, start: { ...leg.start, registers } };
}
