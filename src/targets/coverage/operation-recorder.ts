import { a0, a7, DISCARD, INSTRUCTIONS } from "../../isa/index.ts";
import { PAGE_SIZE, type Machine, type Memory, type Observer, type Operation } from "../../machine/index.ts";
import type { Stop } from "../target.ts";
import { ACCESS_WIDTHS, ROW_ACCESSES } from "./access.ts";
import { BORDER_ACCESSES, borderAccessCell, PAGE_ACCESSES, pageAccessCell } from "./accesses.ts";
import { accessAddress } from "./address.ts";
import type { Coverage } from "./coverage.ts";
import { ECALL_ROW } from "./cuts.ts";
import { DEPENDENCIES, dependencyCell } from "./dependencies.ts";
import { operandClass } from "./operand-class.ts";
import { mayBePair, OPERAND_PAIRS, operandPair, operandPairCells } from "./operand-pairs.ts";
import { operandCells, OPERANDS } from "./operands.ts";
import { OUTSIDE, pageState } from "./page-state.ts";
import { REGISTER_PATTERNS, registerBits, registerPattern, registerPatternCells } from "./register-patterns.ts";
import { ROW_COUNT, ROW_INSTRUCTIONS } from "./rows.ts";
import { firstCell } from "./space.ts";
import { ROW_STORE_CONDITIONALS, STORE_CONDITIONALS, storeConditionalCell } from "./store-conditionals.ts";
import { answeredCell, faultedCallCell, SYSTEM_CALL_RESULTS } from "./system-calls.ts";

const ACCESSES_AT = firstCell(PAGE_ACCESSES);
const BORDERS_AT = firstCell(BORDER_ACCESSES);
const DEPENDENCIES_AT = firstCell(DEPENDENCIES);
const STORE_CONDITIONALS_AT = firstCell(STORE_CONDITIONALS);
const CALLS_AT = firstCell(SYSTEM_CALL_RESULTS);

/** For each row, where its cells begin in the whole space; -1 for rows that have none. */
const RS1_AT = table((row) => at(firstCell(OPERANDS), operandCells(row, 0)));
const RS2_AT = table((row) => at(firstCell(OPERANDS), operandCells(row, 1)));
const PAIRS_AT = table((row) => at(firstCell(OPERAND_PAIRS), operandPairCells(row)));
const PATTERNS_AT = table((row) => at(firstCell(REGISTER_PATTERNS), registerPatternCells(row)));
const REGISTER_BITS = table((row) => registerBits(ROW_INSTRUCTIONS[row]));
const BASES = table((row) => ROW_INSTRUCTIONS[row].base.index);
/** True for rows that do more than compute: an access, or a system call. */
const SPECIAL = table((row) => (ROW_ACCESSES[row] >= 0 || row === ECALL_ROW ? 1 : 0));

function table(valueOf: (row: number) => number): Int32Array {
  return Int32Array.from({ length: ROW_COUNT }, (_, row) => valueOf(row));
}

function at(first: number, cell: number): number {
  return cell < 0 ? -1 : first + cell;
}

const EXIT = 93;

/** Hits the cells of what a machine executes: operands and their pairs, registers, dependencies, accesses and system calls. */
export class OperationRecorder implements Observer {
  readonly every = false;
  readonly #coverage: Coverage;
  #machine!: Machine;
  #memory!: Memory;
  #w!: Int32Array;
  /** The register that the last operation wrote, `DISCARD` for none, its base row, and where it went on. */
  #written = DISCARD;
  #writer = 0;
  #near = -1;
  /** The number of a call that has not come back, -1 for none, and a0 before it. */
  #call = -1;
  #argument = 0n;

  constructor(coverage: Coverage) {
    this.#coverage = coverage;
  }

  /** What is told from here on is of this machine. */
  attach(machine: Machine): void {
    this.#machine = machine;
    this.#memory = machine.memory;
    this.#w = machine.w;
    this.#written = DISCARD;
    this.#call = -1;
  }

  before(operation: Operation): void {
    const { row, rs1, rs2 } = operation;
    const w = this.#w;
    const coverage = this.#coverage;
    const first = RS1_AT[row];
    const class1 = first >= 0 ? operandClass(w[2 * rs1], w[2 * rs1 + 1]) : 0;
    if (first >= 0) coverage.hit(first + class1);
    const second = RS2_AT[row];
    if (second >= 0) {
      const class2 = operandClass(w[2 * rs2], w[2 * rs2 + 1]);
      coverage.hit(second + class2);
      const pairs = PAIRS_AT[row];
      if (pairs >= 0 && mayBePair(class1, class2)) {
        const pair = operandPair(class1, class2, w, rs1, rs2);
        if (pair >= 0) coverage.hit(pairs + pair);
      }
    }
    const patterns = PATTERNS_AT[row];
    if (patterns >= 0) coverage.hit(patterns + registerPattern(REGISTER_BITS[row], operation.rd, rs1, rs2));
    const written = this.#written;
    // Where execution went on right behind the last one: a block in between that is not observed begins elsewhere.
    if ((rs1 === written || rs2 === written) && operation.pc === this.#near) {
      coverage.hit(DEPENDENCIES_AT + dependencyCell(this.#writer, BASES[row]));
    }
    if (SPECIAL[row] !== 0) this.#beforeSpecial(operation);
  }

  after(operation: Operation): void {
    const { row } = operation;
    // Of a fused sequence it is not known which of its registers was written last.
    this.#written = row < INSTRUCTIONS.length ? operation.rd : DISCARD;
    this.#writer = BASES[row];
    this.#near = this.#machine.near;
    if (this.#call >= 0) this.#answered();
  }

  /** The leg ended by `stop`. */
  finish(stop: Stop): void {
    if (this.#call < 0) return;
    if (stop.kind !== "fault") return this.#answered();
    this.#coverage.hit(CALLS_AT + faultedCallCell(this.#call, stop.fault.name === "InvalidEcall"));
  }

  #beforeSpecial(operation: Operation): void {
    const { row } = operation;
    if (row === ECALL_ROW) {
      const { registers } = this.#machine;
      const number = Number(registers[a7]);
      if (number === EXIT) return;
      this.#call = number;
      this.#argument = registers[a0];
      return;
    }
    const access = ROW_ACCESSES[row];
    const width = ACCESS_WIDTHS[access];
    const address = accessAddress(this.#w, operation);
    const page = Math.floor(address / PAGE_SIZE);
    const state = pageState(this.#memory, page);
    const last = Math.floor((address + width - 1) / PAGE_SIZE);
    if (last === page || state === OUTSIDE) {
      this.#coverage.hit(ACCESSES_AT + pageAccessCell(access, address % width !== 0, state));
    } else this.#coverage.hit(BORDERS_AT + borderAccessCell(access, state, pageState(this.#memory, last)));
    const position = ROW_STORE_CONDITIONALS[row];
    if (position < 0) return;
    const { registers, reservation } = this.#machine;
    this.#coverage.hit(STORE_CONDITIONALS_AT + storeConditionalCell(position, registers[operation.rs1], reservation));
  }

  #answered(): void {
    const cell = answeredCell(this.#call, this.#argument, this.#machine.registers[a0]);
    if (cell >= 0) this.#coverage.hit(CALLS_AT + cell);
    this.#call = -1;
  }
}
