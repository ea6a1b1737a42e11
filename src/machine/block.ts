import { ISA_MOP, type Instruction, type IsaSet, type Meaning } from "../isa/index.ts";
import type { CostFunction } from "./cost.ts";
import { FaultError } from "./fault.ts";
import { MACHINE_PARTS, type MachineParts } from "./machine-parts.ts";
import type { Memory } from "./memory.ts";
import { fusedOperation, Operation } from "./operation.ts";

/** Longest block, in instructions. */
const BLOCK_LENGTH_MAX = 64;

/** What is decoded of a block. */
export interface DecodedBlock {
  readonly pc: number;
  readonly operations: readonly Operation[];
  /** Sum of the cycles of all operations. */
  readonly cost: number;
  /** Address behind the last operation. */
  readonly end: number;
}

/**
 * A run of instructions that execute one after the other: only the last one may jump or call out. Executing a block at
 * a time needs one look-up and one budget test for all of them; what is observable stays exactly that of one
 * instruction at a time.
 */
export class Block implements DecodedBlock {
  readonly pc: number;
  readonly operations: readonly Operation[];
  /** Sum of the cycles of all operations. */
  readonly cost: number;
  /** Address behind the last operation. */
  readonly end: number;
  /** How often all of the block was executed. */
  executions = 0;
  /** True once an observer was told of an execution. */
  observed = false;
  /** The two blocks that followed last, so that most look-ups are one comparison. */
  next: Block;
  otherNext: Block;

  /** @param after what `next` names until a block is known; the block itself if left out */
  constructor({ pc, operations, cost, end }: DecodedBlock, after?: Block) {
    this.pc = pc;
    this.operations = operations;
    this.cost = cost;
    this.end = end;
    this.next = after ?? this;
    this.otherNext = after ?? this;
  }
}

/** No block at all: at an address nothing jumps to. */
export const NO_BLOCK = new Block({ pc: -2, operations: [], cost: 0, end: -2 });

/** Other meanings of instructions than the table's, by their base rows; a map of them has one for all versions. */
export interface Meanings {
  get(base: Instruction, version: number): Meaning | undefined;
}

/** What decoding depends on beside the bytes. */
export interface DecodeOptions {
  readonly isa: IsaSet;
  readonly version: number;
  readonly cost: CostFunction;
  readonly meanings?: Meanings | undefined;
  /** The reference's if left out. */
  readonly parts?: Pick<MachineParts, "fetch" | "decode" | "fuse">;
}

/**
 * Decodes the block at `pc`. It ends before an instruction that cannot be fetched or decoded, so that the fault is
 * met when execution gets there.
 * @throws FaultError if the first instruction cannot be fetched or decoded
 */
export function decodeBlock(memory: Memory, pc: number, options: DecodeOptions): Block {
  const operations: Operation[] = [];
  // One for the whole block: most instructions begin no sequence, and one for each would be a good part of what decoding allocates.
  const partAt: PartAt = (there) => tryDecode(memory, there, options, decodeSingle);
  let cost = 0;
  let at = pc;
  while (operations.length < BLOCK_LENGTH_MAX) {
    const head = operations.length === 0 ? decodeSingle(memory, at, options) : partAt(at);
    if (head === undefined) break;
    const operation = fusedFrom(head, options, partAt);
    operations.push(operation);
    cost += operation.cost;
    at += operation.length;
    if (operation.endsBlock) break;
  }
  return new Block({ pc, operations, cost, end: at }, NO_BLOCK);
}

/**
 * The operation at `pc`, fused if a rule matches.
 * @param decodeThere decodes one instruction, this one and those that fusion looks at
 * @throws FaultError if its first instruction cannot be decoded
 */
export function decodeAt(
  memory: Memory,
  pc: number,
  options: DecodeOptions,
  decodeThere: DecodeOne = decodeSingle,
): Operation {
  const head = decodeThere(memory, pc, options);
  return fusedFrom(head, options, (there) => tryDecode(memory, there, options, decodeThere));
}

/** The instruction that begins at an address; undefined where none can be decoded. */
type PartAt = (pc: number) => Operation | undefined;

function fusedFrom(head: Operation, options: DecodeOptions, partAt: PartAt): Operation {
  if (!(options.isa & ISA_MOP)) return head;
  const fusion = (options.parts ?? MACHINE_PARTS).fuse(head, options.version, partAt);
  return fusion ? fusedOperation(fusion, options.cost(fusion.rule)) : head;
}

/** Decodes the instruction at `pc` alone. @throws FaultError if it cannot be fetched or decoded */
export type DecodeOne = (memory: Memory, pc: number, options: DecodeOptions) => Operation;

/** @throws FaultError if the instruction at `pc` cannot be fetched or decoded */
export function decodeSingle(
  memory: Memory,
  pc: number,
  { isa, version, cost, meanings, parts = MACHINE_PARTS }: DecodeOptions,
): Operation {
  const word = parts.fetch(memory, pc);
  const decoded = parts.decode(word, isa, version);
  if (!decoded) throw new FaultError({ name: "InvalidInstruction", pc: BigInt(pc), instruction: word });
  const { instruction } = decoded;
  const usual = version === 0 ? instruction.meaningVersion0 : instruction.meaning;
  const meaning = meanings?.get(instruction.base, version) ?? usual;
  return new Operation(decoded, meaning, { pc, length: instruction.length }, cost(instruction));
}

function tryDecode(memory: Memory, pc: number, options: DecodeOptions, decodeThere: DecodeOne): Operation | undefined {
  try {
    return decodeThere(memory, pc, options);
  } catch (error) {
    if (error instanceof FaultError) return undefined;
    throw error;
  }
}
