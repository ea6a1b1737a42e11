import { rebuildCase } from "../case.ts";
import { loadNumber } from "../constant.ts";
import { baseOp } from "../op.ts";
import type { Item } from "../program.ts";
import { mostCycles } from "./most-cycles.ts";
import { SAME_REGISTERS, type Rewriting } from "./rewriting.ts";

const ROUNDS_MAX = 6;
const BODY_MAX = 12;

/** One loop written out, round by round. */
export const unrolling: Rewriting = {
  name: "loop unrolling",
  sentence: "With a loop written out, a program ends in the same state, earlier by what counting cost.",
  withoutBranches: true,
  rewrite(random, original) {
    const { program, world, cuts } = original;
    const { items } = program;
    const loops = items.flatMap(({ kind }, k) => (kind === "loop" ? [k] : [])).filter((k) => canUnroll(items, k));
    if (loops.length === 0) return undefined;
    const rewritten = rebuildCase(original, { ...program, items: unrolled(items, random.pick(loops)) }, world, cuts);
    return { rewritten, registers: SAME_REGISTERS, moreCycles: mostCycles(rewritten) - mostCycles(original) };
  },
};

function footOf(items: readonly Item[], head: number): number {
  return items.findIndex(({ kind, target }, k) => k > head && kind === "end" && target === items[head].id);
}

/** Few rounds of a short body without loops of its own. */
function canUnroll(items: readonly Item[], head: number): boolean {
  const foot = footOf(items, head);
  const body = items.slice(head + 1, foot);
  const [{ instruction, imm }] = items[head].ops;
  const few = items[head].ops.length === 1 && instruction?.name === "addi" && imm >= 1 && imm <= ROUNDS_MAX;
  return (
    foot > head &&
    few &&
    body.length <= BODY_MAX &&
    // A foot that computes what it compares with leaves that behind.
    items[foot].ops.every(({ instruction, rd }) => !instruction?.field.has("rd") || rd === items[head].ops[0].rd) &&
    body.every((item) => item.target < 0 && !reads(item, items[head].ops[0].rd))
  );
}

function reads({ ops }: Item, register: number): boolean {
  return ops.some((each) => {
    const { instruction, rs1, rs2 } = baseOp(each);
    if (!instruction) return true;
    return (instruction.field.has("rs1") && rs1 === register) || (instruction.field.has("rs2") && rs2 === register);
  });
}

function unrolled(items: readonly Item[], head: number): Item[] {
  const foot = footOf(items, head);
  const { ops, id } = items[head];
  const [{ rd, imm: rounds }] = ops;
  const body = items.slice(head + 1, foot);
  const step = (items[foot].id - id) / (rounds * body.length + 2);
  const plain = { kind: "code", target: -1 } as const;
  const copies = Array.from({ length: rounds * body.length }, (_, k) => ({
    ...body[k % body.length],
    id: id + step * (k + 1),
  }));
  // The counter ends at zero, as counting down would leave it.
  const counter = { ...items[head], ...plain, ops: loadNumber(rd, 0) };
  return [...items.slice(0, head), counter, ...copies, ...items.slice(foot + 1)];
}
