import type { Hart, Operands } from "./hart.ts";

/** What executing one instruction does to a hart. */
export type Meaning = (h: Hart, i: Operands) => void;

/** The extension an instruction belongs to. `A` is switched by ISA_A, the four `Zb*` by ISA_B; the rest is always on. */
export type Extension = "I" | "M" | "A" | "C" | "Zba" | "Zbb" | "Zbc" | "Zbs";

/**
 * One instruction, as its block in the table states it. Everything else (encoder, decoder, disassembler, generator,
 * coverage, ISA document) is derived from these fields.
 */
export interface InstructionBlock {
  /** Mnemonic in lower case, as GNU as spells it. */
  readonly name: string;
  /**
   * Fields from the most significant bit to the least, in the notation of the manual's tables: binary digits, `rd`,
   * `rs1`, `rs2` (5 bits), `rd'`, `rs1'`, `rs2'` (3 bits, x8 to x15), `imm[11:5|4:0]` (signed), `uimm[...]`
   * (unsigned), `shamt[...]`, and single bits `aq`, `rl`. `nz` before an immediate's name forbids zero; `rd!=0` and
   * `rd!={0,2}` forbid registers.
   */
  readonly pattern: string;
  /** Assembly operands: field names, `imm(rs1)`, `(rs1)`, `target` (pc-relative imm) and `upper` (imm >> 12). */
  readonly operands: string;
  /** Cycles under CKB's cost table (reference/ckb-vm/cycles.md 1). Left out where `expandsTo` states the meaning. */
  readonly cost?: number;
  /** Effect on the hart. Left out where `expandsTo` states the meaning. */
  readonly meaning?: Meaning;
  /** Effect under VM version 0 where it differs. */
  readonly meaningVersion0?: Meaning;
  /** For a compressed instruction: the base instruction it stands for, with its operands (`addi rd, rd, imm`). */
  readonly expandsTo?: string;
  /** A C HINT: does nothing from VM version 1 on, is invalid in version 0 (reference/ckb-vm/decode.md 6). */
  readonly hint?: true;
  /** True if execution may go on anywhere but at the next instruction, or leaves the VM: ends a block. */
  readonly endsBlock?: true;
}

/** Defines the instructions of one extension, each block as written. */
export function extension(name: Extension, blocks: readonly InstructionBlock[]): readonly ExtensionBlock[] {
  return blocks.map((block) => ({ ...block, extension: name }));
}

/** A block together with the extension it was defined in. */
export interface ExtensionBlock extends InstructionBlock {
  readonly extension: Extension;
}
