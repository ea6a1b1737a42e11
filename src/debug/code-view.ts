import { disassemble, FUSION_RULES, INSTRUCTIONS, instructionLength, rawText } from "../isa/index.ts";
import type { Memory, Operation } from "../machine/index.ts";
import { bytesAt, littleEndian } from "./memory-view.ts";
import type { Rig } from "./rig.ts";

/** An instruction as it stands in memory. */
export interface CodeLine {
  readonly address: bigint;
  /** Bytes: 2 or 4. */
  readonly length: number;
  readonly text: string;
}

const LENGTH_MAX = 4;
/** How far back instructions are counted from a symbol. */
const SYMBOL_BYTES_MAX = 65_536n;

/** The instruction at `address`; undefined where there is no memory. */
export function instructionAt(memory: Memory, address: bigint): CodeLine | undefined {
  const bytes = bytesAt(memory, address, LENGTH_MAX);
  if (!bytes || bytes.length < 2) return undefined;
  const half = bytes[0] | (bytes[1] << 8);
  const length = instructionLength(half);
  if (length === 2) return { address, length, text: disassemble(half) };
  if (bytes.length < LENGTH_MAX) return { address, length: 2, text: rawText(half) };
  return { address, length, text: disassemble(Number(littleEndian(bytes))) };
}

/** `count` instructions from `address` on, as many as there are. */
export function instructionsFrom(memory: Memory, address: bigint, count: number): CodeLine[] {
  const lines: CodeLine[] = [];
  for (let at = address; lines.length < count;) {
    const line = instructionAt(memory, at);
    if (!line) break;
    lines.push(line);
    at += BigInt(line.length);
  }
  return lines;
}

/**
 * Up to `count` instructions before `address`. Where instructions begin is counted from `symbol`, if it is not too far
 * below; otherwise it is tried which way of reading the bytes before leads to `address`.
 */
export function instructionsBefore(memory: Memory, address: bigint, count: number, symbol?: bigint): CodeLine[] {
  const starts: bigint[] = [];
  if (symbol !== undefined && address - symbol <= SYMBOL_BYTES_MAX) starts.push(symbol);
  for (let back = BigInt(count * LENGTH_MAX); back > 0n; back -= 2n) starts.push(address - back);
  for (const start of starts) {
    if (start < 0n) continue;
    const lines: CodeLine[] = [];
    let at = start;
    while (at < address) {
      const line = instructionAt(memory, at);
      if (!line) break;
      lines.push(line);
      at += BigInt(line.length);
    }
    if (at === address) return count === 0 ? [] : lines.slice(-count);
  }
  return [];
}

/** What is executed next, beyond what the bytes at pc say. */
export interface NextInstruction {
  readonly line: CodeLine | undefined;
  /** The name of the fusion rule and the instructions of the sequence, if one begins here. */
  readonly fused: { readonly rule: string; readonly parts: readonly CodeLine[] } | undefined;
  /** The name of the instruction that is executed instead, as it stood here when it was decoded. */
  readonly stale: string | undefined;
}

/** What a machine executes next. A fused sequence is one step. */
export function nextInstruction({ machine, cache }: Rig): NextInstruction {
  const { memory, pc, nextOperation } = machine;
  const line = instructionAt(memory, pc);
  const rule = nextOperation && FUSION_RULES[nextOperation.row - INSTRUCTIONS.length];
  const kept = machine.codeChanges && !machine.resetSignal ? cache.kept(machine.near) : undefined;
  const stale = kept && !(nextOperation && sameInstruction(kept, nextOperation)) ? kept.instruction.name : undefined;
  const fused = rule && { rule: rule.name, parts: instructionsFrom(memory, pc, rule.sequence.length) };
  return { line, fused, stale };
}

function sameInstruction(a: Operation, b: Operation): boolean {
  return a.instruction === b.instruction && a.rd === b.rd && a.rs1 === b.rs1 && a.rs2 === b.rs2 && a.imm === b.imm;
}
