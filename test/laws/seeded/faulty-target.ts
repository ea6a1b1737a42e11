// Targets with one fault each, put together from what differs.
import { FaultyTarget as NamedFaultyTarget, type FaultOptions } from "../../../src/museum/faulty-target.ts";
import type { Target, WorldSnapshot } from "../../../src/targets/index.ts";

/** What a faulty target does; each part may be left out. */
export type Fault = FaultOptions;

/** The reference with one fault. */
export class FaultyTarget extends NamedFaultyTarget {
  constructor(fault: Fault) {
    super("faulty", fault);
  }
}

/** Seeded faults of one law by what a target with them does: `a target that NAME`. */
export type Faults = Readonly<Record<string, Fault | (() => Target)>>;

/** A target with a fault. */
export function withFault(fault: Fault | (() => Target)): Target {
  return typeof fault === "function" ? fault() : new FaultyTarget(fault);
}

/** A snapshot whose register `r` has its lowest bit turned. */
export function registerTurned(snapshot: WorldSnapshot, r: number): WorldSnapshot {
  return { ...snapshot, registers: snapshot.registers.map((value, k) => (k === r ? value ^ 1n : value)) };
}

/** Runs of one page each. */
export function pageByPage(snapshot: WorldSnapshot): WorldSnapshot {
  return {
    ...snapshot,
    dirtyPages: snapshot.dirtyPages.flatMap((run) =>
      Array.from({ length: run.content.length / 4096 }, (_, k) => ({
        ...run,
        address: run.address + BigInt(k * 4096),
        content: run.content.subarray(k * 4096, (k + 1) * 4096),
      })),
    ),
  };
}
