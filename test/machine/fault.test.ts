import { expect, test } from "vitest";
import { FaultError, faultsEqual, faultText, type Fault } from "../../src/machine/index.ts";

// Names and payloads: reference/ckb-vm/machine.md 7. The text is ours: name and payload, addresses in hexadecimal.

test.each<[fault: Fault, text: string]>([
  [{ name: "CyclesExceeded" }, "CyclesExceeded"],
  [{ name: "ElfParseError", text: "bad offset 0" }, "ElfParseError text=bad offset 0"],
  [{ name: "ElfSegmentUnreadable", address: 0x10000n }, "ElfSegmentUnreadable address=0x10000"],
  [{ name: "InvalidEcall", code: 94n }, "InvalidEcall code=94"],
  [
    { name: "InvalidInstruction", pc: 16n, instruction: 0xffffffff },
    "InvalidInstruction pc=0x10 instruction=0xffffffff",
  ],
  [
    { name: "MemOutOfBound", address: 2n ** 64n - 1n, kind: "Memory" },
    "MemOutOfBound address=0xffffffffffffffff kind=Memory",
  ],
  [{ name: "MemWriteOnExecutablePage", page: 16n }, "MemWriteOnExecutablePage page=16"],
])("%o", (fault, text) => {
  expect(faultText(fault)).toBe(text);
  const error = new FaultError(fault);
  expect([error.message, error.fault, error.name]).toEqual([text, fault, "FaultError"]);
});

test("faults are equal if name and payload are", () => {
  const at = (address: bigint, kind: "Memory" | "ExternalData"): Fault => ({ name: "MemOutOfBound", address, kind });
  expect(faultsEqual(at(1n, "Memory"), at(1n, "Memory"))).toBe(true);
  expect(faultsEqual(at(1n, "Memory"), at(2n, "Memory"))).toBe(false);
  expect(faultsEqual(at(1n, "Memory"), at(1n, "ExternalData"))).toBe(false);
  expect(faultsEqual({ name: "CyclesExceeded" }, { name: "CyclesOverflow" })).toBe(false);
  expect(faultsEqual({ name: "MemWriteOnExecutablePage", page: 1n }, { name: "MemWriteOnFreezedPage", page: 1n })).toBe(
    false,
  );
});

test("making a fault leaves the recording of other errors' stacks alone", () => {
  const limit = Error.stackTraceLimit;
  expect(new FaultError({ name: "Pause" }).stack).not.toContain("    at ");
  expect(Error.stackTraceLimit).toBe(limit);
});
