import { rebuildCase, type GeneratedCase } from "../case.ts";
import { op, rawOp, row, type Op } from "../op.ts";
import type { Item } from "../program.ts";
import type { Random } from "../random.ts";
import { mostCycles } from "./most-cycles.ts";
import { SAME_REGISTERS, type Rewriting, type Rewritten } from "./rewriting.ts";
import { spread } from "./spread.ts";

const ADDI = row("addi");
const NOPS = [
  op(ADDI, 0, 0, 0, 0),
  op(row("c.nop"), 0, 0, 0, 0),
  op(row("add"), 0, 5, 6, 0),
  op(row("lui"), 0, 0, 0, 4096),
];
const OVER = [op(row("jal"), 0, 0, 0, 0), op(row("c.j"), 0, 0, 0, 0)];
const PERCENT = 30;

/** Instructions that do nothing, anywhere. */
export const nops: Rewriting = {
  name: "NOP insertion",
  sentence: "With instructions that do nothing put in, a program ends in the same state, later by their cycles.",
  withoutBranches: true,
  rewrite: (random, original) => insert(random, original, (id) => [code(id, [random.pick(NOPS)])]),
};

/** Code that a jump leads over, and which is no code at all at times. */
export const deadCode: Rewriting = {
  name: "dead code",
  sentence: "With code put in that is never executed, a program ends in the same state, later by the jumps over it.",
  withoutBranches: true,
  rewrite: (random, original) =>
    insert(random, original, (id) => [
      { ...code(id, [random.pick(OVER)]), kind: "branch", target: id + 2 },
      { ...code(id + 1, junk(random)), note: NEVER },
    ]),
};

const NEVER = "never executed";

function junk(random: Random): Op[] {
  return Array.from({ length: random.between(1, 3) }, () => {
    if (random.chance(25)) return rawOp(random.pick(NO_CODE));
    return op(random.pick(JUNK), random.between(1, 31), random.below(32), random.below(32), 0);
  });
}

/** Bits that are no instruction. */
const NO_CODE = [0, 0xffff_ffff, 0x8002, 0x0000_100b];

const JUNK = ["add", "sub", "mul", "sd", "ld", "lui"].map(row);

function code(id: number, ops: readonly Op[]): Item {
  return {
    id,
    kind: "code",
    ops,
    target: -1,
    extraCycles: 0,
    family: "rewritten",
    note: undefined,
    endsAt: undefined,
    loads: undefined,
  };
}

function insert(random: Random, original: GeneratedCase, make: (id: number) => readonly Item[]): Rewritten | undefined {
  const { program, world, cuts } = original;
  const items: Item[] = [];
  let inserted = 0;
  for (const item of spread(program.items) ?? []) {
    if (random.chance(PERCENT)) {
      items.push(...make(item.id - random.between(3, 8)));
      inserted++;
    }
    items.push(item);
  }
  if (inserted === 0) return undefined;
  const rewritten = rebuildCase(original, { ...program, items }, world, cuts);
  // What is never executed costs nothing.
  const executed = { ...rewritten.program, items: items.filter(({ note }) => note !== NEVER) };
  const moreCycles = mostCycles({ ...rewritten, program: executed }) - mostCycles(original);
  return { rewritten, registers: SAME_REGISTERS, moreCycles };
}
