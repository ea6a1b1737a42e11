import { PROGRAM_ID, SYSTEM_CALLS } from "../../case/index.ts";
import { ISA_MOP } from "../../isa/index.ts";
import { rebuildCase, type GeneratedCase } from "../case.ts";
import { baseOp, type Op } from "../op.ts";
import { codeEnd, codeStart, type GeneratedProgram, type Item } from "../program.ts";
import { touchesMemory } from "../rows.ts";

/** Instructions that give the program an address of its code. */
const READS_PC = new Set(["auipc", "jal", "jalr"]);
const [A3, A4, A7] = [13, 14, 17];

/**
 * The case without all that lets its program see where its code stands, what it is, or how many cycles it took: what is left
 * means the same however it is written. Without macro-op fusion, whose cycles depend on neighbours; without cuts; with
 * all its cycles.
 * @param branches false to take its branches out too, so that it executes the same instructions whatever it computes
 */
export function plainCase(original: GeneratedCase, branches: boolean): GeneratedCase {
  const { program, world } = original;
  const items = program.items.filter((item) => isPlain(item, program) && (branches || item.kind !== "branch"));
  const isa = world.isa & ~ISA_MOP;
  const plain = { ...program, items, functions: "behind" } as const;
  return rebuildCase({ ...original, intent: "exit" }, plain, { ...world, isa, markProgram: false }, []);
}

function isPlain({ kind, ops, loads, endsAt, target }: Item, program: GeneratedProgram): boolean {
  if (kind === "fault" || kind === "call" || kind === "function" || loads !== undefined || endsAt !== undefined)
    return false;
  if (kind === "branch" && ops.length > 1) return false;
  // A jump that is no branch of its own knows distances.
  if (
    kind !== "branch" &&
    kind !== "end" &&
    ops.some(({ instruction }) => instruction?.endsBlock && !isCall(instruction.name))
  )
    return false;
  if (target < 0 && kind === "end") return false;
  if (ops.some((op) => op.instruction === undefined || readsPc(op))) return false;
  if (kind === "system") return isPlainCall(ops);
  return !touchesCode(ops, program);
}

function isCall(name: string): boolean {
  return name === "ecall" || name === "ebreak" || name === "c.ebreak";
}

function readsPc(op: Op): boolean {
  const { instruction, rd } = baseOp(op);
  if (!instruction || !READS_PC.has(instruction.name)) return false;
  return instruction.name !== "jal" || rd !== 0;
}

/** True if the call asks neither for cycles nor for bytes of the program. */
function isPlainCall(ops: readonly Op[]): boolean {
  const asked = constantOf(ops, A7);
  if (asked === BigInt(SYSTEM_CALLS.currentCycles)) return false;
  if (asked !== BigInt(SYSTEM_CALLS.loadCellData)) return true;
  return constantOf(ops, A3) !== PROGRAM_ID || constantOf(ops, A4) !== PROGRAM_ID;
}

/** True if an access at an address of its own may touch a page of the code, as far as that is known. */
function touchesCode(ops: readonly Op[], { base, codeRoom }: GeneratedProgram): boolean {
  // Alone, an access goes through a pointer, which never points to code.
  if (ops.length < 2) return false;
  return ops.some((access, k) => {
    const { instruction, rs1, imm } = baseOp(access);
    if (!instruction || !touchesMemory(instruction)) return false;
    const address = constantOf(ops.slice(0, k), rs1);
    if (address === undefined) return true;
    const at = address + BigInt(instruction.field.has("imm") ? imm : 0);
    return at + 8n > BigInt(codeStart(base)) && at < BigInt(codeEnd(base, codeRoom));
  });
}

/** What `register` holds behind these instructions, if they alone say it: they load constants. */
export function constantOf(ops: readonly Op[], register: number): bigint | undefined {
  let value: bigint | undefined;
  for (const each of ops) {
    const { instruction, rd, rs1, imm } = baseOp(each);
    if (rd !== register || !instruction?.field.has("rd")) continue;
    const from = rs1 === 0 ? 0n : rs1 === register ? value : undefined;
    if (instruction.name === "lui") value = BigInt(imm);
    else if (from === undefined) value = undefined;
    else if (instruction.name === "addi") value = BigInt.asIntN(64, from + BigInt(imm));
    else if (instruction.name === "addiw") value = BigInt.asIntN(32, from + BigInt(imm));
    else if (instruction.name === "slli") value = BigInt.asIntN(64, from << BigInt(imm));
    else value = undefined;
  }
  return value;
}
