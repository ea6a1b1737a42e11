import { SYSTEM_CALLS } from "../../case/index.ts";
import { decode, INSTRUCTIONS } from "../../isa/index.ts";
import { loadConstant, loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, rawOp, row, type Op } from "../op.ts";
import { codeStart } from "../program.ts";
import { accessWidth, stores } from "../rows.ts";
import { pickPointer } from "./memory.ts";
import { printOps } from "./system.ts";

const ECALL = op(row("ecall"), 0, 0, 0, 0);
const AUIPC = row("auipc");
const JALR = row("jalr");
const LUI = row("lui");
const A7 = 17;
const RA = 1;

/** Adds an item that ends the run by a fault, on purpose; what follows it is never executed. */
export function growFault(grower: Grower): void {
  grower.enter("faults");
  grower.closeAll();
  const kinds = [
    illegal,
    illegal,
    disabled,
    storeToCode,
    jumpToData,
    jumpFar,
    outside,
    outside,
    unknownCall,
    printNonsense,
  ];
  grower.add("fault", grower.random.pick(kinds)(grower));
}

/** Bits that are no instruction here: reserved words, and any others. */
function illegal({ random, world: { isa, version } }: Grower): Op[] {
  const words = [0, 0xffffffff, 0x00000073 | (1 << 7), 0x8002, 0x6001, 0x0000100b, 0x30200073, 0x02007033];
  for (let tries = 0; tries < 64; tries++) {
    const any = random.next();
    const word = tries === 0 ? random.pick(words) : random.chance(50) ? (any | 3) >>> 0 : (any & 0xffff) >>> 0;
    if (!decode((word & 3) === 3 ? word : word & 0xffff, isa, version)) return [rawOp(word)];
  }
  return [rawOp(0)];
}

/** An instruction that is no instruction in this world: of an extension that is off, or a HINT under version 0. */
function disabled(grower: Grower): Op[] {
  const { world } = grower;
  for (let tries = 0; tries < 64; tries++) {
    const instruction = grower.random.pick(INSTRUCTIONS);
    const candidate = grower.randomOp(instruction);
    if ((instruction.hint && world.version === 0) || !grower.rows.enabled.includes(instruction)) return [candidate];
  }
  return illegal(grower);
}

/** A store, SC or AMO that touches the code, from before it, inside it or over its end. */
function storeToCode(grower: Grower): Op[] {
  const { random, map } = grower;
  const { loadsAndStores, memoryOperations, storeConditionals } = grower.rows;
  const instruction = random.pick([...loadsAndStores, ...memoryOperations, ...storeConditionals].filter(stores));
  const low = codeStart(map.base) === 0 ? 0 : 1 - accessWidth(instruction);
  return reach(grower, instruction, codeStart(map.base) + random.pick([0, low, 4, 8, random.between(low, 64)]));
}

/** A jump to where no code is: data, nothing, or no memory at all. */
function jumpToData(grower: Grower): Op[] {
  const { random, map, version } = grower;
  const register = grower.destination();
  const far = [BigInt(map.memorySize), -2n, 1n << 63n, 1n << 32n, BigInt(map.memorySize - 2)];
  const target = random.chance(50) ? BigInt(pickPointer(random, map)) : random.pick(far);
  // In version 0 a link that is the base itself would be the target.
  return [
    ...loadConstant(register, target),
    op(JALR, version > 0 ? random.pick([0, register, 1]) : 0, register, 0, random.pick([0, 0, 1])),
  ];
}

/** A far jump at and over the borders of what 32 bits can say: never to where memory is, fused or not. */
function jumpFar(grower: Grower): Op[] {
  const { random, version } = grower;
  // Version 0 writes the link before it reads the base: there, they must not be the same register.
  const link = version === 0 ? 0 : random.chance(80) ? RA : grower.destination();
  const base = random.chance(50) ? RA : grower.destination();
  const high = op(random.pick([LUI, AUIPC]), base, 0, 0, random.pick([-(2 ** 31), 2 ** 31 - 4096]));
  return [high, op(JALR, link, base, 0, random.pick([-2048, -1, 0, 1, 2047]))];
}

/** A load or store over the end of memory or far outside. */
function outside(grower: Grower): Op[] {
  const { random, map, rows } = grower;
  const instruction = random.pick([
    ...rows.loadsAndStores,
    ...rows.memoryOperations,
    ...rows.storeConditionals,
    ...rows.reservations,
  ]);
  const width = accessWidth(instruction);
  if (random.chance(60)) return reach(grower, instruction, map.memorySize + random.between(1 - width, 16));
  const base = grower.destination(instruction.field.get("rs1")?.compressedRegister);
  const address = random.pick([-1n, -8n, 1n << 63n, 1n << 32n, (1n << 32n) - 4n, 1n << 31n]);
  const access = { ...grower.randomOp(instruction), rs1: base, imm: 0 };
  return [...loadConstant(base, address), access];
}

function reach(grower: Grower, instruction: Parameters<Grower["randomOp"]>[0], address: number): Op[] {
  const base = grower.destination(instruction.field.get("rs1")?.compressedRegister);
  const access = { ...grower.randomOp(instruction), rs1: base };
  return [...loadNumber(base, instruction.field.has("imm") ? address - access.imm : address), access];
}

/** A system call that the world does not offer. */
function unknownCall({ random, world }: Grower): Op[] {
  const numbers = [0n, 1n, 92n, 94n, 2040n, 2043n, -1n, (1n << 32n) + 93n].filter(
    (number) => !world.systemCalls.includes(Number(number)),
  );
  return [...loadConstant(A7, random.pick(numbers)), ECALL];
}

/** The debug call on bytes that are not UTF-8. */
function printNonsense(grower: Grower): Op[] {
  if (!grower.world.systemCalls.includes(SYSTEM_CALLS.debug)) return unknownCall(grower);
  const bytes = grower.random.pick([[0xff], [0x61, 0x80], [0xc3], [0xed, 0xa0, 0x80]]);
  return printOps(Uint8Array.from(bytes), pickPointer(grower.random, grower.map));
}
