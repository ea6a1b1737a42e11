import { pickSpoiling } from "../generate/pick-spoiling.ts";
import { Random } from "../generate/random.ts";
import {
  ELF_HEADER,
  headersOf,
  isWellFormed,
  spoil,
  type HeaderField,
  type SpoiledField,
  type Spoiling,
} from "../generate/spoiling.ts";
import type { World } from "../case/index.ts";
import { loadModel } from "./load-model.ts";
import { pickRemaking, type Remaking } from "./remade-files.ts";

/** A way to load the program of a world otherwise than the world says. */
export interface FileQuestion {
  /** For people. */
  readonly what: string;
  /** What is wrong with the file, if something is. */
  readonly spoiling?: Spoiling;
  /** The file written in another way. */
  readonly remake?: (file: Uint8Array) => Uint8Array;
  /** Other arguments than those of the world. */
  readonly args?: readonly Uint8Array[];
  /** Bytes, where it is another one than the world's. */
  readonly memorySize?: number;
}

/** The file as it is. */
export const AS_IT_IS: FileQuestion = { what: "the program file as it is" };

/** Of one case: files with a wrong field, with several, with a field that holds
 * a number which means something; files written in another way; and argument lists. */
const SPOILED = 4;
const SPOILED_TWICE = 2;
const MEANINGFUL = 2;
const REMADE = 1;
const ARGUMENTS = 1;

/** Numbers that mean something in a field, to ELF if not to CKB-VM, which looks at few of them. */
const MEANINGS: readonly (readonly [HeaderField, readonly bigint[]])[] = [
  ["class", [0n, 1n, 2n, 3n]],
  ["data", [0n, 1n, 2n, 3n]],
  ["identVersion", [0n, 1n, 2n]],
  ["abi", [0n, 3n, 255n]],
  ["type", [0n, 1n, 2n, 3n, 4n]],
  ["machine", [0n, 3n, 62n, 183n, 243n]],
  ["version", [0n, 1n, 2n]],
  ["flags", [0n, 1n, 2n, 4n, 5n, 8n, 16n]],
  ["ehsize", [0n, 52n, 64n]],
  ["phentsize", [0n, 32n, 56n, 64n]],
  ["phnum", [0n, 1n, 2n, 0xffffn]],
  ["phoff", [0n, 52n, 64n, 120n]],
  ["p_type", [0n, 1n, 2n, 3n, 4n, 6n, 7n, 0x6474_e551n, 0x7000_0003n]],
  ["p_flags", [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 0xf000_0004n]],
  ["p_offset", [0n, 1n, 64n]],
  ["p_filesz", [0n, 1n, 4096n]],
  ["p_memsz", [0n, 1n, 4096n, 4097n]],
  ["p_align", [0n, 1n, 3n, 4096n]],
];

/** Memory whose stack is small enough that arguments fill it, in bytes; its stack is a quarter of it. */
const ARGUMENT_MEMORY = 256 * 1024;
/** So many bytes more than the stack has, or fewer, are the strings and what stands below them. */
const AROUND = 40;
const LETTER = 0x61;

/** What a law asks of the loading of one world; the same number gives the same questions. The first is the file as it is. */
export function fileQuestions(world: World, number: number): FileQuestion[] {
  const { program, memorySize } = world;
  const random = new Random(number);
  const questions = [AS_IT_IS];
  if (isWellFormed(program)) {
    const draw = (): Spoiling => pickSpoiling(random, program, memorySize);
    for (let k = 0; k < SPOILED; k++) questions.push(spoiled(draw()));
    for (let k = 0; k < SPOILED_TWICE; k++) questions.push(spoiled(joined(draw(), draw())));
    for (let k = 0; k < REMADE; k++) questions.push(remade(pickRemaking(random)));
    for (let k = 0; k < MEANINGFUL; k++) questions.push(spoiled({ fields: [meaningful(random, program)] }));
  }
  // Where the file itself does not fit, nothing would be asked of its arguments.
  const fits = loadModel({ ...world, memorySize: ARGUMENT_MEMORY, args: [] }, 0n).fault === undefined;
  for (let k = 0; fits && k < ARGUMENTS; k++) questions.push(argumentsAround(random));
  return questions;
}

/** The world that a question is about. */
export function asked(world: World, question: FileQuestion): World {
  const { spoiling, remake, args = world.args, memorySize = world.memorySize } = question;
  const whole = remake && isWellFormed(world.program) ? remake(world.program) : world.program;
  const program = spoiling ? spoil(whole, spoiling) : whole;
  // What a mark would say of a file that is wrong is not asked here.
  return { ...world, program, args, memorySize, markProgram: false };
}

function remade({ what, remake }: Remaking): FileQuestion {
  return { what: `the program file with ${what}`, remake };
}

function spoiled(spoiling: Spoiling): FileQuestion {
  const { fields, length } = spoiling;
  const wrong = fields.map(({ header, field, value }) => {
    const where = header === ELF_HEADER ? "" : ` of program header ${header}`;
    return `${field}${where} 0x${value.toString(16)}`;
  });
  const cut = length === undefined ? [] : [`${length} bytes of it`];
  return { what: `the program file with ${[...wrong, ...cut].join(" and ")}`, spoiling };
}

function joined(one: Spoiling, other: Spoiling): Spoiling {
  const length = one.length ?? other.length;
  return { fields: [...one.fields, ...other.fields], ...(length !== undefined && { length }) };
}

function meaningful(random: Random, program: Uint8Array): SpoiledField {
  const [field, values] = random.pick(MEANINGS);
  const headers = headersOf(program);
  const header = field.startsWith("p_") && headers > 0 ? random.below(headers) : ELF_HEADER;
  return {
    header,
    field: header === ELF_HEADER && field.startsWith("p_") ? "type" : field,
    value: random.pick(values),
  };
}

/** Arguments that just fit into the stack, or just do not; or none, empty ones, or one that is larger than memory. */
function argumentsAround(random: Random): FileQuestion {
  const kind = random.below(8);
  const stack = ARGUMENT_MEMORY / 4;
  if (kind === 0) return argumentQuestion([]);
  if (kind === 1) return argumentQuestion(Array.from({ length: random.between(1, 40) }, () => 0));
  if (kind === 2) return argumentQuestion([ARGUMENT_MEMORY + random.between(-AROUND, 2)]);
  const count = random.between(1, 6);
  const first = Array.from({ length: count - 1 }, () => random.below(64));
  const used = first.reduce((sum, length) => sum + length + 1, 0);
  // Below the strings: their number, their addresses and a null, from version 1 on.
  const slots = 8 * (count + 2);
  return argumentQuestion([...first, stack - used - slots - 1 + random.between(-AROUND, AROUND)]);
}

function argumentQuestion(lengths: readonly number[]): FileQuestion {
  return {
    what: `arguments of ${lengths.join(", ")} bytes`,
    args: lengths.map((length) => new Uint8Array(length).fill(LETTER)),
    memorySize: ARGUMENT_MEMORY,
  };
}
