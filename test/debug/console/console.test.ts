import { describe, expect, test } from "vitest";
import { CommandError, execute, ProgramMap, StopList, TimeLine, type Session } from "../../../src/debug/index.ts";
import { compareFinishes } from "../../../src/laws/index.ts";
import { caseOf, END, LOOP, PLACE } from "../programs.ts";

function sessionOf(text = LOOP, relay = false): Session {
  const checked = caseOf(text);
  const symbol = (name: string, address: bigint) =>
    ({ name, address, size: 0n, binding: "local", type: "none" }) as const;
  return {
    line: new TimeLine(checked, relay),
    solo: relay ? new TimeLine(checked) : undefined,
    compare: (expected, actual) => compareFinishes(expected, actual, ["maxCycles"]),
    map: new ProgramMap({
      symbols: [symbol("_start", PLACE.start), symbol("loop", PLACE.loop), symbol("buffer", PLACE.buffer)],
      lines: [{ address: PLACE.loop, file: "test.S", line: 10 }],
    }),
    stops: new StopList(),
    interrupted: () => false,
  };
}

/** What the last of these commands printed. */
async function told(session: Session, ...commands: string[]): Promise<string> {
  let lines: readonly string[] = [];
  for (const command of commands) ({ lines } = await execute(session, command));
  return lines.join("\n");
}

describe("moving", () => {
  test("a step says what it changed, and what comes next with the values of its registers", async () => {
    const session = sessionOf();
    expect(await told(session, "to 4", "step")).toBe(
      "    s2  0x0 -> 0x3\ncycle 5\n  0x10014 <loop+0x4>  sd s2, 0(s0)  # s2=0x3 s0=0x11000",
    );
    expect(await told(session, "step")).toContain("    [0x11000]  0x0 -> 0x3\ncycle 7\n");
    expect(await told(session, "back 2")).toContain("cycle 4\n  0x10010 <loop>  add s2, s2, s1");
    expect(await told(session, "step 3")).toContain("    s1  0x3 -> 0x2\n    s2  0x0 -> 0x3\n");
  });

  test("who wrote this: the instruction, and the value before and after", async () => {
    const session = sessionOf();
    expect(await told(session, "end", "who buffer 8")).toBe(
      "    written next: 0x5 -> 0x6\ncycle 19\n  0x10014 <loop+0x4>  sd s2, 0(s0)  # s2=0x6 s0=0x11000",
    );
    expect(await told(session, "who buffer 8")).toContain("0x3 -> 0x5\ncycle 12\n");
    expect(await told(session, "who buffer 8", "who buffer 8")).toContain("nothing in the run wrote there before");
    expect(session.line.moment).toEqual(session.line.begin);
  });

  test("to a pc, there and back; to stops and watches; to begin and end", async () => {
    const session = sessionOf();
    expect(await told(session, "pc loop", "pc loop")).toContain("breakpoint\ncycle 11\n");
    expect(await told(session, "pc-back loop")).toContain("breakpoint\ncycle 4\n");
    expect(await told(session, "break loop+4", "watch buffer", "c")).toContain("breakpoint\ncycle 5\n");
    expect(await told(session, "c")).toContain("watch: write of 8 bytes at 0x11000 <buffer>\ncycle 7\n");
    expect(await told(session, "rc")).toContain("watch: write of 8 bytes at 0x11000 <buffer>\ncycle 5\n");
    expect(await told(session, "stops")).toBe(
      "  1: break at 0x10014 <loop+0x4>\n  2: write of 8 bytes at 0x11000 <buffer>",
    );
    expect(await told(session, "delete 1", "c")).toContain("watch: write");
    expect(await told(session, "delete", "c")).toContain(`cycle ${END}  stopped: exit 6`);
    expect(await told(session, "c")).toContain("the run has stopped already");
    expect(await told(session, "begin", "back")).toContain("this is the beginning of the run");
  });

  test("over a cut", async () => {
    const session = sessionOf(LOOP, true);
    expect(await told(session, "cut")).toContain("cut: leg 1 ended at cycle 12;");
    expect(session.line.moment).toEqual({ leg: 1, cycles: 12n, ended: false });
    expect(await told(session, "differs")).toBe("  nothing differs at cycle 12  leg 2 of 2");
    expect(await told(session, "back", "where")).toContain("cycle 12  leg 1 of 2\n");
    expect(await told(session, "step")).toContain("cut: leg 1 ended at cycle 12;");
    expect(await told(session, "end", "differs")).toContain("nothing differs");
  });
});

describe("showing", () => {
  test("registers", async () => {
    const session = sessionOf();
    const text = await told(session, "to 4", "registers");
    expect(text).toContain("pc   0x10010 <loop>   cycles 4 of 100000   reservation none");
    expect(text).toContain("s1   0x0000000000000003");
    expect(await told(session, "r s1 $x8")).toBe("  s1   0x0000000000000003\n  s0   0x0000000000011000");
  });

  test("memory, flags, code around pc", async () => {
    const session = sessionOf();
    expect(await told(session, "end", "x buffer 4")).toContain("0x00011000: 06 00 00 00 ");
    expect(await told(session, "x 0x3ffffe")).toContain("here memory ends");
    expect(await told(session, "flags buffer")).toBe("  0x00011000 to 0x00011fff  page 17:  D--");
    // The program is tracked from the start where its pages are whole; this one is not.
    expect(await told(session, "flags pc")).toContain("page 16:  DXF");
    const around = (await told(session, "to 4", "break pc", "list")).split("\n");
    expect(around).toContain("=>* 0x10010 <loop>  add s2, s2, s1  # test.S:10");
    expect(around).toContain("    0x1000c <_start+0xc>  addi s2, zero, 0");
    expect(await told(session, "list loop 1")).toBe("=>* 0x10010 <loop>  add s2, s2, s1  # test.S:10");
  });

  test("a fused sequence is shown as one step", async () => {
    const fused = sessionOf(`/* rvrelay case 1
 * isa: imc,a,b,mop
 */
        .option norvc
_start: lui a0, 0x12345
        addiw a0, a0, 0x678
        ecall
`);
    const text = await told(fused, "where");
    expect(text).toContain("lui a0, 0x12345");
    expect(text).toContain("addiw a0, a0, 1656");
    expect(text).toContain("(one step: fused as ");
  });

  test("what differs between solo and relay", async () => {
    // The stack is laid out over a page that snapshots take from the program file.
    const session = sessionOf(
      `/* rvrelay case 1
 * memory: 1048576
 * arg: "one"
 * section: .filled 0xff000
 * cuts: 1
 */
_start: nop
        ld a0, 0(sp)
        ecall
        .section .filled, "aw"
        .fill 1024, 4, 0x55555555
`,
      true,
    );
    expect(await told(session, "cut", "differs")).toMatch(/^ {2}memory at 0xff[0-9a-f]{3}: solo 0x1, relay 0x55$/);
    expect(await told(session, "step", "differs")).toContain("a0: solo 0x1, relay 0x5555555555555555\n");
  });
});

describe("what cannot be done is said in one line", () => {
  test.each([
    ["nonsense", /no command "nonsense"/],
    ["s 0", /from 1 to/],
    ["step many", /cannot be "many"/],
    ["step 1 2", /too many arguments: "2"/],
    ["to", /the cycle is missing/],
    ["to 0x10000000000000000", /write a number/],
    ["break nowhere", /no symbol "nowhere"/],
    ["x 0xffffffffffffffff", /no memory/],
    ["x 0 0", /from 1 to/],
    ["flags 0x80000000", /no memory/],
    ["who 0xffffffff", /no memory/],
    ["watch buffer 8 sometimes", /cannot be "sometimes"/],
    ["delete 7", /no number "7"/],
    ["r a99", /no register "a99"/],
    ["differs", /--relay/],
    ["re", /may be reverse-continue or registers/],
    ["\u0007\u001b[31m", /no command "\?\?\[31m"/],
  ])("%j", async (command, message) => {
    const failure = await execute(sessionOf(), command).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandError);
    expect((failure as Error).message).toMatch(message);
    expect((failure as Error).message).not.toContain("\n");
  });

  test("a step at the end", async () => {
    const session = sessionOf();
    await expect(told(session, "end", "step")).rejects.toThrow("the run has stopped: go back first");
  });
});

test("help names every command, and one", async () => {
  const session = sessionOf();
  const all = await told(session, "help");
  for (const name of ["step", "back", "continue", "reverse-continue", "last-write", "watch", "flags", "quit"]) {
    expect(all).toContain(`  ${name}`);
  }
  expect(await told(session, "help back")).toBe("  back, b [N]  go back N instructions");
  expect(await execute(session, "q")).toMatchObject({ quit: true });
  expect(await execute(session, "  # a comment")).toMatchObject({ lines: [], quit: false });
});
