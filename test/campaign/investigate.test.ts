import { expect, test } from "vitest";
import { investigate, type Finding, type Investigation } from "../../src/campaign/index.ts";
import { readCase, sourceLines, type World } from "../../src/case/index.ts";
import { instructionsNamed } from "../../src/isa/index.ts";
import { LAWS, UNBOUNDED } from "../../src/laws/index.ts";
import { ReferenceTarget, TargetError, type Finish, type Leg, type Target } from "../../src/targets/index.ts";

const reference = new ReferenceTarget();

/** What is found out about a program that breaks a law on the reference and this target. */
async function looked(text: string, name: string, target: Target, bounds = UNBOUNDED): Promise<Investigation> {
  const law = LAWS.find((each) => each.name === name)!;
  const { checked } = readCase("case.S", text);
  const verdict = await law.check(checked, [reference, target]);
  if (verdict.kind !== "broken") throw new Error(`${name} is ${verdict.kind}`);
  const finding: Finding = { law: name, sentence: law.sentence, name: "case", checked, divergence: verdict.divergence };
  return investigate(finding, [reference, target], { bounds, symbols: sourceLines(checked).symbols });
}

/** Its SD stores 8 zero bytes. */
class StoresZero extends ReferenceTarget {
  override readonly name = "stores-zero";
  constructor() {
    const [{ base }] = instructionsNamed("sd");
    super({
      meanings: new Map([
        [
          base,
          (hart, operands) => {
            const at = hart.address(operands);
            hart.store32(at, 0);
            hart.store32(at + 4, 0);
          },
        ],
      ]),
    });
  }
}

const STORE = `/* rvrelay case 1
 */
_start: li a1, 0x123
        lui a2, 0x40
        .option rvc
        c.nop
        .option norvc
here:   sd a1, 8(a2)
        li a7, 93
        ecall
`;

test("a store: what it reads, what is in memory before and behind it, the bytes that differ, the page", async () => {
  const { frame, values, memory, pages, timeline, sides, flags } = await looked(
    STORE,
    "differential",
    new StoresZero(),
  );
  expect(sides).toEqual({ expected: "solo on reference", actual: "solo on stores-zero" });
  // 0x00b63423 is what GNU as makes of `sd a1, 8(a2)`; li and lui take 4 bytes each, c.nop takes 2.
  const here = frame.find((line) => line.here);
  expect(here).toEqual({ pc: 0x1000an, bytes: "23 34 b6 00", text: "sd a1, 8(a2)", here: true, symbol: "here" });
  expect(frame.map(({ pc }) => pc)).toEqual([0x10000n, 0x10004n, 0x10008n, 0x1000an, 0x1000en, 0x10012n]);
  expect(values).toEqual([
    { name: "x11/a1", role: "source", before: "0x123", expected: "0x123", actual: "0x123", differs: false },
    { name: "x12/a2", role: "source", before: "0x40000", expected: "0x40000", actual: "0x40000", differs: false },
    { name: "memory at 0x40008", role: "destination", before: "0x0", expected: "0x123", actual: "0x0", differs: true },
  ]);
  expect(memory).toEqual({
    bytes: 2,
    pages: 1,
    runs: [{ address: 0x40008n, expected: "23 01", actual: "00 00" }],
  });
  expect(flags).toEqual([]);
  expect(pages.find(({ page }) => page === 64)).toEqual({
    page: 64,
    before: "-",
    expected: "D",
    actual: "D",
    differs: true,
  });
  expect(timeline).toMatchObject({ cuts: [], expectedStop: "exit 0", actualStop: "exit 0" });
});

const LOST = `/* rvrelay case 1
 * cuts: 2
 */
_start: li s1, 5
        li s2, 6
        mv a0, s1
        li a7, 93
        ecall
`;

/** A leg that resumes takes a changed snapshot. */
function changing(change: (snapshot: Exclude<Leg["start"], "boot">) => Exclude<Leg["start"], "boot">): Target {
  return Object.assign(Object.create(reference) as Target, {
    name: "changing",
    run: (world: World, leg: Leg): Finish =>
      reference.run(world, leg.start === "boot" ? leg : { ...leg, start: change(leg.start) }),
  });
}

test.each([
  [
    "a register",
    { what: "register x9/s1", field: "registers[9]", expected: "0x5", actual: "0x0" },
    changing((snapshot) => ({ ...snapshot, registers: snapshot.registers.with(9, 0n) })),
  ],
  [
    "the reservation",
    { what: "load reservation", field: "load_reservation_address" },
    changing((snapshot) => ({ ...snapshot, loadReservationAddress: 0x40n })),
  ],
  [
    "pc",
    { what: "pc", field: "pc", expected: "0x10008", actual: "0x1000c" },
    changing((snapshot) => ({ ...snapshot, pc: snapshot.pc + 4n })),
  ],
])("%s that is lost in a resume is named with its field of the snapshot", async (_what, part, target) => {
  const { lost, where, frame } = await looked(LOST, "relay", target);
  expect(where).toMatch(/^none: the state is wrong right after the resume at cut 2/);
  expect(lost).toContainEqual(expect.objectContaining(part));
  expect(frame.some(({ here }) => here)).toBe(false);
});

test("where a bound ends it, what was reached is told; where a target fails, what the law has seen", async () => {
  const over = { isOver: () => true };
  const ended = await looked(STORE, "differential", new StoresZero(), over);
  expect(ended.reached).toMatch(/^between cycle 0 and \d+$/);
  expect(ended.frame.some(({ here }) => here)).toBe(false);

  let asked = 0;
  const dying = Object.assign(Object.create(new StoresZero()) as Target, {
    name: "dying",
    run(world: World, leg: Leg): Finish {
      if (++asked > 2) throw new TargetError("it died");
      return new StoresZero().run(world, leg);
    },
  });
  const died = await looked(STORE, "differential", dying);
  expect(died).toMatchObject({ where: "", legs: 0 });
  expect(died.memory.bytes).toBe(2);
});
