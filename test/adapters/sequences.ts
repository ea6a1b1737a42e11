import { encode, encodingProblem, instructionsNamed, type FieldValues } from "../../src/isa/index.ts";

/** An instruction of a sequence: its name, registers and immediate as far as it has them. */
interface Part {
  readonly name: string;
  readonly rd: number;
  readonly rs1: number;
  readonly rs2: number;
  readonly imm: number;
}

type Random = (below: number) => number;

/**
 * The sequences that fuse (reference/ckb-vm/mop.md 2 to 5): name, rd, rs1, rs2; equal letters are equal registers, `ra`
 * is x1, `_` any register. Immediates are drawn.
 */
const SEQUENCES: readonly (readonly string[])[] = [
  ["add a a b", "sltu b a b", "add a a c", "sltu c a c", "or b b c"],
  ["add a b a", "sltu c a b", "add d c e"],
  ["add a b c", "sltu b a b", "add d b e"],
  ["add a b c", "sltu d a b", "add d d e"],
  ["add a b c", "sltu d a b"],
  ["add a a b", "sltu c a b"],
  ["sub a d a", "sltu c d _", "sub d a b", "sltu b a d", "or a b c"],
  ["sub a b c", "sltu d b c"],
  ["lui a", "jalr ra a"],
  ["lui ra", "jalr ra ra"],
  ["lui a", "addiw a a"],
  ["auipc a", "jalr ra a"],
  ["auipc ra", "jalr ra ra"],
  ["auipc a", "addi a a"],
  ["mulh a b c", "mul d b c"],
  ["mulhu a b c", "mul d b c"],
  ["mulhsu a b c", "mul d b c"],
  ["div a b c", "rem d b c"],
  ["divu a b c", "remu d b c"],
];

const C_NOP = Buffer.from("0100", "hex");

/** Bytes of the longest sequence. */
export const SEQUENCE_BYTES = 20;

/** Code that begins with one of the sequences, or with one that is nearly it; 16-bit forms where they fit, sometimes. */
export function randomSequence(random: Random): Buffer {
  const lines = SEQUENCES[random(SEQUENCES.length)];
  const registers = drawRegisters(random);
  const parts = lines.map((line) => bind(line, registers, random));
  for (let misses = [0, 0, 1, 1, 2][random(5)]; misses > 0; misses--) miss(parts, random);
  while (parts.length < lines.length + 2) parts.push({ name: "addi", rd: random(3), rs1: random(3), rs2: 0, imm: 0 });
  const compress = random(2) === 0;
  const code = Buffer.concat(parts.map((part) => encoded(part, compress && random(4) > 0)));
  return Buffer.concat([code, Buffer.alloc(SEQUENCE_BYTES, C_NOP)]).subarray(0, SEQUENCE_BYTES);
}

/** Five registers, mostly different ones, from all or from those that 16-bit forms have; x0 and ra among them. */
function drawRegisters(random: Random): number[] {
  const [first, count] = random(2) === 0 ? [8, 8] : [0, 32];
  const start = random(count);
  const registers = [0, 1, 2, 3, 4].map((k) => first + ((start + k * 3) % count));
  if (random(3) === 0) registers[random(5)] = random(2);
  if (random(3) === 0) registers[random(5)] = registers[random(5)];
  return registers;
}

function bind(line: string, registers: readonly number[], random: Random): Part {
  const [name, rd, rs1, rs2] = line.split(" ");
  const register = (letter: string | undefined): number => {
    if (letter === undefined) return 0;
    if (letter === "ra") return 1;
    return letter === "_" ? random(32) : registers[letter.charCodeAt(0) - 97];
  };
  return { name, rd: register(rd), rs1: register(rs1), rs2: register(rs2), imm: drawImmediate(name, random) };
}

const UPPER = [0, 1, 0x12, 0x1f, 0x7ffff, 0x80000, 0xffff0, 0xfffff];
const LOWER = [0, 1, -1, 31, -32, 2047, -2048];

function drawImmediate(name: string, random: Random): number {
  if (name === "lui" || name === "auipc")
    return (random(2) === 0 ? random(2 ** 20) : UPPER[random(UPPER.length)]) << 12;
  return random(2) === 0 ? random(4096) - 2048 : LOWER[random(LOWER.length)];
}

/** Instructions that look like those of the sequences, and one that does not exist. */
const OTHERS =
  "add sub sltu slt or xor and addw subw mul mulw mulh rem remu div divu divw addi addiw jalr lui auipc none".split(
    " ",
  );

/** Does one thing wrong. */
function miss(parts: Part[], random: Random): void {
  const k = random(parts.length);
  const part = parts[k];
  const kinds: (() => void)[] = [
    () => (parts[k] = { ...part, name: OTHERS[random(OTHERS.length)], imm: random(2) }),
    () => (parts[k] = { ...part, rs1: part.rs2, rs2: part.rs1 }),
    () => (parts[k] = { ...part, rd: random(32) }),
    () => (parts[k] = { ...part, rs1: random(32) }),
    () => (parts[k] = { ...part, rs2: random(32) }),
    () => (parts[k] = { ...part, rd: [part.rs1, part.rs2, 0, 1][random(4)] }),
    () => parts.splice(k, 0, { name: "addi", rd: 0, rs1: 0, rs2: 0, imm: 0 }),
    () => parts.splice(k, 1),
    () => parts.splice(k, 0, parts[random(parts.length)]),
  ];
  kinds[random(kinds.length)]();
  if (parts.length === 0) parts.push(part);
}

/** No instruction, in CKB-VM. */
const NONE = Buffer.from("ffffffff", "hex");

function encoded(part: Part, compress: boolean): Buffer {
  if (part.name === "none") return NONE;
  const { rd, rs1, rs2, imm } = part;
  const short = compress ? shortForm(part) : undefined;
  if (short) return short;
  const upper = part.name === "lui" || part.name === "auipc";
  const values = instructionsNamed(part.name)[0].field.has("imm")
    ? { rd, ...(!upper && { rs1 }), imm: upper ? imm & ~0xfff : imm % 2048 }
    : { rd, rs1, rs2 };
  return word(part.name, values) ?? NONE;
}

/** The 16-bit form, if there is one with these operands. */
function shortForm({ name, rd, rs1, rs2, imm }: Part): Buffer | undefined {
  if (name === "add" && rs1 === 0) return word("c.mv", { rd, rs2 });
  if (["add", "sub", "or", "xor", "and"].includes(name)) return rd === rs1 ? word(`c.${name}`, { rd, rs2 }) : undefined;
  if (name === "lui") return word("c.lui", { rd, imm });
  if (name === "addi" && rd === 0 && rs1 === 0 && imm === 0) return word("c.nop", {});
  if (name === "addi" || name === "addiw") return rd === rs1 ? word(`c.${name}`, { rd, imm }) : undefined;
  if (name === "jalr" && imm === 0)
    return rd === 1 ? word("c.jalr", { rs1 }) : rd === 0 ? word("c.jr", { rs1 }) : undefined;
  return undefined;
}

function word(name: string, values: FieldValues): Buffer | undefined {
  for (const instruction of instructionsNamed(name)) {
    if (encodingProblem(instruction, values)) continue;
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(encode(instruction, values));
    return bytes.subarray(0, instruction.length);
  }
  return undefined;
}
