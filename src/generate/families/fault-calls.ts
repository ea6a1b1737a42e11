import { PROGRAM_ID, SYSTEM_CALLS } from "../../case/index.ts";
import { loadConstant, loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import { poolLetters } from "../pool.ts";
import { codeStart } from "../program.ts";
import type { FaultCause } from "./fault-cause.ts";
import { pickPointer } from "./memory.ts";
import { loadCellData } from "./source-call.ts";
import { printOps } from "./system.ts";

const ECALL = op(row("ecall"), 0, 0, 0, 0);
const [A0, A1, A2, A3, A4, A7] = [10, 11, 12, 13, 14, 17];
const { debug, loadCellData: LOAD } = SYSTEM_CALLS;
/** Bytes that are no UTF-8, each for another reason. */
const NO_TEXT = {
  "no first byte": [0xff],
  "continuation alone": [0x61, 0x80],
  "end in a character": [0xc3],
  "a surrogate": [0xed, 0xa0, 0x80],
  "an overlong form": [0xc0, 0xaf],
  "more than Unicode has": [0xf4, 0x90, 0x80, 0x80],
} as const;

/** Words of eight letters before that. */
const WORDS_BEFORE = [0, 0, 1, 2, 31, 32, 33];

/** Causes for system calls that nobody answers. */
export const UNKNOWN_CALL_FAULTS: readonly FaultCause[] = [
  unknown("number that no call has", [0n, 1n, 92n, 94n, 2040n, 2043n, -1n]),
  unknown("number of 64 bits whose low half is a call's", [(1n << 32n) + 93n, (1n << 63n) + 2042n, -(1n << 32n) + 93n]),
  unknown("number of a call that is not offered", Object.values(SYSTEM_CALLS).map(BigInt)),
];

/** Causes for debug calls of what is no text. */
export const TEXT_FAULTS: readonly FaultCause[] = Object.entries(NO_TEXT).map(([what, bytes]): FaultCause => ({
  name: `debug call: ${what}`,
  fault: "External",
  make: (grower) =>
    offers(grower, debug, () => {
      const { random, map } = grower;
      // What is printed in vain is charged all the same, however much it is.
      const words = new Array<Uint8Array>(random.pick(WORDS_BEFORE)).fill(poolLetters(random, 8));
      return printOps(Uint8Array.from(bytes), pickPointer(random, map), words);
    }),
}));

/** Causes for system calls that touch what they must not. */
export const CALL_FAULTS: readonly FaultCause[] = [
  {
    name: "debug call outside of memory",
    fault: "MemOutOfBound",
    make: (grower) => offers(grower, debug, () => [...loadConstant(A0, outside(grower)), ...call(debug)]),
  },
  {
    name: "load call with its size outside of memory",
    fault: "MemOutOfBound",
    make: (grower) =>
      offers(grower, LOAD, () => [
        ...loadConstant(A1, outside(grower)),
        ...[A2, A3, A4].flatMap((register) => loadNumber(register, Number(PROGRAM_ID))),
        ...call(LOAD),
      ]),
  },
  {
    // Which of the two it is, tells the address of the fault: the size is loaded first.
    name: "load call with its size and its address outside of memory",
    fault: "MemOutOfBound",
    make: (grower) =>
      offers(grower, LOAD, () => [
        ...loadConstant(A0, outside(grower)),
        ...loadConstant(A1, outside(grower)),
        ...[A2, A3, A4].flatMap((register) => loadNumber(register, Number(PROGRAM_ID))),
        ...call(LOAD),
      ]),
  },
  {
    name: "load call over the end of memory",
    fault: "MemOutOfBound",
    make: (grower) => offers(grower, LOAD, () => loadTo(grower, grower.map.memorySize - grower.random.between(1, 63))),
  },
  {
    name: "load call into code",
    fault: "MemWriteOnExecutablePage",
    make: (grower) => protectedCode(grower, () => loadTo(grower, codeOf(grower))),
  },
  {
    name: "load call with its size in code",
    fault: "MemWriteOnExecutablePage",
    make: (grower) =>
      protectedCode(grower, () => [
        ...loadNumber(A0, pickPointer(grower.random, grower.map)),
        ...loadNumber(A1, codeOf(grower)),
        ...[A2, A3, A4].flatMap((register) => loadNumber(register, Number(PROGRAM_ID))),
        ...call(LOAD),
      ]),
  },
];

function call(number: number): Op[] {
  return [...loadNumber(A7, number), ECALL];
}

/** 64 bytes of the program file, to where they may not be. */
function loadTo(grower: Grower, address: number): Op[] {
  const sizeAddress = pickPointer(grower.random, grower.map);
  return loadCellData({ sizeAddress, size: 64, address, offset: 0n, index: PROGRAM_ID, source: PROGRAM_ID });
}

function codeOf({ random, map: { base } }: Grower): number {
  return random.pick([codeStart(base), base, base + random.below(64)]);
}

function outside({ random, map }: Grower): bigint {
  return random.pick([BigInt(map.memorySize), 1n << 63n, -8n, 1n << 32n, (1n << 31n) + BigInt(random.next() >>> 1)]);
}

function unknown(name: string, numbers: readonly bigint[]): FaultCause {
  return {
    name,
    fault: "InvalidEcall",
    make: ({ random, world }) => {
      const free = numbers.filter((number) => !world.systemCalls.includes(Number(BigInt.asUintN(64, number))));
      return free.length === 0 ? undefined : [...loadConstant(A7, random.pick(free)), ECALL];
    },
  };
}

function offers({ world }: Grower, number: number, make: () => Op[]): Op[] | undefined {
  return world.systemCalls.includes(number) ? make() : undefined;
}

function protectedCode(grower: Grower, make: () => Op[]): Op[] | undefined {
  return grower.world.writeXorExecute ? offers(grower, LOAD, make) : undefined;
}
