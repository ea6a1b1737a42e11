import { loadNumber } from "../constant.ts";
import { baseOp } from "../op.ts";
import type { Item } from "../program.ts";
import { fitsIntoRoom } from "./code-bytes.ts";
import { exactCycles } from "./exact-cycles.ts";
import { SAME_REGISTERS, type Rewriting } from "./rewriting.ts";

const ROUNDS_MAX = 6;
const BODY_MAX = 12;

/** One loop written out, round by round. */
export const unrolling: Rewriting = {
  name: "loop unrolling",
  sentence: "With a loop written out, a program ends in the same state, earlier by what counting cost.",
  withoutBranches: true,
  blind: false,
  rewrite(random, program, world) {
    const { items } = program;
    const first = items.findIndex(({ kind }) => kind === "function");
    const inFunctions = first < 0 ? [] : items.slice(first);
    const loops = items
      .flatMap(({ kind }, k) => (kind === "loop" ? [k] : []))
      .filter((k) => canUnroll(items, k, inFunctions));
    if (loops.length === 0) return undefined;
    const rewritten = { ...program, items: unrolled(items, random.pick(loops)) };
    if (!fitsIntoRoom(rewritten)) return undefined;
    const [before, after] = [exactCycles(program, world), exactCycles(rewritten, world)];
    if (before === undefined || after === undefined) return undefined;
    return { program: rewritten, registers: SAME_REGISTERS, moreCycles: after - before };
  },
};

/** The foot of a loop, at most `BODY_MAX` items behind its head; -1 if there is none. */
function footOf(items: readonly Item[], head: number): number {
  const end = Math.min(items.length, head + BODY_MAX + 2);
  for (let k = head + 1; k < end; k++) {
    if (items[k].kind === "end" && items[k].target === items[head].id) return k;
  }
  return -1;
}

/** Few rounds of a short body without loops of its own. */
function canUnroll(items: readonly Item[], head: number, inFunctions: readonly Item[]): boolean {
  const foot = footOf(items, head);
  if (foot < 0) return false;
  const [{ instruction, imm }] = items[head].ops;
  const few = items[head].ops.length === 1 && instruction?.name === "addi" && imm >= 1 && imm <= ROUNDS_MAX;
  const body = items.slice(head + 1, foot);
  // A foot that computes what it compares with leaves that behind.
  const clean = items[foot].ops.every((op) => !op.instruction?.field.has("rd") || op.rd === items[head].ops[0].rd);
  if (!few || !clean) return false;
  const [{ rd: counter }] = items[head].ops;
  let calls = false;
  for (const item of body) {
    calls ||= item.kind === "call";
    // The only branches that are left lead to the next item.
    const leadsElsewhere = item.target >= 0 && item.kind !== "call" && item.kind !== "branch";
    if (leadsElsewhere || reads(item, counter)) return false;
  }
  // A function that is called may read the counter as well.
  return !calls || inFunctions.every((item) => !reads(item, counter));
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
  const copies = Array.from({ length: rounds * body.length }, (_, k) => {
    const item = body[k % body.length];
    const copy = id + step * (k + 1);
    return { ...item, id: copy, target: item.kind === "branch" ? copy + step / 2 : item.target };
  });
  // The counter ends at zero, as counting down would leave it.
  const counter = { ...items[head], ...plain, ops: loadNumber(rd, 0) };
  return [...items.slice(0, head), counter, ...copies, ...items.slice(foot + 1)];
}
