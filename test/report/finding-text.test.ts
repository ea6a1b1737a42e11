import { describe, expect, test } from "vitest";
import { paintFor } from "../../src/cli/colour.ts";
import { findingText } from "../../src/report/finding-text.ts";
import { gateText } from "../../src/report/gate-text.ts";
import { COLOURS, PLAIN, visible } from "../../src/report/paint.ts";
import type { ReportedFinding } from "../../src/report/reported-finding.ts";
import { wrap } from "../../src/report/wrap.ts";
import { investigation } from "./full-report.ts";
import { gate, reported } from "./gate.ts";

const REPEAT = "npx rvrelay replay reports/findings/relay-0123456789ab.S --law relay --target ./my-vm";

/** As it is found on a real VM. */
function real(changes: Partial<ReturnType<typeof investigation>> = {}): ReportedFinding {
  const known = investigation();
  const [, second, third] = known.frame;
  return reported({
    repeat: REPEAT,
    investigation: {
      ...known,
      location: { pc: 0x1000cn, text: "bge tp, a0, .-8", cycles: 6n, legs: 22 },
      sides: { expected: "solo on reference", actual: "solo on my-vm" },
      frame: [
        { ...second, pc: 0x10008n, bytes: "01 00", text: "nop", here: false, symbol: "loop" },
        { ...second, text: "bge tp, a0, .-8" },
        third,
      ],
      values: known.values.slice(0, 2),
      ...changes,
    },
  });
}

const widthOf = (text: string): number =>
  Math.max(
    ...text
      .split("\n")
      .filter((line) => !line.includes("repeat with: "))
      .map((line) => line.length),
  );

test("tells what went wrong, marks the instruction, and puts both states side by side", () => {
  expect(findingText(real()).split("\n")).toEqual([
    "BROKEN  law relay: A sentence.",
    "  case      seed 7 case 0",
    "  expected  solo on a",
    "  actual    relay over a, b",
    "  legs      a → b",
    "",
    "  Both sides agree up to “bge tp, a0, .-8” at 0x1000c, at cycle 6. Then pc is",
    "  0x10010 in solo on my-vm, but 0x10004 in solo on reference.",
    "",
    "    loop:",
    "      0x10008  01 00        nop",
    "    > 0x1000c  e3 5c a2 fe  bge tp, a0, .-8",
    "      0x10010  73 00 00 00  ecall",
    "",
    "                   before   expected  actual",
    "    reads   x4/tp  0x1      0x1       0x1",
    "    writes  pc     0x1000c  0x10004   0x10010  differs",
    "  memory: 9 bytes in 2 pages differ",
    "             expected  actual",
    "    0x20000  01 02     01 ff",
    "    and 7 bytes more",
    "  page flags (D dirty, X executable, F frozen): 1 page differ",
    "             before  expected  actual",
    "    page 17  -       D         -",
    "  at the end:",
    "                     expected  actual",
    String.raw`    a0 <&> "quoted"  0x1       0x2\u{0}`,
    "  what matters:",
    "    needed   0x1000c: bge  needed",
    "    in part  cut 100       at any cycle from 3 to 100",
    "  first differing instruction: 0x10000: nop (at cycle 3)",
    `  repeat with: ${REPEAT}`,
  ]);
});

describe("80 columns", () => {
  const wide = (digit: string): string => `0x${digit.repeat(16)}`;
  const register = (name: string) =>
    ({ name, role: "source", before: wide("1"), expected: wide("2"), actual: wide("3"), differs: true }) as const;

  test("hold two values of 64 bits, without that before", () => {
    const text = findingText(real({ values: [register("x10/a0"), { ...register("x4/tp"), differs: false }] }));
    expect(text).toContain(`    reads  x10/a0  ${wide("2")}  ${wide("3")}  differs`);
    expect(text).not.toContain(wide("1"));
    expect(widthOf(text)).toBeLessThanOrEqual(80);
  });

  test("a value that does not fit has lines of its own, and an end", () => {
    const output = { name: "output", role: "other", expected: "x".repeat(9999), actual: "", differs: true } as const;
    const text = findingText(real({ values: [register("x4/tp"), output] }));
    expect(text).toContain("\n    output\n      expected  xxxx");
    expect(text).toContain("\n      actual    (empty)\n");
    expect(text).toContain("… (9,999 characters)");
    expect(widthOf(text)).toBeLessThanOrEqual(80);
    expect(text).toContain(wide("3")); // the others stay side by side
  });

  test("what is said of a part that does not fit stands below it", () => {
    const part = "0x10000: addi s0, zero, 1234";
    const explained = [
      { kind: "instruction", part, freedom: "needed", text: "w ".repeat(30).trim(), tried: 1, same: 0 } as const,
    ];
    const text = findingText(real({ explained }));
    expect(text).toContain(`    needed   ${part}\n               w w w`);
    expect(widthOf(text)).toBeLessThanOrEqual(80);
  });

  test("many laws go on in the next line", () => {
    const text = findingText({ ...real(), laws: Array.from({ length: 20 }, (_, k) => `law-number-${k}`) });
    expect(widthOf(text)).toBeLessThanOrEqual(80);
    expect(text).toContain("law-number-19");
  });

  test("words are not broken, and lose nothing", () => {
    const words = "a bb ccc dddd eeeee";
    expect(wrap(words, "  ", 8)).toEqual(["  a bb", "  ccc", "  dddd", "  eeeee"]);
    expect(wrap("x".repeat(20), "  ", 8)).toEqual([`  ${"x".repeat(20)}`]);
  });
});

test("many rows are counted and not all shown", () => {
  const values = Array.from({ length: 31 }, (_, k) => {
    return { name: `x${k + 1}`, role: "other", expected: "0x0", actual: "0x1", differs: true } as const;
  });
  const text = findingText(real({ values }));
  expect(text).toContain("    x16  0x0       0x1\n    and 15 rows more");
  expect(text).not.toContain("    x17 ");
});

test("a part of the snapshot that was lost is told with its field", () => {
  const text = findingText(real({ lost: [{ what: "x9/s1", field: "registers[9]", expected: "0x5", actual: "0x0" }] }));
  expect(text).toContain("  lost in the snapshot: wrong right behind the resume\n");
  expect(text).toMatch(/ {4}x9\/s1 \(registers\[9\]\) {2}0x5 {7}0x0/);
});

describe("what others wrote cannot command a terminal", () => {
  test("control characters, line ends and turned text are shown as what they are", () => {
    expect(visible("\u001b[2Ja\nb\tc\u0000\u009b\u202ed\u2028\ud800")).toBe(
      String.raw`\u{1b}[2Ja\nb\tc\u{0}\u{9b}\u{202e}d\u{2028}\u{d800}`,
    );
    expect(visible("bge tp, a0 → ä 語 😀")).toBe("bge tp, a0 → ä 語 😀");
  });

  test("wherever it stands in a finding", () => {
    const evil = "\u001b]0;x\u0007\n\u202e";
    const known = investigation(evil);
    const text = findingText({
      ...reported({ name: evil, sentence: evil, where: evil, repeat: evil }),
      investigation: known,
    });
    const colours = findingText({ ...reported({ name: evil }), investigation: known }, COLOURS);
    expect(text).not.toMatch(/[^\n\P{C}]/u);
    // eslint-disable-next-line no-control-regex -- the colours are what is looked for
    expect(colours.replaceAll(/\u001b\[\d+m/g, "")).not.toMatch(/[^\n\P{C}]/u);
  });
});

describe("colours", () => {
  test("are there only when they are asked for, and change no text", () => {
    const plain = findingText(real());
    const painted = findingText(real(), COLOURS);
    expect(painted).not.toBe(plain);
    // eslint-disable-next-line no-control-regex -- the colours are what is looked for
    expect(painted.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain);
    expect(painted).toContain("\u001b[31m0x10010");
    expect(painted).toContain("\u001b[32m0x10004");
  });

  test("say held in green and broken in red", () => {
    expect(gateText(gate(), COLOURS).split("\n").at(-1)).toBe(
      "\u001b[1m\u001b[32mheld\u001b[39m\u001b[22m in 1.5 s on reference, seed 7",
    );
    expect(gateText(gate({ verdict: "inconclusive" }), COLOURS)).toContain("\u001b[31minconclusive");
  });

  test.each([
    ["a terminal", true, {}, "auto", COLOURS],
    ["a pipe", false, {}, "auto", PLAIN],
    ["a dumb terminal", true, { TERM: "dumb" }, "auto", PLAIN],
    ["NO_COLOR", true, { NO_COLOR: "1" }, "auto", PLAIN],
    ["an empty NO_COLOR", true, { NO_COLOR: "" }, "auto", COLOURS],
    ["FORCE_COLOR in a pipe", false, { FORCE_COLOR: "1" }, "auto", COLOURS],
    ["FORCE_COLOR=0", true, { FORCE_COLOR: "0" }, "auto", PLAIN],
    ["both", true, { NO_COLOR: "1", FORCE_COLOR: "1" }, "auto", PLAIN],
    ["--color always", false, { NO_COLOR: "1" }, "always", COLOURS],
    ["--color never", true, { FORCE_COLOR: "1" }, "never", PLAIN],
  ] as const)("with %s", (_, isTTY, environment, choice, paint) => {
    expect(paintFor({ isTTY }, choice, environment)).toBe(paint);
  });
});
