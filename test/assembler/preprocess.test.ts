import { describe, expect, test } from "vitest";
import { preprocess, type PreprocessOptions } from "../../src/assembler/index.ts";

/** The lines that are left, with single blanks, as gcc -E -P writes them. */
function lines(text: string, options: PreprocessOptions = {}): string[] {
  return preprocess(text, options)
    .split("\n")
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter(Boolean);
}

describe("the C standard's examples", () => {
  test("redefinition and reexamination", () => {
    const text = `
#define x 3
#define f(a) f(x * (a))
#undef x
#define x 2
#define g f
#define z z[0]
#define h g(~
#define m(a) a(w)
#define w 0,1
#define t(a) a
#define p() int
#define q(x) x
#define r(x,y) x ## y
#define str(x) # x
f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);
g(x+(3,4)-w) | h 5) & m
(f)^m(m);
p() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };
char c[2][6] = { str(hello), str() };`;
    expect(lines(text)).toEqual([
      "f(2 * (y+1)) + f(2 * (f(2 * (z[0])))) % f(2 * (0)) + t(1);",
      "f(2 * (2+(3,4)-0,1)) | f(2 * (~ 5)) & f(2 * (0,1))^m(0,1);",
      "int i[] = { 1, 23, 4, 5, };",
      'char c[2][6] = { "hello", "" };',
    ]);
  });

  test("character strings and pastes", () => {
    const text = String.raw`
#define str(s) # s
#define xstr(s) str(s)
#define INCFILE(n) vers ## n
#define glue(a, b) a ## b
#define xglue(a, b) glue(a, b)
#define HIGHLOW "hello"
#define LOW LOW ", world"
fputs(str(strncmp("abc\0d", "abc", '\4') == 0) str(: @\n), s);
xstr(INCFILE(2).h)
glue(HIGH, LOW);
xglue(HIGH, LOW)
#define hash_hash # ## #
#define mkstr(a) # a
#define in_between(a) mkstr(a)
#define join(c, d) in_between(c hash_hash d)
join(x, y)`;
    expect(lines(text)).toEqual([
      String.raw`fputs("strncmp(\"abc\\0d\", \"abc\", '\\4') == 0" ": @\n", s);`,
      '"vers2.h"',
      '"hello";',
      '"hello" ", world"',
      '"x ## y"',
    ]);
  });

  test("empty arguments and variable ones", () => {
    const text = `
#define t(x,y,z) x ## y ## z
t(1,2,3) t(,4,5) t(6,,7) t(8,9,) t(10,,) t(,11,) t(,,12) t(,,)
#define showlist(...) puts(#__VA_ARGS__)
#define report(test, ...) ((test)?puts(#test): printf(__VA_ARGS__))
showlist(The first, second, and third items.); report(x>y, "x is %d", x);`;
    expect(lines(text)).toEqual([
      "123 45 67 89 10 11 12",
      'puts("The first, second, and third items."); ((x>y)?puts("x>y"): printf("x is %d", x));',
    ]);
  });
});

describe("expansion", () => {
  test("GNU's named variable arguments and the comma before them", () => {
    const text = `
#define e(fmt, ...) p(fmt, ##__VA_ARGS__)
#define n(fmt, args...) p(fmt, ## args)
#define only(args...) [args]
e(1) e(1,2) e(1,2,3) e(1,) n(a) n(a,b) only() only(1,2)`;
    expect(lines(text)).toEqual(["p(1) p(1,2) p(1,2,3) p(1,) p(a) p(a, b) [] [1,2]"]);
  });

  test("a macro is not expanded in itself", () => {
    expect(lines("#define A B\n#define B A\nA B\n#define f(x) x f\nf(1)(2)\n#define g g g\ng")).toEqual([
      "A B",
      "1 f(2)",
      "g g",
    ]);
  });

  test("calls go on over lines; a name without a call stays, and so does its line", () => {
    expect(lines("#define f(x, y) x + y\nf\n(1,\n 2)\nf\n3\nf (4, (5, 6))")).toEqual(["1 + 2", "f", "3", "4 + (5, 6)"]);
  });

  test("pastes make new names, which are expanded", () => {
    expect(lines("#define c(a,b) a##b\n#define d(a,b) c(a,b)\n#define AB x\nd(A,B) c(A,B) d(d(A,B), 1)")).toEqual([
      "x x x1",
    ]);
  });

  test("words that stand side by side after expansion stay apart", () => {
    expect(lines("#define I(x) x\n#define E\nI(a)b I(1)2 I(a).w .I(w) I(<)< aE E-E-")).toEqual([
      "a b 1 2 a.w .w < < aE --",
    ]);
  });

  test("assembly text is left as it is", () => {
    const text = '  .macro m a:req\n  \\a\\().w a0, %lo(x)(a1) # it\'s "odd\n  .endm\n1: j 1b ; .ascii "/* // */", \'x';
    expect(preprocess(text)).toBe(`${text}\n`);
  });
});

describe("lines", () => {
  test("are joined by a backslash, with Windows line ends and blanks behind it, too", () => {
    expect(lines("#define A 1 \\\n + 2\nA\nB \\\r\n C\r\nD \\ \t\n E")).toEqual(["1 + 2", "B C", "D E"]);
  });

  test("lose their comments", () => {
    expect(lines('/* c */ a // x\nb /* 1\n2 */ c\n"// no" /* yes */ "/* no */"\nd //\\\ngone\ne')).toEqual([
      "a",
      "b c",
      '"// no" "/* no */"',
      "d",
      "e",
    ]);
  });

  test("that begin with # and are no directive are comments", () => {
    expect(lines('# a comment\n#-----\n# 33 "x.c"\n#\n  # define A 5\nA\n#define str(x) #x y #nope\nstr(1)')).toEqual([
      "5",
      '"1" y #nope',
    ]);
  });

  test("know their number and file", () => {
    expect(lines("__LINE__\n\n__LINE__ __COUNTER__ __COUNTER__ __FILE__")).toEqual(["1", '3 0 1 "<source>"']);
  });
});

describe("conditions", () => {
  test.each([
    "1 == 1L && 2 > 1u && -1 > 0u",
    "(-1 >> 1) == -1 && (1 << 63) < 0 && 0x8000000000000000 > 0",
    "1 ? 2 : (1/0)",
    "!(0 && (1/0))",
    "'a' == 97 && '\\n' == 10 && '\\x41' == 65",
    "!defined NONE && !defined(NONE) && defined ONE",
    "ONE + ONE == 2 && NONE == 0",
    "7 / 2 == 3 && -7 % 3 == -1 && (5 ^ 1 | 2 & 3) == 6 && ~0 == -1",
    "0b101 == 5 && 010 == 8 && 1 - -1 == 2",
    "2 + 3 * 4 == 14 && 1 << 2 + 1 == 8",
  ])("%s", (condition) => expect(lines(`#define ONE 1\n#if ${condition}\nyes\n#else\nno\n#endif`)).toEqual(["yes"]));

  test("choose one branch", () => {
    const text = "#if 0\n#if 1\nno\n#else\nno\n#endif\n#elif 0\nno\n#elif 1\nyes\n#elif 1/0\nno\n#else\nno\n#endif";
    expect(lines(text)).toEqual(["yes"]);
    expect(lines("#ifdef A\nno\n#else\nyes\n#endif\n#define A\n#ifndef A\nno\n#elif 1\nyes\n#endif")).toEqual([
      "yes",
      "yes",
    ]);
  });

  test("leave out what does not count, errors and includes too", () => {
    expect(lines('#if 0\n#error no\n#include "none"\n#define A 1\n#garbage (\n#endif\nA')).toEqual(["A"]);
  });
});

describe("includes", () => {
  const files: Record<string, string> = {
    "dir/a.h": '#pragma once\nin_a\n#include "b.h"\n',
    "dir/b.h": "in_b\n",
    "b.h": "wrong\n",
    "path/sys.h": "#ifndef G\n#define G\nin_sys\n#endif\n",
  };
  const options: PreprocessOptions = { readFile: (path) => files[path], includePaths: ["path/", "dir"] };

  test("are looked for beside the file, then in the paths", () => {
    expect(lines('#include "dir/a.h"\n#include <sys.h>\n#include "sys.h"\n#include <a.h>\nend', options)).toEqual([
      "in_a",
      "in_b",
      "in_sys",
      "end",
    ]);
  });

  test("may be named by a macro", () => {
    expect(lines('#define H <sys.h>\n#include H\n#define Q "dir/b.h"\n#include Q', options)).toEqual([
      "in_sys",
      "in_b",
    ]);
  });

  test("the first path that has the file counts", () => {
    const seen: string[] = [];
    const readFile = (path: string) => void seen.push(path);
    expect(() =>
      preprocess('#include "x.h"', { readFile, includePaths: ["p", "q/"], name: "d/m.S" } as PreprocessOptions),
    ).toThrow("x.h");
    expect(seen).toEqual(["d/x.h", "p/x.h", "q/x.h"]);
  });
});

test("macros are predefined by the caller", () => {
  const defines = { __riscv_xlen: "64", "ADD(a, b)": "a + b", EMPTY: "" };
  expect(lines("__riscv_xlen ADD(1, 2) EMPTY __ASSEMBLER__", { defines })).toEqual(["64 1 + 2 1"]);
});
