import { generateCase, type CaseOptions, type GeneratedCase } from "../../../src/generate/index.ts";
import { layOut } from "../../../src/generate/layout.ts";
import { baseOp, opLength, type Op } from "../../../src/generate/op.ts";
import type { Item } from "../../../src/generate/program.ts";
import { ISA_A, ISA_B } from "../../../src/isa/index.ts";
import type { Machine } from "../../../src/machine/index.ts";
import { runSingly } from "../run.ts";

/** An instruction of an item that is executed next. */
export interface Step {
  readonly item: Item;
  readonly op: Op;
  /** Its position in the item. */
  readonly n: number;
  readonly pc: number;
  /** The machine right before it is executed. */
  readonly machine: Machine;
  /** The address that it accesses if it is a load, a store or an atomic. */
  readonly address: number;
}

/** Cases of one family that end by exit, in worlds without fusion, so that each instruction is a step of its own. */
export function casesOf(family: string, count: number, options: CaseOptions = {}): GeneratedCase[] {
  return Array.from({ length: count }, (_, k) =>
    generateCase(77, k, { families: [family], isa: ISA_A | ISA_B, intents: { exit: 1 }, ...options }),
  );
}

/** Runs a case and tells of every instruction of its items before it is executed. */
export function eachStep(generated: GeneratedCase, tell: (step: Step) => void): void {
  const { base, pieces, offsets, ops } = layOut(generated.program);
  const places = new Map<number, { item: Item; op: Op; n: number }>();
  for (const [k, { item }] of pieces.entries()) {
    let pc = base + offsets[k];
    for (const [n, op] of ops[k].entries()) {
      if (item) places.set(pc, { item, op, n });
      pc += opLength(op);
    }
  }
  runSingly(generated, ({ machine }) => {
    const pc = Number(machine.pc);
    const place = machine.running ? places.get(pc) : undefined;
    if (!place) return;
    // Some compressed instructions take their address from sp without naming it.
    const { instruction, rs1, imm } = baseOp(place.op);
    const offset = instruction?.field.has("imm") ? BigInt(imm) : 0n;
    const address = Number(BigInt.asUintN(64, machine.registers[rs1] + offset));
    tell({ ...place, pc, machine, address });
  });
}

/** The notes of the items of a family of which something is executed. */
export function executedNotes(cases: readonly GeneratedCase[]): Set<string> {
  const notes = new Set<string>();
  for (const generated of cases) {
    eachStep(generated, ({ item }) => {
      if (item.note !== undefined) notes.add(item.note);
    });
  }
  return notes;
}
