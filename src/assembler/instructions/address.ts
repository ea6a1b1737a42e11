import { instructionsNamed, type FieldValues, type Instruction } from "../../isa/index.ts";
import type { Assembly } from "../assembly.ts";
import type { Expression } from "../model.ts";

const [AUIPC, ADDI, JALR] = ["auipc", "addi", "jalr"].map((name) => instructionsNamed(name)[0]);

/** Appends `auipc base` and then `second`, whose immediate is the low part of the distance to `target`. */
function pcRelative(
  assembly: Assembly,
  base: number,
  second: Instruction,
  values: FieldValues,
  target: Expression,
  at: number,
): void {
  const high = assembly.here();
  assembly.deferred(AUIPC, { rd: base }, target, "pcrel_hi", at);
  assembly.deferred(second, { ...values, rs1: base }, { kind: "symbol", symbol: high }, "pcrel_lo", at);
}

/** `la`, `lla`, `lga`: the address of `target` into `rd`. Without dynamic linking all three are the same. */
export function loadAddress(assembly: Assembly, rd: number, target: Expression, at: number): void {
  pcRelative(assembly, rd, ADDI, { rd }, target, at);
}

/** `call`, `tail`, `jump`: to any address, by way of register `scratch`, with the return address in `rd`. */
export function farJump(assembly: Assembly, rd: number, scratch: number, target: Expression, at: number): void {
  pcRelative(assembly, scratch, JALR, { rd }, target, at);
}

/** `ld rd, symbol`. */
export function loadFrom(assembly: Assembly, load: Instruction, rd: number, target: Expression, at: number): void {
  pcRelative(assembly, rd, load, { rd }, target, at);
}

/** `sd rs2, symbol, scratch`. */
export function storeTo(
  assembly: Assembly,
  store: Instruction,
  rs2: number,
  scratch: number,
  target: Expression,
  at: number,
): void {
  pcRelative(assembly, scratch, store, { rs2 }, target, at);
}
