import { describe, expect, test } from "vitest";
import { readElf } from "../../src/assembler/index.ts";
import { generateCase, type DataSegment, type GeneratedCase } from "../../src/generate/index.ts";
import { ReferenceTarget, type Finish } from "../../src/targets/index.ts";
import { runWhole } from "./run.ts";

const SEED = 47;
const PAGE = 4096;
const [FREEZED, EXECUTABLE, DIRTY] = [1, 2, 4];
const reference = new ReferenceTarget();
const cases = Array.from({ length: 1500 }, (_, k) => generateCase(SEED, k, { size: 30, intents: { exit: 1 } }));

function boot({ world }: GeneratedCase): Finish {
  return reference.run(world, { start: "boot", maxCycles: 0n, snapshot: false });
}

const pageOf = (address: number) => Math.floor(address / PAGE);
const endOf = ({ address, memoryBytes }: DataSegment) => address + memoryBytes;

describe("segments of every kind occur", () => {
  type Test = (segment: DataSegment, generated: GeneratedCase, k: number) => boolean;
  const codeStart = ({ program }: GeneratedCase) => program.base & -PAGE;
  const codeEnd = (generated: GeneratedCase) => codeStart(generated) + generated.program.codeRoom;
  const follows: Test = ({ address }, { program: { data } }, k) => k > 0 && endOf(data[k - 1]) === address;
  const kinds: Record<string, Test> = {
    "read-only": ({ writable }) => !writable,
    writable: ({ writable }) => writable,
    "bss only": ({ writable, fileBytes }) => writable && fileBytes === 0,
    "read-only zeros": ({ writable, fileBytes, memoryBytes }) => !writable && fileBytes < memoryBytes,
    "bytes and bss": ({ writable, fileBytes, memoryBytes }) => writable && fileBytes > 0 && fileBytes < memoryBytes,
    "starts inside a page": ({ address }) => address % PAGE !== 0,
    "ends inside a page": (segment) => endOf(segment) % PAGE !== 0,
    "ends one byte before a page": (segment) => endOf(segment) % PAGE === PAGE - 1,
    "is whole pages": (segment) => segment.address % PAGE === 0 && endOf(segment) % PAGE === 0,
    "begins where another ends, at a page": (segment, ...rest) =>
      follows(segment, ...rest) && segment.address % PAGE === 0,
    "begins where another ends, inside a page": (segment, ...rest) =>
      follows(segment, ...rest) && segment.address % PAGE !== 0,
    "below the code": (segment, generated) => endOf(segment) <= codeStart(generated),
    "above the code": ({ address }, generated) => address >= codeEnd(generated),
    "on the first page of the code": (segment, generated) => {
      return pageOf(endOf(segment) - 1) === pageOf(generated.program.base) && endOf(segment) === generated.program.base;
    },
    "header before the code's": (_segment, { program: { dataBeforeCode } }, k) => k < dataBeforeCode,
    "header behind the code's": (_segment, { program: { dataBeforeCode } }, k) => k >= dataBeforeCode,
    "lower in memory than the one before": ({ address }, { program: { data } }, k) =>
      k > 0 && address < data[k - 1].address,
    "at the end of memory": (segment, { world }) => endOf(segment) === world.memorySize,
    "at address 0": ({ address }) => address === 0,
  };

  test.each(Object.keys(kinds))("%s", (kind) => {
    expect(
      cases.some((generated) => generated.program.data.some((segment, k) => kinds[kind](segment, generated, k))),
    ).toBe(true);
  });

  test("none to four of them", () => {
    expect(new Set(cases.map(({ program }) => program.data.length))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  test("version 0 never loads a page twice", () => {
    for (const { program, world } of cases) {
      if (world.version !== 0) continue;
      const pages = new Set<number>();
      for (const segment of program.data) {
        for (let page = pageOf(segment.address); page <= pageOf(endOf(segment) - 1); page++) {
          expect(pages).not.toContain(page);
          pages.add(page);
        }
      }
    }
  });
});

// reference/ckb-vm/elf.md 2 and 3, and memory.md 6, said once more: each segment fills its pages whole.
test("what is loaded is what the program headers say, page by page", () => {
  for (const generated of cases) {
    const { world } = generated;
    const { segments } = readElf(world.program);
    const pages = new Map<number, { flags: number; bytes: Uint8Array }>();
    for (const { address, flags, data, memoryBytes } of segments) {
      const start = Number(address);
      for (let page = pageOf(start); page * PAGE < start + memoryBytes; page++) {
        const bytes = new Uint8Array(PAGE);
        for (let k = 0; k < PAGE; k++) bytes[k] = data[page * PAGE + k - start] ?? 0;
        const added = flags & 1 ? EXECUTABLE | FREEZED : flags & 2 && world.version > 0 ? 0 : FREEZED;
        pages.set(page, { flags: (pages.get(page)?.flags ?? 0) | added, bytes });
      }
    }
    const { state, started } = boot(generated);
    expect(started).toBe(true);
    for (const [page, { flags, bytes }] of pages) {
      expect((state.pageFlags?.[page] ?? 0) & ~DIRTY).toBe(flags);
      if (page * PAGE < world.memorySize - stackBytes(generated) - PAGE) {
        expect(Buffer.compare(state.memory?.pageView(page) ?? new Uint8Array(0), bytes)).toBe(0);
      }
    }
  }
});

/** Bytes that arguments take at most. */
function stackBytes({ world: { args } }: GeneratedCase): number {
  return args.reduce((sum, { length }) => sum + length + 1, 8 * (args.length + 2) + 16);
}

describe("code", () => {
  test("begins near the start of memory, in its middle and just below the stack, on a page and inside one", () => {
    const bases = cases.map(({ program: { base, codeRoom }, world }) => ({ base, codeRoom, ...world }));
    expect(bases.some(({ base }) => base < PAGE)).toBe(true);
    expect(bases.some(({ base, memorySize }) => base > memorySize * 0.3 && base < memorySize * 0.6)).toBe(true);
    const block = (base: number, codeRoom: number) => (base & -PAGE) + codeRoom + 12 * PAGE;
    expect(bases.some(({ base, codeRoom, memorySize }) => block(base, codeRoom) === (memorySize / 4) * 3)).toBe(true);
    for (const offset of [0, 2, 0x7f2, 0xffe]) expect(bases.some(({ base }) => base % PAGE === offset)).toBe(true);
    for (const { base, version } of bases) if (version === 0) expect(base % PAGE).toBe(0);
  });

  test("is entered at its first byte, behind what is never executed, and behind functions", () => {
    const entries = new Set<string>();
    for (const generated of cases) {
      const { program, world } = generated;
      const { entry, segments } = readElf(world.program);
      const code = segments.find(({ flags }) => flags & 1);
      expect(boot(generated).state.pc).toBe(entry);
      const inside = entry !== code?.address;
      const why = program.functions === "before" ? "functions" : program.lead.length > 0 ? "lead" : "nothing";
      expect(inside).toBe(why !== "nothing");
      entries.add(why + (world.version === 0 ? " in version 0" : ""));
      if (inside && Number(entry) >> 12 > Number(code?.address) >> 12) entries.add("on a later page");
    }
    for (const why of ["functions", "lead", "nothing"]) {
      expect(entries).toContain(why);
      expect(entries).toContain(`${why} in version 0`);
    }
    expect(entries).toContain("on a later page");
  });

  test("is not entered at its first byte by mistake without that being seen", () => {
    const stops = new Set<string>();
    for (const { program, world, budget } of cases) {
      if (program.lead.length === 0) continue;
      const wrong = world.program.slice();
      new DataView(wrong.buffer).setBigUint64(24, BigInt(program.base), true); // e_entry
      const { stop } = runWhole({ world: { ...world, program: wrong }, budget });
      stops.add(stop.kind === "exit" ? `exit ${stop.code}` : stop.kind);
    }
    expect(stops).toEqual(new Set(["exit 113", "fault"]));
  });

  test("stands in two segments in some programs, both of which are executed", () => {
    let executed = 0;
    for (let k = 0; k < 300; k++) {
      const generated = generateCase(SEED, k, { families: ["calls", "compute"], size: 100, intents: { exit: 1 } });
      const { functions } = generated.program;
      if (typeof functions !== "number") continue;
      const code = readElf(generated.world.program).segments.filter(({ flags }) => flags & 1);
      expect(code.map(({ address }) => Number(address))).toEqual([generated.program.base, functions]);
      expect((boot(generated).state.pageFlags?.[pageOf(functions)] ?? 0) & ~DIRTY).toBe(EXECUTABLE | FREEZED);
      // Without its code the same program does not come to its end: so something in there is executed.
      const broken = generated.world.program.slice();
      const at = Buffer.from(broken).indexOf(code[1].data);
      broken.fill(0, at, at + code[1].data.length);
      if (runWhole({ ...generated, world: { ...generated.world, program: broken } }).stop.kind === "fault") executed++;
    }
    expect(executed).toBeGreaterThan(5);
  });
});

test("a few of the programs that end by a fault cannot be loaded: nothing is executed", () => {
  const faults = new Map<string, number>();
  for (let k = 0; k < 1000; k++) {
    const { stop, started, state } = runWhole(generateCase(SEED, k, { size: 10, intents: { fault: 1 } }));
    if (started || stop.kind !== "fault") continue;
    expect(state.cycles).toBe(0n);
    faults.set(stop.fault.name, (faults.get(stop.fault.name) ?? 0) + 1);
  }
  expect(new Set(faults.keys())).toEqual(new Set(["MemOutOfBound", "MemOutOfStack", "MemWriteOnFreezedPage"]));
  expect((faults.get("MemOutOfStack") ?? 0) / 1000).toBeGreaterThan(0.08);
  const refused = [...faults.values()].reduce((sum, count) => sum + count, 0);
  expect(refused / 1000).toBeGreaterThan(0.13);
  expect(refused / 1000).toBeLessThan(0.35);
});
