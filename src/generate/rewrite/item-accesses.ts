import { SYSTEM_CALLS } from "../../case/index.ts";
import { baseOp, row, type Op } from "../op.ts";
import type { Item, Pointer } from "../program.ts";
import { accessWidth, touchesMemory } from "../rows.ts";
import { terminates } from "./constant-values.ts";

const [LUI, ADDI, ADDIW, ANDI, SLLI, ADD, SD] = ["lui", "addi", "addiw", "andi", "slli", "add", "sd"].map(row);
const [ECALL, EBREAK] = ["ecall", "ebreak"].map(row);
const [A0, A1, A2, A3, A4, A7] = [10, 11, 12, 13, 14, 17];
/** Pages move, so that what is below 4096 in an address stays. */
const PAGE = 4096;
/** Bytes of each chunk that a system call charges a cycle for. */
const BYTES_A_CYCLE = 4;
/** Numbers beyond are no addresses, and need not be exact. */
const EXACT = 2 ** 52;
/** Where a value comes from, beside the `lui` whose position stands there: nowhere, or a pointer. */
const NOWHERE = -1;
const POINTER = -2;

/** Bytes of memory that an item accesses at an address of its own; or, where that depends on a counter, may access. */
export interface Access {
  readonly from: number;
  /** The byte behind them. */
  readonly to: number;
  /** The position of the `lui` that the address comes from; -1 if it comes from none. */
  readonly lui: number;
}

/** What an item does with addresses of data. */
export interface ItemAccesses {
  /** Beside those through pointers. */
  readonly accesses: readonly Access[];
  /** What pointers are set to by it. */
  readonly pointers: readonly (Pointer & Pick<Access, "lui">)[];
  /** Positions of the `lui` from which addresses come, and the registers that hold such addresses behind the item. */
  readonly luis: ReadonlySet<number>;
  readonly held: readonly number[];
  /** True if it uses addresses and pointers for nothing but accesses, so that it does not see where data stands. */
  readonly blind: boolean;
}

const NO_ACCESSES: ItemAccesses = { accesses: [], pointers: [], luis: new Set(), held: [], blind: true };

/** Follows one item; made once and used for all, one after the other. */
class Walk {
  /** Each register's least and greatest value, as far as the item alone says them. */
  readonly #least = new Float64Array(32);
  readonly #most = new Float64Array(32);
  readonly #from = new Int32Array(32);
  #accesses: Access[] = [];
  /** Positions of the `lui` whose value became something else than an address. */
  #seen = new Set<number>();
  #seesPointer = false;

  follow({ ops, extraCycles }: Item, pointers: number): ItemAccesses | undefined {
    this.#begin(pointers);
    let jumps = false;
    let written = 0;
    for (let k = 0; k < ops.length; k++) {
      const each = baseOp(ops[k]);
      const { instruction } = each;
      if (!instruction) return undefined;
      if (touchesMemory(instruction)) {
        // Behind a jump of the item itself, registers may hold something else.
        if (jumps || !this.#access(each)) return undefined;
      } else if (instruction === ECALL) {
        if (jumps || !this.#call(ops.slice(0, k), extraCycles)) return undefined;
      } else if (instruction !== EBREAK) {
        jumps ||= instruction.endsBlock && k < ops.length - 1;
        this.#compute(each, k);
      }
      if (instruction.field.has("rd")) written |= 1 << each.rd;
    }
    return this.#end(pointers, written);
  }

  #begin(pointers: number): void {
    this.#least.fill(-Infinity);
    this.#most.fill(Infinity);
    for (let r = 0; r < 32; r++) this.#from[r] = pointers & (1 << r) ? POINTER : NOWHERE;
    this.#least[0] = this.#most[0] = 0;
    this.#accesses = [];
    this.#seen = new Set();
    this.#seesPointer = false;
  }

  #end(pointers: number, written: number): ItemAccesses {
    const set: (Pointer & Pick<Access, "lui">)[] = [];
    let blind = !this.#seesPointer;
    for (let register = 1; register < 32; register++) {
      if ((pointers & written & (1 << register)) === 0) continue;
      const [address, lui] = [this.#least[register], this.#from[register]];
      if (address === this.#most[register] && lui >= 0) set.push({ register, address, lui });
      else blind = false;
    }
    const luis = new Set<number>();
    for (const { lui } of [...this.#accesses, ...set]) if (lui >= 0) luis.add(lui);
    if (luis.size === 0 && blind) return { ...NO_ACCESSES, accesses: this.#accesses };
    const held: number[] = [];
    for (let r = 1; r < 32; r++) if (luis.has(this.#from[r]) && (pointers & (1 << r)) === 0) held.push(r);
    for (const lui of luis) if (this.#seen.has(lui)) blind = false;
    return { accesses: this.#accesses, pointers: set, luis, held, blind };
  }

  /** The register's value becomes something that says where data stands. */
  #see(register: number): void {
    const from = this.#from[register];
    if (from === POINTER) this.#seesPointer = true;
    else if (from >= 0) this.#seen.add(from);
  }

  #write(register: number, least: number, most: number, from: number): void {
    if (register === 0) return;
    const known = least >= -EXACT && most <= EXACT;
    this.#least[register] = known ? least : -Infinity;
    this.#most[register] = known ? most : Infinity;
    this.#from[register] = from;
  }

  /** @returns false if its address is not known */
  #access({ instruction, rd, rs1, rs2, imm }: Op): boolean {
    if (!instruction) return false;
    const { field } = instruction;
    if (field.has("rs2")) this.#see(rs2);
    if (!this.#reach(rs1, field.has("imm") ? imm : 0, accessWidth(instruction))) return false;
    if (field.has("rd")) this.#write(rd, -Infinity, Infinity, NOWHERE);
    return true;
  }

  #reach(register: number, offset: number, bytes: number): boolean {
    const [least, most, lui] = [this.#least[register], this.#most[register], this.#from[register]];
    if (lui === POINTER) return true;
    if (least === -Infinity || most === Infinity) return false;
    this.#accesses.push({ from: least + offset, to: most + offset + bytes, lui });
    return true;
  }

  /** @returns false if it is not known where the call accesses memory */
  #call(before: readonly Op[], extraCycles: number): boolean {
    const number = this.#least[A7];
    if (number !== this.#most[A7]) return false;
    if (number === SYSTEM_CALLS.loadCellData) {
      for (const argument of [A2, A3, A4]) this.#see(argument);
      if (!this.#reach(A1, 0, 8) || !this.#reach(A0, 0, Math.max(8, extraCycles * BYTES_A_CYCLE))) return false;
    } else if (number === SYSTEM_CALLS.debug) {
      return terminates(before, A0, SD) && this.#reach(A0, 0, 8);
    } else if (number !== SYSTEM_CALLS.vmVersion && number !== SYSTEM_CALLS.currentCycles) return false;
    this.#write(A0, -Infinity, Infinity, NOWHERE);
    return true;
  }

  #compute({ instruction, rd, rs1, rs2, imm }: Op, k: number): void {
    const [least, most, from] = [this.#least[rs1], this.#most[rs1], this.#from[rs1]];
    if (instruction === LUI) return this.#write(rd, imm, imm, k);
    if (from !== POINTER && (instruction === ADDI || (instruction === ADDIW && isWord(least + imm, most + imm)))) {
      return this.#write(rd, least + imm, most + imm, from);
    }
    if (instruction === ANDI && imm >= 0 && imm < PAGE) return this.#write(rd, 0, imm, NOWHERE);
    if (instruction === ADD && (from === NOWHERE || this.#from[rs2] === NOWHERE)) {
      const other = from === NOWHERE ? this.#from[rs2] : from;
      if (other !== POINTER) return this.#write(rd, least + this.#least[rs2], most + this.#most[rs2], other);
    }
    const field = instruction?.field;
    if (field?.has("rs1")) this.#see(rs1);
    if (field?.has("rs2")) this.#see(rs2);
    if (!field?.has("rd")) return;
    if (instruction === SLLI) this.#write(rd, least * 2 ** imm, most * 2 ** imm, NOWHERE);
    else this.#write(rd, -Infinity, Infinity, NOWHERE);
  }
}

function isWord(least: number, most: number): boolean {
  return least >= -(2 ** 31) && most < 2 ** 31;
}

const walk = new Walk();

/**
 * Where an item accesses memory, and whether it can tell where that is.
 * @param pointers bit r is set if register r is a pointer @returns undefined if it accesses memory at unknown addresses
 */
export function accessesOf(item: Item, pointers: number): ItemAccesses | undefined {
  return item.ops.length === 1 && isSimple(item.ops[0], pointers) ? NO_ACCESSES : walk.follow(item, pointers);
}

/** True if an instruction alone accesses nothing, or something through a pointer, and does nothing else with pointers. */
function isSimple(each: Op, pointers: number): boolean {
  const { instruction, rd, rs1, rs2 } = baseOp(each);
  if (!instruction || instruction === ECALL) return false;
  const { index, field } = instruction;
  const isAccess = (MEMORY[index] ??= touchesMemory(instruction));
  const through = pointers & (1 << rs1);
  if (isAccess && !through) return false;
  const used =
    (field.has("rd") ? 1 << rd : 0) |
    (field.has("rs2") ? 1 << rs2 : 0) |
    (!isAccess && field.has("rs1") ? 1 << rs1 : 0);
  return (pointers & used) === 0;
}

/** Which rows of the table touch memory, as far as somebody asked. */
const MEMORY: (boolean | undefined)[] = [];
