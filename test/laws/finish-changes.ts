// Finishes that differ in exactly one thing.
import type { Fault } from "../../src/machine/index.ts";
import { REGISTER_NAMES } from "../../src/isa/index.ts";
import type { Finish, MemoryImage, State, Stop } from "../../src/targets/target.ts";

/** Bytes. */
export const PAGE = 4096;
/** Pages of a small memory, and of one of 4 MiB. */
export const SMALL = 16;
export const LARGE = 1024;

/** A change of one thing, and the names under which it may be reported. */
export type Change<T> = readonly [what: string, change: (original: T) => T];

/** A memory whose bytes are all of one value but for those given by their addresses; pages without any are untouched. */
export function memoryOf(pageCount: number, fill: number, bytes: ReadonlyMap<number, number>): MemoryImage {
  const pages = new Map<number, Uint8Array>();
  for (const [address, byte] of bytes) {
    const page = Math.floor(address / PAGE);
    if (!pages.has(page)) pages.set(page, new Uint8Array(PAGE).fill(fill));
    pages.get(page)![address % PAGE] = byte;
  }
  const plain = new Uint8Array(PAGE).fill(fill);
  return {
    pageCount,
    isUntouched: (page) => fill === 0 && !pages.has(page),
    pageView: (page) => pages.get(page) ?? plain,
  };
}

/** A finish with something in every part of its state. */
export function finishOf(pageCount: number, stop: Stop = { kind: "exit", code: 0 }): Finish {
  const state: State = {
    registers: BigUint64Array.from({ length: 32 }, (_, r) => BigInt(r) * 0x0123_4567_89ab_cdefn),
    pc: 0x1_0004n,
    cycles: 77n,
    maxCycles: 2n ** 64n - 1n,
    reservation: 0x2000n,
    pageFlags: Uint8Array.from({ length: pageCount }, (_, page) => page % 8),
    memory: memoryOf(pageCount, 0, new Map([[5, 1]])),
    output: Uint8Array.of(1, 2, 3),
  };
  return { stop, started: true, state };
}

/** A change of parts of the state. */
export function withState(part: (state: State) => Partial<State>): (finish: Finish) => Finish {
  return (finish) => ({ ...finish, state: { ...finish.state, ...part(finish.state as State) } });
}

const hex = (value: bigint): string => `0x${value.toString(16)}`;
/** Bits that are flipped in 64-bit values. */
export const BITS = [0n, 1n, 7n, 31n, 32n, 62n, 63n];

function registerChanges(): Change<Finish>[] {
  return REGISTER_NAMES.flatMap((name, r) =>
    BITS.map((bit): Change<Finish> => [
      name,
      withState(({ registers }) => ({ registers: registers.map((v, k) => (k === r ? v ^ (1n << bit) : v)) })),
    ]),
  );
}

const NUMBERS = [
  ["pc", "pc"],
  ["cycles", "cycles"],
  ["maxCycles", "max cycles"],
  ["reservation", "reservation"],
] as const;

function numberChanges(): Change<Finish>[] {
  return NUMBERS.flatMap(([part, what]) =>
    BITS.map((bit): Change<Finish> => [what, withState((state) => ({ [part]: state[part] ^ (1n << bit) }))]),
  );
}

/** Single bits of the flags of pages. */
export function flagChanges(pages: readonly number[]): Change<Finish>[] {
  return pages.flatMap((page) =>
    [1, 2, 4, 8, 128].map((bit): Change<Finish> => [
      `flags of page ${page}`,
      withState(({ pageFlags }) => ({ pageFlags: pageFlags.map((flags, p) => (p === page ? flags ^ bit : flags)) })),
    ]),
  );
}

/** One bit of one byte: of a page that holds something already, and of pages that nobody wrote. */
export function memoryChanges(pageCount: number, pages: readonly number[]): Change<Finish>[] {
  return pages.flatMap((page) =>
    [0, 1, 2047, 4088, 4095].map((offset, k): Change<Finish> => {
      const address = page * PAGE + offset;
      const changed = new Map([
        [5, 1],
        [address, 1 << (k + (page % 4))],
      ]);
      return [`memory at ${hex(BigInt(address))}`, withState(() => ({ memory: memoryOf(pageCount, 0, changed) }))];
    }),
  );
}

const FAULTS: readonly (readonly [Fault, Fault])[] = [
  [
    { name: "MemOutOfBound", address: 1n, kind: "Memory" },
    { name: "MemOutOfBound", address: 2n, kind: "Memory" },
  ],
  [
    { name: "MemOutOfBound", address: 1n, kind: "Memory" },
    { name: "MemOutOfBound", address: 1n, kind: "ExternalData" },
  ],
  [
    { name: "InvalidInstruction", pc: 4n, instruction: 0 },
    { name: "InvalidInstruction", pc: 6n, instruction: 0 },
  ],
  [
    { name: "InvalidInstruction", pc: 4n, instruction: 0 },
    { name: "InvalidInstruction", pc: 4n, instruction: 2 ** 31 },
  ],
  [
    { name: "InvalidEcall", code: 93n },
    { name: "InvalidEcall", code: 2n ** 63n + 93n },
  ],
  [
    { name: "MemWriteOnExecutablePage", page: 16n },
    { name: "MemWriteOnExecutablePage", page: 17n },
  ],
  [
    { name: "MemWriteOnExecutablePage", page: 16n },
    { name: "MemWriteOnFreezedPage", page: 16n },
  ],
  [
    { name: "External", text: "a" },
    { name: "External", text: "b" },
  ],
  [{ name: "CyclesExceeded" }, { name: "CyclesOverflow" }],
];

/** Stops that differ in one thing. */
export const STOPS: readonly (readonly [Stop, Stop])[] = [
  [
    { kind: "exit", code: 0 },
    { kind: "exit", code: 1 },
  ],
  [
    { kind: "exit", code: 1 },
    { kind: "exit", code: -1 },
  ],
  [{ kind: "exit", code: 0 }, { kind: "budget" }],
  [{ kind: "budget" }, { kind: "pause" }],
  [{ kind: "pause" }, { kind: "fault", fault: { name: "Yield" } }],
  ...FAULTS.map(([a, b]): [Stop, Stop] => [
    { kind: "fault", fault: a },
    { kind: "fault", fault: b },
  ]),
];

function outputChanges(): Change<Finish>[] {
  return [
    ["output", withState(() => ({ output: Uint8Array.of(1, 2) }))],
    ["output", withState(() => ({ output: Uint8Array.of(1, 2, 3, 0) }))],
    ["output", withState(() => ({ output: Uint8Array.of(1, 2, 2) }))],
    ["output", withState(() => ({ output: Uint8Array.of(0x81, 2, 3) }))],
    ["output", withState(() => ({ output: Uint8Array.of() }))],
  ];
}

/** Every page of the small memory. */
export const ALL_PAGES = Array.from({ length: SMALL }, (_, page) => page);
/** Changes of one thing in a finish with a small memory. */
export const FINISH_CHANGES: readonly Change<Finish>[] = [
  ...registerChanges(),
  ...numberChanges(),
  ...flagChanges(ALL_PAGES),
  ...memoryChanges(SMALL, ALL_PAGES),
  ...outputChanges(),
];
