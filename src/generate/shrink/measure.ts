import { DEFAULT_WORLD } from "../../case/index.ts";
import type { GeneratedCase } from "../case.ts";
import type { Op } from "../op.ts";
import type { GeneratedProgram } from "../program.ts";

const A0 = 10;

/**
 * How large a case is: a natural number. Every step of shrinking makes it smaller, so shrinking ends. Only the order
 * matters: fewer items before simpler items, fewer cuts before earlier cuts.
 */
export function measure({ world, cuts, legTargets = [], program }: GeneratedCase): bigint {
  let sum = measureProgram(program) + BigInt(cuts.length) * 1000n;
  for (const cut of cuts) sum += cut;
  for (const target of legTargets) sum += BigInt(1 + target);
  const { version, isa, memorySize, cost, args, sources, markProgram } = world;
  const unusual = [
    2 - version,
    Number(isa !== DEFAULT_WORLD.isa),
    Number(memorySize !== DEFAULT_WORLD.memorySize),
    Number(cost !== DEFAULT_WORLD.cost),
    Number(markProgram !== DEFAULT_WORLD.markProgram),
    ...args.map(({ length }) => 10 + length),
    ...sources.map(({ bytes }) => 10 + bytes.length),
  ];
  for (const each of unusual) sum += BigInt(each);
  return sum;
}

/** More than all immediates and registers of a program can come to. */
const ONE_OP = 1n << 40n;

function measureProgram({ items, pointers, data, exitCode }: GeneratedProgram): bigint {
  let sum = ONE_OP * BigInt(4 * items.length + pointers.length) + (exitCode === undefined ? 0n : ONE_OP);
  for (const { ops, kind } of items) {
    sum += ONE_OP * BigInt(ops.length);
    if (kind !== "fault") for (const op of ops) sum += measureOp(op);
  }
  for (const { fileBytes, memoryBytes, patches } of data) {
    sum += BigInt(1000 + fileBytes + memoryBytes);
    for (const { bytes } of patches) sum += BigInt(10 + bytes.length);
  }
  return sum;
}

function measureOp({ instruction, rd, rs1, rs2, imm, more }: Op): bigint {
  if (!instruction) return 0n;
  const { field } = instruction;
  let sum = more === 0 ? 0n : 1n;
  if (field.has("rd")) sum += rankOf(rd);
  if (field.has("rs1")) sum += rankOf(rs1);
  if (field.has("rs2")) sum += rankOf(rs2);
  return field.has("imm") ? sum + BigInt(Math.abs(imm)) : sum;
}

/** x0 and a0 are simplest. */
function rankOf(register: number): bigint {
  return register === 0 ? 0n : register === A0 ? 1n : 2n;
}
