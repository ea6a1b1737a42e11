import { describe, expect, test } from "vitest";
import { plotLibrary } from "../../src/cli/plot-library.ts";
import { runHtml } from "../../src/report/run-html.ts";
import { fullReport, HOSTILE } from "./full-report.ts";
import { brokenGate, gate, report, reported } from "./gate.ts";

const library = plotLibrary();
const page = runHtml(fullReport(), library);
/** Text as a person reads it. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<\/?b>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\s+/g, " ");

describe("a green run", () => {
  const text = textOf(runHtml(report(), library));

  test("says so first, with what repeats it and where it comes from", () => {
    expect(text).toContain("held All laws held in 1 random case reference; seed 7 ; 1.5 s");
    expect(text).toContain("npx rvrelay check --seed 7 --cases 1");
    for (const fact of ["rvrelay 1.2.3", "commit 0123456789abcdef", "Node v26.0.0", "ended 2026-01-02T03:04:05.678Z"]) {
      expect(text).toContain(fact);
    }
    expect(text).toContain("relay 1 1 0 0 1 in 1 0.3");
    expect(text).not.toContain("Findings");
  });

  test("an inconclusive one says why", () => {
    const missed = [{ what: "cuts", atLeast: 5, reached: 1 }];
    const inconclusive = textOf(runHtml(report(gate({ verdict: "inconclusive", floors: missed })), library));
    expect(inconclusive).toContain("inconclusive 1 floor missed in 1 random case");
    expect(inconclusive).toContain("cuts 1 5 missed");
  });
});

describe("a red run", () => {
  const text = textOf(page);

  test("tells the finding in a sentence", () => {
    expect(text).toContain(
      "Both sides agree up to “bge tp, a0, .-8 plain” at 0x1000c, at cycle 6. Then pc is 0x10010 in relay over plain, but 0x10004 in solo on plain",
    );
  });

  test("marks the instruction in the code frame, with what is known of each", () => {
    expect(page).toMatch(
      /<tr class="here"><td>.*?the sides part here<\/span><\/td><td><code>0x1000c<\/code>.*<td class="note">needed<\/td>/,
    );
    expect(page.match(/<tr class="here">/g)).toHaveLength(2); // one in each of two findings
  });

  test("has both states side by side, with the digits that differ in bold, and what was read", () => {
    expect(page).toContain(`<code>0x100<b>04</b></code></td><td class="wrong"><code>0x100<b>10</b></code>`);
    expect(text).toContain("x4/tp read 0x1 0x1 0x1");
    expect(text).toContain("Memory: 9 bytes in 2 pages, the first 2 of them");
    expect(page).toContain("<code>01 <b>02</b></code>");
    expect(text).toContain("page 17 - D -");
  });

  test("has a time line with cuts and the first difference at their places", () => {
    expect(page).toContain(`<span class="cut" style="left:19.531%"></span>`); // 100 of 512
    expect(page).toContain(`<span class="differs" style="left:1.171%"></span>`); // 6 of 512
    expect(text).toContain("2 cuts in 512 cycles; the sides part at cycle 6");
    expect(text).toContain(
      "3 cut 1: plain hands over to b 6 the sides part 100 cut 2: b hands over to plain 512 expected exit 0, actual exit 1",
    );
  });

  test("has the page map with flags before and behind", () => {
    expect(text).toContain("Page map: 2 pages touched, 1 differs");
    expect(text).toContain("16 0x10000 X → X");
    expect(text).toContain("17 0x11000 – → D actual – bytes differ");
  });

  test("says what matters, what keeps the failure and what does not", () => {
    expect(text).toMatch(
      /Needed: any change .* 0x1000c: bge needed 0 of 9 the same Some values .* Free: .* x7\/t2 any value of x7 plain 9 of 9 the same/,
    );
  });

  test("says that it is flaky, with both outcomes", () => {
    expect(text).toContain(
      "Flaky: 4 of 10 runs broke the law. Broken: pc is 0x10010 plain. Otherwise: nothing differs.",
    );
  });

  test("names what else went wrong: programs, targets, floors, a canary that got away", () => {
    expect(text).toContain("broken 2 findings, 1 directed program failed, 1 failure of targets in 20,000 random cases");
    expect(text).toContain("Directed programs that did not pass program target verdict why plain plain failed plain");
    expect(text).toContain("1 of 2 floors were missed");
    expect(text).toContain("not in 9");
  });

  test("has coverage with its growth", () => {
    expect(text).toContain(
      "8,527 cells after 20,000 cases. The second half of the cases met 4,527 cells that the first had not.",
    );
    expect(page.match(/class="table heat"/g)).toHaveLength(3);
    expect(page.match(/<td class="e/g)!.length).toBeGreaterThan(1000); // two of three cells were not hit
  });

  test("a finding of which nothing more is known still has what the law has seen", () => {
    const plain = textOf(runHtml(report(brokenGate(), [reported()]), library));
    expect(plain).toContain(
      `At the end, a0 <&> "quoted" is 0x2\u0000 in relay over a, b, but 0x1 in solo on a (0x10000: nop (at cycle 3)).`,
    );
    expect(plain).toContain("What differs at the end solo on a relay over a, b");
  });

  test("a part of the snapshot that was lost is told before all else", () => {
    const [finding] = fullReport().findings;
    const lost = [{ what: "register x9/s1", field: "registers[9]", expected: "0x5", actual: "0x0" }];
    const location = { ...finding.investigation!.location!, wrongAfterCut: 100n };
    const text = textOf(
      runHtml(
        report(brokenGate(), [{ ...finding, investigation: { ...finding.investigation!, lost, location } }]),
        library,
      ),
    );
    expect(text).toContain(
      "Right behind the resume at cycle 100, before any instruction, relay over plain is wrong already: register x9/s1 has 0x0 in place of 0x5.",
    );
    expect(text).toContain("register x9/s1 registers[9] 0x5 0x0");
  });
});

describe("hostile text", () => {
  const hostile = runHtml(fullReport(HOSTILE), library);

  test("leaves no element, attribute or script", () => {
    expect(hostile).not.toContain("<img");
    expect(hostile.match(/<\/script/g)).toHaveLength(3); // data, library, drawing
    expect(hostile.match(/<\/style/g)).toHaveLength(1);
    expect(hostile.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, "")).not.toContain(`"window.hacked`);
  });

  test("where a program or a target can write without end, the page has an end", () => {
    const made = fullReport("plain", 10);
    const endless = "x".repeat(1_000_000);
    const findings = made.findings.map((finding) => {
      const { investigation, divergence } = finding;
      const value = { name: "output", expected: endless, actual: `${endless}y`, differs: true, role: "other" as const };
      const difference = { what: "output", expected: endless, actual: endless };
      return {
        ...finding,
        flaky: { ...finding.flaky!, outcomes: [endless, endless] as const },
        divergence: { ...divergence, differences: Array.from({ length: 3 }, () => difference) },
        investigation: {
          ...investigation!,
          values: [value],
          lost: [{ ...difference, field: "pages" }],
          timeline: { ...investigation!.timeline, actualStop: endless },
        },
      };
    });
    const [failure] = made.result.failures;
    const failures = Array.from({ length: 1000 }, () => ({
      ...failure,
      message: endless,
      transcript: [endless, endless],
    }));
    const conformance = made.result.conformance.map((each) => ({ ...each, reason: endless }));
    const html = runHtml({ ...made, findings, result: { ...made.result, failures, conformance } }, library);
    expect(Buffer.byteLength(html)).toBeLessThan(2_000_000);
    expect(textOf(html)).toContain("… (1,000,000 characters)");
  });
});

describe("a page by itself", () => {
  test("names no address outside itself", () => {
    expect(page).not.toMatch(
      /https?:|\/\/[a-z]|@import|url\(|\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\bimport\s*\(/i,
    );
    const addresses = [...page.matchAll(/\b(?:src|srcset|href|action|poster)\s*=\s*["']?([^"'\s>]+)/g)].map(
      ([, to]) => to,
    );
    expect(addresses.filter((to) => !to.startsWith("#"))).toEqual(["data:,"]);
    // Each leads somewhere.
    for (const to of addresses.filter((each) => each.startsWith("#"))) expect(page).toContain(`id="${to.slice(1)}"`);
  });

  test("brings the licence of the library", () => {
    expect(page).toContain("Copyright (c) 2022 Leon Sorokin");
  });

  test("stays below 2 MB with every cell hit a billion times, and ten findings with all there can be", () => {
    const made = fullReport("plain", 10);
    const coverage = made.result.coverage.map((family) => ({
      ...family,
      cells: family.cells.map((cell) => ({ ...cell, hits: 1_900_000_000 })),
    }));
    const pages = Array.from({ length: 4096 }, (_, page) => ({
      page,
      before: "-",
      expected: "DXF",
      actual: "-",
      differs: true,
    }));
    const cuts = Array.from({ length: 10_000 }, (_, k) => BigInt(k));
    const findings = made.findings.map((finding) => {
      const { investigation } = finding;
      return {
        ...finding,
        investigation: { ...investigation!, pages, timeline: { ...investigation!.timeline, end: 10_000n, cuts } },
      };
    });
    const html = runHtml({ ...made, findings, result: { ...made.result, coverage } }, library);
    expect(Buffer.byteLength(html)).toBeLessThan(2_000_000);
  });

  test("its headings are in order and its ids are unique", () => {
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [k, level] of levels.slice(1).entries()) expect(level - levels[k]).toBeLessThanOrEqual(1);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [, id] of page.matchAll(/aria-labelledby="([^"]*)"/g)) expect(ids).toContain(id);
    expect(page).toContain(`<html lang="en">`);
    expect(page).not.toMatch(/tabindex="[1-9]/);
  });
});
