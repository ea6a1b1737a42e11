import { REGISTER_COUNT, SLOT_COUNT, unsigned, XLEN_MAX, type Hart, type Operands } from "../isa/index.ts";
import { outOfBound } from "./fault.ts";
import type { Memory } from "./memory.ts";
import { FAR } from "./paged-memory.ts";
import { MEMORY_SIZE_MAX } from "./page.ts";
import { zeroedBytes } from "./storage.ts";

/**
 * The part of a machine that instructions work on: registers, pc, memory. Addresses below 2^31 are Numbers; others are
 * `FAR`, with the exact value beside it.
 */
export abstract class Core implements Hart {
  readonly memory: Memory;
  readonly x: BigUint64Array;
  readonly w: Int32Array;
  readonly u: Uint32Array;
  readonly registers: BigUint64Array;
  /** Address of the current instruction, or FAR with the exact value in `farPc`. */
  near = 0;
  farPc = 0n;
  /** The same for the next instruction. */
  nearNext = 0;
  farNext = 0n;

  constructor(memory: Memory) {
    const { buffer, byteOffset } = zeroedBytes(SLOT_COUNT * 8);
    this.memory = memory;
    this.x = new BigUint64Array(buffer, byteOffset, SLOT_COUNT);
    this.w = new Int32Array(buffer, byteOffset, SLOT_COUNT * 2);
    this.u = new Uint32Array(buffer, byteOffset, SLOT_COUNT * 2);
    this.registers = new BigUint64Array(buffer, byteOffset, REGISTER_COUNT);
  }

  abstract environmentCall(i: Operands): void;
  abstract breakpoint(i: Operands): void;

  get reservation(): bigint {
    return this.memory.reservation;
  }

  set reservation(address: bigint) {
    this.memory.reservation = address;
  }

  get pc(): bigint {
    return this.near === FAR ? this.farPc : BigInt(this.near);
  }

  commitPc(): void {
    this.near = this.nearNext;
    this.farPc = this.farNext;
  }

  address(i: Operands): number {
    const near = this.u[2 * i.rs1] + i.imm;
    if (this.w[2 * i.rs1 + 1] === 0 && near >= 0 && near < MEMORY_SIZE_MAX) return near;
    const exact = unsigned(this.x[i.rs1] + i.imm64);
    if (exact < MEMORY_SIZE_MAX) return Number(exact);
    this.memory.farAddress = exact;
    return FAR;
  }

  load8(address: number): number {
    return this.memory.read8(address);
  }

  load16(address: number): number {
    return this.memory.read16(address);
  }

  load32(address: number): number {
    return this.memory.read32(address);
  }

  load64(address: number, slot: number): void {
    this.memory.read64(address, this.w, slot);
  }

  store8(address: number, value: number): void {
    this.memory.write8(address, value);
  }

  store16(address: number, value: number): void {
    this.memory.write16(address, value);
  }

  store32(address: number, value: number): void {
    this.memory.write32(address, value);
  }

  store64(address: number, slot: number): void {
    this.memory.write64(address, this.w, slot);
  }

  checkLegacyLoad(address: number, width: number): void {
    const start = address === FAR ? this.memory.farAddress : BigInt(address);
    const end = start + BigInt(width);
    if (end > XLEN_MAX || end === BigInt(this.memory.size)) throw outOfBound(unsigned(end));
  }

  jump(i: Operands): void {
    const target = i.pc + i.imm;
    if (target >= 0 && target < MEMORY_SIZE_MAX) this.nearNext = target;
    else this.jumpTo(BigInt(target));
  }

  jumpTo(target: bigint): void {
    const exact = unsigned(target);
    this.nearNext = exact < MEMORY_SIZE_MAX ? Number(exact) : FAR;
    this.farNext = exact;
  }

  jumpToRegister(i: Operands): void {
    const target = this.u[2 * i.rs1] + i.imm;
    if (this.w[2 * i.rs1 + 1] === 0 && target >= 0 && target < MEMORY_SIZE_MAX) this.nearNext = target & ~1;
    else this.jumpTo((this.x[i.rs1] + i.imm64) & ~1n);
  }

  setNumber(slot: number, value: number): void {
    this.w[2 * slot] = value;
    this.w[2 * slot + 1] = Math.floor(value / 2 ** 32);
  }
}
