import { writeElf } from "../../assembler/index.ts";
import { DEFAULT_WORLD, type Case } from "../../case/index.ts";
import { Random } from "../../generate/index.ts";
import {
  encode,
  encodingProblem,
  fieldRange,
  INSTRUCTIONS,
  instructionsNamed,
  REGISTER_COUNT,
  type Field,
  type FieldName,
  type Instruction,
} from "../../isa/index.ts";
import { comparing } from "./comparing.ts";

const ENTRY = 0x10000n;
const TABLE_OFFSET = 1024;
const LENGTH = 64;
const BUDGET = 2000n;
const READABLE_EXECUTABLE = 5;
const EXIT_CALL = 93;
const [A7, LAST] = [17, REGISTER_COUNT - 1];

/**
 * (d) Programs of instructions that are all valid, each of the table as likely as any other, with uniformly random fields and
 * registers: nothing seeks corner values, addresses that can be accessed, relations between instructions, or cuts.
 */
export const unguided = comparing(
  "unguided",
  `${LENGTH} uniformly random instructions on random registers, compared with the reference, solo and cut once`,
  (seed, k) => unguidedCase(new Random(seed, k)),
);

/** All registers from a table of random values, then random instructions, then exit. */
export function unguidedCase(random: Random): Case {
  const code: number[] = [];
  const add = (instruction: Instruction, values: Partial<Record<FieldName, number>>): void => {
    const word = encode(instruction, values);
    for (let byte = 0; byte < instruction.length; byte++) code.push((word >>> (8 * byte)) & 0xff);
  };
  add(named("auipc"), { rd: LAST });
  for (let rd = 1; rd <= LAST; rd++) add(named("ld"), { rd, rs1: LAST, imm: TABLE_OFFSET + 8 * rd });
  for (let k = 0; k < LENGTH; k++) {
    const instruction = random.pick(INSTRUCTIONS);
    add(instruction, randomFields(random, instruction));
  }
  add(named("addi"), { rd: A7, imm: EXIT_CALL });
  add(named("ecall"), {});
  const data = new Uint8Array(TABLE_OFFSET + 8 * REGISTER_COUNT);
  data.set(code);
  for (let at = TABLE_OFFSET; at < data.length; at++) data[at] = random.below(0x100);
  const segment = { address: ENTRY, flags: READABLE_EXECUTABLE, data, memoryBytes: data.length };
  const program = writeElf({ entry: ENTRY, segments: [segment] });
  return {
    world: { ...DEFAULT_WORLD, program },
    cuts: [BigInt(random.below(2 * REGISTER_COUNT + LENGTH))],
    budget: BUDGET,
  };
}

function named(name: string): Instruction {
  return instructionsNamed(name)[0];
}

/** Fields of which some must not be 0, or not 2, are drawn again: few are. */
const DRAWS = 100;

function randomFields(random: Random, instruction: Instruction): Partial<Record<FieldName, number>> {
  for (let draw = 0; draw < DRAWS; draw++) {
    const values: Partial<Record<FieldName, number>> = {};
    for (const field of instruction.fields) values[field.name] = randomField(random, field);
    if (encodingProblem(instruction, values) === undefined) return values;
  }
  throw new Error(`no random fields can be encoded in ${instruction.key}`);
}

function randomField(random: Random, field: Field): number {
  const { min, max } = fieldRange(field);
  const step = field.compressedRegister ? 1 : 2 ** field.lowestBit;
  return min + step * random.below((max - min) / step + 1);
}
