import { DISCARD, INSTRUCTIONS, ISA_MOP, isEnabled, type Instruction, type IsaSet } from "../isa/index.ts";
import { FUSION_PATTERNS } from "../isa/fuse.ts";
import { moreFields } from "./op.ts";

const SP = 2;

/** By `Instruction.index`, as it is asked for so often: whether memory is touched, and whether by stores; bytes of that. */
const TOUCHES = INSTRUCTIONS.map(({ operands, endsBlock }) => operands.includes("(") && !endsBlock);
const STORES = INSTRUCTIONS.map(
  ({ base }) =>
    TOUCHES[base.index] && (!base.field.has("rd") || (base.extension === "A" && !base.name.startsWith("lr."))),
);
const WIDTHS = INSTRUCTIONS.map(({ base }) => {
  const name = base.extension === "A" ? base.name.slice(-1) : base.name.charAt(1);
  return { b: 1, h: 2, w: 4, d: 8 }[name] ?? 0;
});

/** True if `instruction` reads or writes memory: its syntax has an address. */
export function touchesMemory(instruction: Instruction): boolean {
  return TOUCHES[instruction.index];
}

/** True if it can store. */
export function stores(instruction: Instruction): boolean {
  return STORES[instruction.index];
}

/** Bytes that a memory instruction touches, by the width letter of its name: `lbu`, `c.sdsp`, `amoadd.w`. */
export function accessWidth(instruction: Instruction): number {
  return WIDTHS[instruction.index];
}

/** True if it always writes sp: c.addi16sp. */
export function movesStackPointer({ binding }: Instruction): boolean {
  return binding.rd === SP;
}

/** True if it only computes: no memory, no jump, no call out, and a register of its own choice is written. */
export function onlyComputes(instruction: Instruction): boolean {
  return !instruction.endsBlock && !touchesMemory(instruction) && !movesStackPointer(instruction);
}

/** The rows that are switched on under an ISA set and a VM version, sorted for the generator. */
export interface Rows {
  /** All of them. */
  readonly enabled: readonly Instruction[];
  /** Rows that only compute, in groups that are made more or less frequent together. */
  readonly groups: readonly (readonly Instruction[])[];
  /**
   * Rows of 32 bits, and of 16, that only compute, write a register, cost one cycle and begin no fused sequence: for
   * places where what is executed takes as long as something else there.
   */
  readonly plain: readonly Instruction[];
  readonly plainShort: readonly Instruction[];
  /** Rows that only compute, and take more than one cycle. */
  readonly slow: readonly Instruction[];
  /** Those of 32 bits, and of 16. */
  readonly long: readonly Instruction[];
  readonly short: readonly Instruction[];
  /** Those of which some field must not have every value. */
  readonly constrained: readonly Instruction[];
  /** Quotients and remainders. */
  readonly divisions: readonly Instruction[];
  /** Shifts, rotations and single bits: what one operand says how far, or which one. */
  readonly shifts: readonly Instruction[];
  /** Those that see only the low 32 bits of an operand, or fewer. */
  readonly words: readonly Instruction[];
  /** All rows that compute a register from registers that they name. */
  readonly computing: readonly Instruction[];
  readonly loadsAndStores: readonly Instruction[];
  readonly onlyLoads: readonly Instruction[];
  readonly onlyStores: readonly Instruction[];
  /** Those of them that take their address from sp. */
  readonly stackAccesses: readonly Instruction[];
  readonly reservations: readonly Instruction[];
  readonly storeConditionals: readonly Instruction[];
  readonly memoryOperations: readonly Instruction[];
  /** Conditional branches, 32 bits and 16. */
  readonly branches: readonly Instruction[];
  readonly jumps: readonly Instruction[];
}

/** By ISA set without fusion, and whether the version is 0. */
const known: (Rows | undefined)[] = [];

/** The rows of the table that a world has. */
export function rowsOf(isa: IsaSet, version: number): Rows {
  const key = 2 * (isa & ~ISA_MOP) + (version === 0 ? 1 : 0);
  return (known[key] ??= sortRows(isa, version));
}

function sortRows(isa: IsaSet, version: number): Rows {
  const enabled = INSTRUCTIONS.filter(({ extension, hint }) => isEnabled(extension, isa) && !(hint && version === 0));
  const memory = enabled.filter(touchesMemory);
  const plain = memory.filter(({ extension }) => extension !== "A");
  const ofA = memory.filter(({ extension }) => extension === "A");
  const computing = enabled.filter((instruction) => onlyComputes(instruction) && isPlain(instruction));
  const results = enabled.filter((instruction) => onlyComputes(instruction) && hasResult(instruction));
  return {
    enabled,
    long: enabled.filter(({ length }) => length === 4),
    short: enabled.filter(({ length }) => length === 2),
    constrained: enabled.filter((instruction) => instruction.constrained.length > 0),
    plain: computing.filter(({ length }) => length === 4),
    plainShort: computing.filter(({ length }) => length === 2),
    slow: enabled.filter((instruction) => onlyComputes(instruction) && instruction.cost > 1),
    divisions: enabled.filter(({ extension, name }) => extension === "M" && /^(div|rem)/.test(name)),
    shifts: results.filter(({ base }) => /^(s[lr][la]|ro[lr]|b(clr|ext|inv|set))/.test(base.name)),
    words: results.filter(({ base }) => /(w|ext\.[bh])$/.test(base.name)),
    computing: results,
    groups: [...Map.groupBy(enabled.filter(onlyComputes), groupOf).values()],
    loadsAndStores: plain.filter(({ field }) => field.has("rs1")),
    onlyLoads: plain.filter(({ field }) => field.has("rs1") && field.has("rd")),
    onlyStores: plain.filter(({ field }) => field.has("rs1") && !field.has("rd")),
    stackAccesses: plain.filter(({ field }) => !field.has("rs1")),
    reservations: ofA.filter(({ name }) => name.startsWith("lr.")),
    storeConditionals: ofA.filter(({ name }) => name.startsWith("sc.")),
    memoryOperations: ofA.filter(({ name }) => name.startsWith("amo")),
    branches: enabled.filter(({ base, operands }) => operands.includes("target") && !base.field.has("rd")),
    jumps: enabled.filter(({ base, operands }) => operands.includes("target") && base.field.has("rd")),
  };
}

/** True if it costs one cycle, writes a register and begins no sequence that fuses in some version. */
function isPlain({ base, field, cost }: Instruction): boolean {
  return cost === 1 && field.has("rd") && FUSION_PATTERNS.every(({ parts }) => parts[0].base !== base);
}

/** True if it writes a register that it names, from that register or from another that it names. */
function hasResult({ hint, field, binding }: Instruction): boolean {
  return !hint && field.has("rd") && (field.has("rs1") || binding.rs1 === binding.rd);
}

/** Extension, with slow instructions, HINTs and those with fields nothing else has apart. */
function groupOf(instruction: Instruction): string {
  if (instruction.hint) return "hint";
  if (moreFields(instruction).length > 0 || instruction.binding.rd === DISCARD) return "no result";
  return `${instruction.extension} ${instruction.cost > 1} ${instruction.length}`;
}
