// Expected values: reference/ckb-vm/snapshot.md 1.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeBincode1,
  encodeBincode1,
  makeSnapshot1,
  resumeSnapshot1,
  type Snapshot1,
} from "../../src/snapshot/index.ts";
import { coherent } from "./actions.ts";
import { faultOf, newMachine, PIECE } from "./machines.ts";

const PAGE = PIECE.slice(0, 0x1000);

function snapshotWith(parts: Partial<Snapshot1>): Snapshot1 {
  return {
    version: 2,
    registers: BigUint64Array.from({ length: 32 }, (_, r) => BigInt(r) + 100n),
    pc: 0x10000n,
    pageIndices: [],
    pageFlags: [],
    pages: [],
    loadReservationAddress: 0x123n,
    ...parts,
  };
}

test("dirty pages are stored one by one, with all their flags", () => {
  const machine = newMachine();
  machine.memory.storeBytes(0x5000n, PIECE.subarray(0, 0x2000));
  machine.memory.setFlag(6, 0x81);
  machine.memory.setFlag(8, 1);
  const snapshot = makeSnapshot1(machine);
  expect([snapshot.pageIndices, snapshot.pageFlags]).toEqual([
    [5n, 6n],
    [4, 0x85],
  ]);
  expect(snapshot.pages).toEqual([PAGE, PIECE.slice(0x1000, 0x2000)]);
});

test("a snapshot stays what it is when the machine goes on", () => {
  const machine = newMachine();
  machine.setRegister(5, 77n);
  machine.memory.store8(0x5000n, 1);
  const snapshot = makeSnapshot1(machine);
  machine.setRegister(5, 78n);
  machine.memory.store8(0x5000n, 2);
  expect([snapshot.registers[5], snapshot.pages[0][0]]).toEqual([77n, 1]);
});

test("17: registers, pc, reservation and dirty pages come back; cycles and their limit stay", () => {
  fc.assert(
    fc.property(coherent, ({ machine }) => {
      const bytes = encodeBincode1(makeSnapshot1(machine));
      const resumed = newMachine(machine.memory.size, machine.version);
      resumed.cycles = 5n;
      resumed.maxCycles = 6n;
      resumeSnapshot1(resumed, decodeBincode1(bytes));
      expect([...resumed.registers, resumed.pc, resumed.memory.reservation]).toEqual([
        ...machine.registers,
        machine.pc,
        machine.memory.reservation,
      ]);
      expect([resumed.cycles, resumed.maxCycles]).toEqual([5n, 6n]);
      const flags = machine.memory.flags();
      for (let page = 0; page < flags.length; page++) {
        const dirty = (flags[page] & 4) !== 0;
        expect(resumed.memory.fetchFlag(page)).toBe(dirty ? flags[page] : 0);
        if (dirty) expect(resumed.memory.pageView(page)).toEqual(machine.memory.pageView(page));
      }
      expect(encodeBincode1(makeSnapshot1(resumed))).toEqual(bytes);
    }),
    { numRuns: 200 },
  );
});

describe("resume", () => {
  test("refuses another version with nothing changed", () => {
    const machine = newMachine();
    expect(faultOf(() => resumeSnapshot1(machine, snapshotWith({ version: 0 })))).toEqual({ name: "InvalidVersion" });
    expect([machine.registers[1], machine.pc, machine.memory.reservation]).toEqual([0n, 0n, 2n ** 64n - 1n]);
  });

  test("takes pages of any length, and ignores flags and pages too many", () => {
    const machine = newMachine();
    const pages = [PIECE.slice(0, 3), PIECE.slice(0, 0x1001), PAGE];
    resumeSnapshot1(machine, snapshotWith({ pageIndices: [5n, 8n], pageFlags: [1, 2, 3, 4], pages }));
    expect([5, 8, 9, 10].map((page) => machine.memory.fetchFlag(page))).toEqual([5, 6, 4, 0]);
    expect(machine.memory.loadBytes(0x5000n, 4)).toEqual(Uint8Array.of(0, 1, 2, 0));
  });

  test("cuts the address of a huge index to 64 bits, not the index", () => {
    const machine = newMachine();
    const snapshot = snapshotWith({ pageIndices: [2n ** 52n + 5n], pageFlags: [4], pages: [PAGE] });
    expect(faultOf(() => resumeSnapshot1(machine, snapshot))).toEqual({
      name: "MemOutOfBound",
      address: 0x5000n,
      kind: "Memory",
    });
    expect(machine.memory.load8(0x5001n)).toBe(1);
  });

  test("refuses an executable page, with everything before it done and the reservation not", () => {
    const machine = newMachine();
    machine.memory.setFlag(6, 2);
    const snapshot = snapshotWith({ pageIndices: [5n, 6n], pageFlags: [4, 4], pages: [PAGE, PAGE] });
    expect(faultOf(() => resumeSnapshot1(machine, snapshot))).toEqual({ name: "MemWriteOnExecutablePage", page: 6n });
    expect([machine.registers[0], machine.pc, machine.memory.fetchFlag(5)]).toEqual([100n, 0x10000n, 4]);
    expect(machine.memory.reservation).toBe(2n ** 64n - 1n);
  });

  test.for([
    { pageIndices: [5n, 6n], pageFlags: [4, 4], pages: [PAGE] },
    { pageIndices: [5n, 6n], pageFlags: [4], pages: [PAGE, PAGE] },
  ])("turns a short list, which crashes the original, into a fault", (parts) => {
    const fault = { name: "Unexpected", text: "page lists of different lengths" };
    expect(faultOf(() => resumeSnapshot1(newMachine(), snapshotWith(parts)))).toEqual(fault);
  });
});
