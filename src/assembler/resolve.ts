import { encodeUnchecked, encodingProblem, type FieldValues, type Instruction } from "../isa/index.ts";
import type { Assembly } from "./assembly.ts";
import { Problem, Unresolved } from "./error.ts";
import { evaluate } from "./expression.ts";
import type { Fixup, Part } from "./fixup.ts";
import { upperValue } from "./instructions/emit.ts";
import type { Expression, Fragment, Stage } from "./model.ts";
import { writeBigBytes, writeBytes } from "./section.ts";
import type { SourceLine } from "./source.ts";

const FINAL: Stage = { kind: "final" };

/** Something that waits for addresses, and the bytes it is to be written to. */
export interface Patch {
  readonly bytes: Uint8Array;
  /** Index in `bytes`. */
  readonly at: number;
  readonly address: bigint;
  readonly source: SourceLine;
  readonly column: number;
}

/** Fills in what waited for addresses, when all of them are known. */
export class Resolver {
  readonly #assembly: Assembly;
  /** Distance from each `%pcrel_hi` to its target, by the address it stands at: what `%pcrel_lo` takes the low part of. */
  readonly #distances = new Map<bigint, bigint>();
  readonly #low: (() => void)[] = [];

  constructor(assembly: Assembly) {
    this.#assembly = assembly;
  }

  fixup(fixup: Fixup, bytes: Uint8Array): void {
    const { fragment, expression, source, column } = fixup;
    const at = fragment.offset + fixup.offset;
    const patch: Patch = { bytes, at, address: fragment.section.address + BigInt(at), source, column };
    if (fixup.kind === "instruction")
      return this.instruction(patch, fixup.instruction, fixup.values, expression, fixup.how);
    return this.#guard(patch, () => this.#data(patch, this.#value(expression), fixup.bytes));
  }

  /** Writes an instruction whose immediate follows from `expression`. */
  instruction(patch: Patch, instruction: Instruction, values: FieldValues, expression: Expression, how: Part): void {
    const write = () => {
      const imm = this.#immediate(how, this.#value(expression), patch);
      const problem = encodingProblem(instruction, { ...values, imm });
      if (problem) throw new Problem(`${instruction.name}: ${this.#describe(problem, how, imm)}`, patch.column);
      writeBytes(patch.bytes, patch.at, encodeUnchecked(instruction, { ...values, imm }), instruction.length);
    };
    // The low part needs the distance of the high part, which may stand later in the program.
    if (how === "pcrel_lo") this.#low.push(() => this.#guard(patch, write));
    else this.#guard(patch, write);
  }

  /** Writes the low parts; to be called when all fixups have been given. */
  finish(): void {
    for (const write of this.#low) write();
  }

  /** The final value of an expression, two's complement. */
  valueAt(expression: Expression, { source, column }: Fragment): bigint {
    let value = 0n;
    if (source) this.#guard({ source, column }, () => (value = this.#value(expression)));
    return value;
  }

  #value(expression: Expression): bigint {
    return evaluate(expression, FINAL).value;
  }

  #guard({ source, column }: Pick<Patch, "source" | "column">, action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof Problem || error instanceof Unresolved)) throw error;
      this.#assembly.report(error.message, source, column);
    }
  }

  #data({ bytes, at, column }: Patch, value: bigint, count: number): void {
    checkFits(value, count, column);
    writeBigBytes(bytes, at, value, count);
  }

  #immediate(how: Part, value: bigint, { address, column }: Patch): number {
    switch (how) {
      case "value":
        return Number(value);
      case "upper":
        return upperValue(value, column);
      case "target":
        return Number(BigInt.asIntN(64, value - address));
      case "hi":
        return highPart(value, column);
      case "lo":
        return Number(BigInt.asIntN(12, value));
      case "pcrel_hi": {
        const distance = BigInt.asIntN(64, value - address);
        this.#distances.set(address, distance);
        return highPart(distance, column);
      }
      case "pcrel_lo": {
        const distance = this.#distances.get(BigInt.asUintN(64, value));
        if (distance === undefined)
          throw new Problem("%pcrel_lo needs the label of an instruction with %pcrel_hi", column);
        return Number(BigInt.asIntN(12, distance));
      }
    }
  }

  #describe(problem: string, how: Part, imm: number): string {
    return how === "target" ? `the target is ${imm} bytes away: ${problem}` : problem;
  }
}

/** The immediate of `lui` or `auipc` to which a 12-bit low part is added. */
function highPart(value: bigint, column: number): number {
  const high = (value + 0x800n) & ~0xfffn;
  if (BigInt.asIntN(32, high) !== high) throw new Problem("the address is out of reach", column);
  return Number(high);
}

/** Refuses a value that `count` bytes hold neither as a signed nor as an unsigned number. */
export function checkFits(value: bigint, count: number, at: number): void {
  const bits = BigInt(8 * count);
  if (count < 8 && (value < -(1n << (bits - 1n)) || value >= 1n << bits)) {
    throw new Problem(`${value} does not fit into ${count} byte${count === 1 ? "" : "s"}`, at);
  }
}
