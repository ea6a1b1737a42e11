import { REGISTER_NAMES } from "../../isa/index.ts";
import { nextInstruction } from "../code-view.ts";
import { bytesAt, littleEndian } from "../memory-view.ts";
import type { TimeLine } from "../time-line.ts";

/** What of the state a step may change, as it was before. */
export interface Before {
  readonly registers: BigUint64Array;
  readonly reservation: bigint;
  /** The eight bytes that the next instruction may store to. */
  readonly stored: { readonly address: bigint; readonly value: bigint } | undefined;
  readonly outputBytes: number;
}

const WORD_BYTES = 8;

/** To be called before a step, with `changeLines` behind it. */
export function beforeStep({ rig, output }: TimeLine): Before {
  const { machine } = rig;
  const address = machine.nextOperation && accessOf(rig);
  const bytes = address === undefined ? undefined : bytesAt(machine.memory, address, WORD_BYTES);
  return {
    registers: machine.registers.slice(),
    reservation: machine.reservation,
    stored: address !== undefined && bytes ? { address, value: littleEndian(bytes) } : undefined,
    outputBytes: output.length,
  };
}

/** The address that the next instruction loads from or stores to, by its text: `8(s0)`, or `(a1)`. */
function accessOf(rig: TimeLine["rig"]): bigint | undefined {
  const { machine } = rig;
  const parts = /(-?\d+)?\((\w+)\)$/.exec(nextInstruction(rig).line?.text ?? "");
  const number = parts ? REGISTER_NAMES.indexOf(parts[2]) : -1;
  if (!parts || number < 0) return undefined;
  return BigInt.asUintN(64, machine.registers[number] + BigInt(parts[1] ?? 0));
}

/** What is not as it was before: registers, eight bytes of memory, the reservation, and what was printed. */
export function changeLines({ rig, output }: TimeLine, before: Before): string[] {
  const { machine } = rig;
  const lines = [...machine.registers].flatMap((value, k) =>
    value === before.registers[k] ? [] : [`    ${REGISTER_NAMES[k]}  ${hex(before.registers[k])} -> ${hex(value)}`],
  );
  const { stored } = before;
  const bytes = stored && bytesAt(machine.memory, stored.address, WORD_BYTES);
  const now = bytes && littleEndian(bytes);
  if (stored && now !== undefined && now !== stored.value) {
    lines.push(`    [${hex(stored.address)}]  ${hex(stored.value)} -> ${hex(now)}`);
  }
  if (machine.reservation !== before.reservation)
    lines.push(`    reservation  ${reservationText(machine.reservation)}`);
  if (output.length > before.outputBytes) {
    const text = Buffer.from(output.subarray(before.outputBytes)).toString("utf8");
    lines.push(`    printed  ${JSON.stringify(text)}`);
  }
  return lines;
}

/** A load reservation: its address, or `none`. */
export function reservationText(reservation: bigint): string {
  return reservation === 2n ** 64n - 1n ? "none" : hex(reservation);
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
