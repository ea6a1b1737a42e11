import { op, rawOp, row, type Op } from "../op.ts";
import type { GeneratedProgram, Item } from "../program.ts";
import type { Random } from "../random.ts";
import type { Surroundings } from "../surroundings.ts";
import { exactCycles } from "./exact-cycles.ts";
import { fitsIntoRoom } from "./code-bytes.ts";
import { madeItem } from "./made-item.ts";
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
  blind: false,
  rewrite: (random, program, world) => insert(random, program, world, (id) => [madeItem(id, [random.pick(NOPS)])]),
};

/** Code that a jump leads over, and which is no code at all at times. */
export const deadCode: Rewriting = {
  name: "dead code",
  sentence: "With code put in that is never executed, a program ends in the same state, later by the jumps over it.",
  withoutBranches: true,
  blind: false,
  rewrite: (random, program, world) =>
    insert(random, program, world, (id) => [
      { ...madeItem(id, [random.pick(OVER)]), kind: "branch", target: id + 2 },
      neverExecuted(id + 1, junk(random)),
    ]),
};

const NEVER = "never executed";

function neverExecuted(id: number, ops: readonly Op[]): Item {
  return { ...madeItem(id, ops), note: NEVER, passedOver: ops.length };
}

function junk(random: Random): Op[] {
  return Array.from({ length: random.between(1, 3) }, () => {
    if (random.chance(25)) return rawOp(random.pick(NO_CODE));
    return op(random.pick(JUNK), random.between(1, 31), random.below(32), random.below(32), 0);
  });
}

/** Bits that are no instruction. */
const NO_CODE = [0, 0xffff_ffff, 0x8002, 0x0000_100b];

const JUNK = ["add", "sub", "mul", "sd", "ld", "lui"].map(row);

function insert(
  random: Random,
  program: GeneratedProgram,
  world: Surroundings,
  make: (id: number) => readonly Item[],
): Rewritten | undefined {
  const items: Item[] = [];
  let inserted = 0;
  let before: Item | undefined;
  for (const item of spread(program.items) ?? []) {
    // Between a jump and where it leads, nothing would be executed.
    if (before?.kind !== "branch" && before?.note !== NEVER && random.chance(PERCENT)) {
      items.push(...make(item.id - random.between(3, 8)));
      inserted++;
    }
    items.push(item);
    before = item;
  }
  const rewritten = { ...program, items };
  if (inserted === 0 || !fitsIntoRoom(rewritten)) return undefined;
  const [cyclesBefore, cyclesAfter] = [exactCycles(program, world), exactCycles(rewritten, world)];
  if (cyclesBefore === undefined || cyclesAfter === undefined) return undefined;
  return { program: rewritten, registers: SAME_REGISTERS, moreCycles: cyclesAfter - cyclesBefore };
}
