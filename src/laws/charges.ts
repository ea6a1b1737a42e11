import { HOST_CALLS, PROGRAM_ID, SYSTEM_CALLS, type World } from "../case/index.ts";
import type { MemoryImage } from "../targets/target.ts";
import { byteAt, loadedFrom } from "./image.ts";

const [A0, A1, A2, A3, A4, A7] = [10, 11, 12, 13, 14, 17];

/** Calls that cost more than their instruction. */
const CHARGING: readonly number[] = [SYSTEM_CALLS.loadCellData, SYSTEM_CALLS.debug, HOST_CALLS.addCycles];

/** The world without the calls that charge: there, a program fails at the first of them. */
export function withoutCharges(world: World): World {
  return { ...world, systemCalls: world.systemCalls.filter((call) => !CHARGING.includes(call)) };
}

/** True if the world offers the call, and it may charge. */
export function mayCharge(call: bigint, { systemCalls }: World): boolean {
  return CHARGING.includes(Number(call)) && systemCalls.includes(Number(call));
}

/** What the call that is made next charges beside its instruction, if it does not fail. */
export function chargeOf(registers: BigUint64Array, memory: MemoryImage, world: World): bigint {
  const call = Number(registers[A7]);
  if (call === HOST_CALLS.addCycles) return registers[A0];
  const bytes = call === SYSTEM_CALLS.debug ? textLength(memory, registers[A0]) : bytesCopied(registers, memory, world);
  return (bytes + 3n) / 4n; // a quarter of a cycle for each byte moved, rounded up (RFC 0014)
}

/** Bytes before the zero that ends a text; 0 where memory ends before it, so that the call fails. */
function textLength(memory: MemoryImage, start: bigint): bigint {
  const size = BigInt(memory.pageCount) * 4096n;
  for (let at = start; at < size; at++) if (byteAt(memory, at) === 0) return at - start;
  return 0n;
}

/** Bytes that a call for cell data copies: what is left of the piece from the offset on, or as much as was asked for. */
function bytesCopied(registers: BigUint64Array, memory: MemoryImage, { program, sources }: World): bigint {
  const [sizeAddress, offset, index, source] = [A1, A2, A3, A4].map((r) => registers[r]);
  if (index >> 32n || source >> 32n) return 0n;
  const id = (source << 32n) | index;
  const piece = id === PROGRAM_ID ? program : sources.findLast((each) => each.id === id)?.bytes;
  if (!piece) return 0n;
  const length = BigInt(piece.length);
  const rest = offset < length ? length - offset : 0n;
  const size = loadedFrom(memory, sizeAddress, 8);
  return size < rest ? size : rest;
}
