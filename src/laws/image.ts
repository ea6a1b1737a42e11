import type { MemoryImage } from "../targets/target.ts";

/** The byte at an address; 0 outside memory. */
export function byteAt(memory: MemoryImage, address: bigint): number {
  const page = Number(address >> 12n);
  return page < memory.pageCount ? memory.pageView(page)[Number(address & 4095n)] : 0;
}

/** The instruction at an address: 16 bits, or 32 where its low two bits are 11. */
export function wordAt(memory: MemoryImage, address: bigint): number {
  const half = (at: bigint): number => byteAt(memory, at) | (byteAt(memory, at + 1n) << 8);
  const low = half(address);
  return (low & 3) === 3 ? ((half(address + 2n) << 16) | low) >>> 0 : low;
}

/** The value of `width` bytes at an address, sign-extended to 64 bits, as a register has it. */
export function loadedFrom(memory: MemoryImage, address: bigint, width: number): bigint {
  let value = 0n;
  for (let k = width - 1; k >= 0; k--) value = (value << 8n) | BigInt(byteAt(memory, address + BigInt(k)));
  return BigInt.asUintN(64, BigInt.asIntN(width * 8, value));
}
