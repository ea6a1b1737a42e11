/**
 * Everything that can go wrong in a machine, as values: names and payloads of reference/ckb-vm/machine.md 7 (D-line
 * payloads). Addresses are 64-bit; pages are page indices.
 */
export type Fault =
  | { readonly name: "CyclesExceeded" }
  | { readonly name: "CyclesOverflow" }
  | { readonly name: "ElfBits" }
  | { readonly name: "ElfParseError"; readonly text: string }
  | { readonly name: "ElfSegmentUnreadable"; readonly address: bigint }
  | { readonly name: "ElfSegmentWritableAndExecutable"; readonly address: bigint }
  | { readonly name: "ElfSegmentAddrOrSizeError"; readonly address: bigint }
  | { readonly name: "InvalidEcall"; readonly code: bigint }
  | { readonly name: "InvalidInstruction"; readonly pc: bigint; readonly instruction: number }
  | { readonly name: "InvalidVersion" }
  | { readonly name: "MemOutOfBound"; readonly address: bigint; readonly kind: "Memory" | "ExternalData" }
  | { readonly name: "MemOutOfStack" }
  | { readonly name: "MemPageUnalignedAccess"; readonly address: bigint }
  | { readonly name: "MemWriteOnExecutablePage"; readonly page: bigint }
  | { readonly name: "MemWriteOnFreezedPage"; readonly page: bigint }
  | { readonly name: "Pause" }
  | { readonly name: "Yield" }
  | { readonly name: "External"; readonly text: string }
  | { readonly name: "SnapshotDataLoadError" }
  | { readonly name: "Unexpected"; readonly text: string };

/** The name of a fault. */
export type FaultName = Fault["name"];

/**
 * A fault on its way to whoever called the machine. The stack is not recorded (a run that faults is an ordinary
 * result, and recording costs more than the run).
 */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super();
    Error.stackTraceLimit = limit;
    this.name = "FaultError";
    this.fault = fault;
  }

  override get message(): string {
    return faultText(this.fault);
  }
}

/** One line of text: the name and the payload as `key=value`, addresses in hexadecimal. */
export function faultText(fault: Fault): string {
  const payload = Object.entries<string | number | bigint>({ ...fault })
    .filter(([key]) => key !== "name")
    .map(([key, value]) => `${key}=${payloadText(key, value)}`);
  return [fault.name, ...payload].join(" ");
}

function payloadText(key: string, value: string | number | bigint): string {
  const decimal = typeof value === "string" || key === "page" || key === "code";
  return decimal ? String(value) : `0x${value.toString(16)}`;
}

/** True if both are the same fault with the same payload. */
export function faultsEqual(a: Fault, b: Fault): boolean {
  return faultText(a) === faultText(b);
}

/** A memory access outside memory; `address` is its start if that is outside, otherwise its end. */
export function outOfBound(address: bigint): FaultError {
  return new FaultError({ name: "MemOutOfBound", address, kind: "Memory" });
}
