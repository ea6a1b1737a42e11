import { DEFAULT_WORLD, readCost, readIsa, readMemorySize, type DataPiece, type World } from "../case/index.ts";
import { UsageError } from "./exit.ts";
import { readBytes } from "./files.ts";
import { parseUnsigned64 } from "./options.ts";

/** The options that describe a world. */
export interface WorldOptions {
  readonly vmVersion: string;
  readonly isa: string;
  readonly cost: string;
  readonly memory: string;
  readonly data?: readonly string[];
  readonly writableCode?: boolean;
  readonly anyMachine?: boolean;
}

const EM_RISCV = 243;
const E_MACHINE = 18;

/** The world of a program file and its options. @throws UsageError */
export function worldOf(elf: string, args: readonly string[], options: WorldOptions): World {
  const version = options.vmVersion;
  if (version !== "0" && version !== "1" && version !== "2") throw new UsageError(`there is no VM version ${version}`);
  const program = readBytes(elf);
  if (!options.anyMachine) checkMachine(elf, program);
  return {
    ...DEFAULT_WORLD,
    version: Number(version) as World["version"],
    isa: known("--isa", options.isa, "imc and any of a, b, mop, with commas", readIsa),
    memorySize: known("--memory", options.memory, "a multiple of 4096 of at most 2^31", readMemorySize),
    cost: known("--cost", options.cost, "real or constant", readCost),
    program,
    args: args.map((argument) => new TextEncoder().encode(argument)),
    sources: (options.data ?? []).map(readPiece),
    writeXorExecute: options.writableCode !== true,
  };
}

function known<T>(flag: string, text: string, choices: string, read: (text: string) => T | undefined): T {
  const value = read(text);
  if (value === undefined) throw new UsageError(`${flag} cannot be "${text}"; write ${choices}`);
  return value;
}

/** CKB-VM itself looks at no machine number, but a person who gives another machine's program wants to be told. */
function checkMachine(elf: string, program: Uint8Array): void {
  if (program.length < E_MACHINE + 2 || program[0] !== 0x7f) return; // not an ELF file: the loader says so
  const little = program[5] !== 2;
  const machine = new DataView(program.buffer, program.byteOffset).getUint16(E_MACHINE, little);
  if (machine !== EM_RISCV) {
    throw new UsageError(
      `${elf}: made for ELF machine ${machine}, not RISC-V (243); --any-machine runs it all the same`,
    );
  }
}

function readPiece(text: string): DataPiece {
  const equals = text.indexOf("=");
  if (equals < 0) throw new UsageError(`--data cannot be "${text}"; write ID=FILE`);
  let id: bigint;
  try {
    id = parseUnsigned64(text.slice(0, equals));
  } catch {
    throw new UsageError(`--data cannot have the id "${text.slice(0, equals)}"; write a number`);
  }
  if (id === 0n) throw new UsageError("--data cannot have the id 0, which is the program itself");
  return { id, bytes: readBytes(text.slice(equals + 1)) };
}
