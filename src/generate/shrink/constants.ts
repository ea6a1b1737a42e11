import { loadNumber } from "../constant.ts";
import { baseOp, op, row, type Op } from "../op.ts";
import type { GeneratedProgram, Item } from "../program.ts";
import { isUsed } from "./addresses.ts";
import { asCode } from "./items.ts";
import { isOpaque } from "./opaque.ts";
import { changes, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

const C_NOP = row("c.nop");
const INT32_MIN = -(2 ** 31);

/** Loads a small number instead of computing or loading a value, and long constants in fewer instructions. */
export const simplerConstants: Pass = function* (original, from) {
  const { program } = original;
  const { items } = program;
  yield* changes(items.length, from, function* (k) {
    const item = items[k];
    if (isNarrow(item) && !(item.ops.length === 1 && item.ops[0].instruction === C_NOP)) {
      yield* withItems(original, items.with(k, asCode(item, [op(C_NOP, 0, 0, 0, 0)])));
    }
    for (const rd of resultsOf(item, program)) {
      for (const value of [0, 1, -1, INT32_MIN]) {
        const ops = loadNumber(rd, value);
        if (isSimpler(ops[0], item.ops)) yield* withItems(original, items.with(k, asCode(item, ops)));
      }
    }
    // The first instructions of a long constant load its high part.
    if (item.kind === "code" && item.ops.length > 2 && !isOpaque(item)) {
      yield* withItems(original, items.with(k, { ...item, ops: item.ops.slice(0, 2) }));
    }
  });
};

/** True if an item has an instruction of 16 bits, and could as well be missing. */
function isNarrow({ kind, ops }: Item): boolean {
  if (kind === "function" || kind === "fault") return false;
  return ops.some(({ instruction }) => instruction && instruction.base !== instruction);
}

const A0 = 10;

/** The registers that an item writes and anybody may write, the last one first; a0 if there are none. */
function resultsOf({ kind, ops }: Item, program: GeneratedProgram): Iterable<number> {
  const results = new Set<number>();
  if (kind !== "code" && kind !== "access" && kind !== "branch") return results;
  for (let k = ops.length - 1; k >= 0; k--) {
    const { instruction, rd } = baseOp(ops[k]);
    if (!instruction?.field.has("rd") || rd === 0) continue;
    if ((program.reserved & (1 << rd)) === 0 || isIdle(program, rd)) results.add(rd);
  }
  return results.size > 0 ? results : [A0];
}

/** True if a register has lost its role: no access goes by it any more, and no loop or function. */
function isIdle(program: GeneratedProgram, register: number): boolean {
  const isFrame = ({ kind }: Item) => kind === "loop" || kind === "end" || kind === "call" || kind === "function";
  return !program.items.some(isFrame) && !isUsed(program, register);
}

function isSimpler(constant: Op, ops: readonly Op[]): boolean {
  if (ops.length > 1) return true;
  const [{ instruction, rs1, imm }] = ops;
  const isConstant = instruction?.name === "lui" || (instruction?.name === "addi" && rs1 === 0);
  return !isConstant || Math.abs(constant.imm) < Math.abs(imm);
}
