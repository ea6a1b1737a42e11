import * as fc from "fast-check";
import { initPages, type Machine } from "../../src/machine/index.ts";
import type { Snapshot2Context } from "../../src/snapshot/index.ts";
import { faultOf, newContext, newMachine, PIECE } from "./machines.ts";

/** Memory of the machines below, in pages: no multiple of 4, as four are looked at together somewhere. */
export const PAGES = 18;

const SIZE = BigInt(PAGES * 4096);

/** A machine and the context that belongs to it. */
export interface Pair {
  readonly machine: Machine;
  readonly context: Snapshot2Context<bigint>;
}

/** Something that keeps a pair coherent (snapshot.md 11, property 5). Faults are part of it. */
export type Action = (pair: Pair) => void;

/** Addresses in and around memory, often at page boundaries. */
export const address: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: PAGES }).map((page) => BigInt(page) * 4096n) },
  { weight: 2, arbitrary: fc.bigInt({ min: 0n, max: SIZE + 16n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: 2n ** 64n - 0x2000n, max: 2n ** 64n - 1n }) },
);

/** Lengths of up to six pages; never 0, which asks for everything. */
export const length: fc.Arbitrary<bigint> = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((count) => BigInt(count) * 4096n),
  fc.bigInt({ min: 1n, max: 0x6000n }),
);

export const piece: fc.Arbitrary<bigint> = fc.constantFrom(1n, 1n, 2n);

/** A part that is whole inside the source. */
export const part: fc.Arbitrary<{ id: bigint; offset: bigint; length: bigint }> = fc.record({
  id: piece,
  offset: fc.bigInt({ min: 0n, max: 0x8000n }),
  length,
});

const storeBytes: fc.Arbitrary<Action> = fc
  .tuple(address, part, fc.oneof(fc.constant(0n), address))
  .map(([at, { id, offset, length: count }, sizeAddress]) => ({ machine, context }: Pair): void => {
    faultOf(() => context.storeBytes(machine, at, id, offset, count, sizeAddress));
  });

const store: fc.Arbitrary<Action> = fc
  .tuple(address, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))
  .map(([at, value]) => ({ machine }: Pair): void => {
    faultOf(() => machine.memory.store64(at, value));
  });

const fill: fc.Arbitrary<Action> = fc.tuple(address, length).map(([at, count]) => ({ machine }: Pair): void => {
  faultOf(() => machine.memory.storeBytes(at, PIECE.subarray(7, 7 + Number(count))));
});

const load: fc.Arbitrary<Action> = fc
  .tuple(fc.integer({ min: 0, max: PAGES - 1 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom(0, 1, 2, 3))
  .map(([page, count, flags]) => ({ machine }: Pair): void => {
    // One page at a time: an init that meets a frozen page further on would break coherence.
    for (let k = page; k < page + count; k++) {
      faultOf(() => initPages(machine.memory, BigInt(k) * 4096n, 4096n, flags, PIECE.subarray(k, k + 100)));
    }
  });

const untrack: fc.Arbitrary<Action> = fc
  .tuple(address, length)
  .map(([at, count]) => ({ machine, context }: Pair): void => {
    faultOf(() => context.untrackPages(machine, at, count));
  });

const host: fc.Arbitrary<Action> = fc
  .tuple(fc.integer({ min: 0, max: 31 }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))
  .map(([register, value]) => ({ machine }: Pair): void => {
    machine.setRegister(register, value);
    machine.memory.reservation = value;
    machine.cycles = value >> 3n;
    machine.maxCycles = value >> 1n;
    machine.updatePc(value ^ 0x55n);
    machine.commitPc();
  });

export const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: storeBytes },
  { weight: 2, arbitrary: store },
  { weight: 1, arbitrary: fill },
  { weight: 2, arbitrary: load },
  { weight: 1, arbitrary: untrack },
  { weight: 1, arbitrary: host },
);

/** Pairs that are coherent: what some actions made of a fresh machine. */
export const coherent: fc.Arbitrary<Pair> = fc
  .tuple(fc.constantFrom(0, 1, 2), fc.array(action, { maxLength: 12 }))
  .map(([version, actions]) => {
    const pair = { machine: newMachine(PAGES * 4096, version as 0 | 1 | 2), context: newContext() };
    for (const act of actions) act(pair);
    return pair;
  });
