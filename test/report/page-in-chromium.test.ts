import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test, type TestContext } from "vitest";
import { plotLibrary } from "../../src/cli/plot-library.ts";
import { DARK, LIGHT } from "../../src/report/colours.ts";
import { runHtml } from "../../src/report/run-html.ts";
import { Chromium, chromiumCommand } from "./chromium.ts";
import { fullReport, HOSTILE } from "./full-report.ts";
import { report } from "./gate.ts";

// The page as people see it: what no look at its text can tell.
const command = chromiumCommand();
const folder = mkdtempSync(join(tmpdir(), "rvrelay-page-"));
const pages = {
  red: join(folder, "red.html"),
  green: join(folder, "green.html"),
  hostile: join(folder, "hostile.html"),
};
const troubles: string[] = [];
const requests: string[] = [];
let chromium: Chromium | undefined;

beforeAll(() => {
  const library = plotLibrary();
  writeFileSync(pages.red, runHtml(fullReport(), library));
  writeFileSync(pages.green, runHtml(report(), library));
  writeFileSync(pages.hostile, runHtml(fullReport(HOSTILE), library));
  if (command === undefined) return;
  chromium = new Chromium(command);
  for (const event of ["Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"]) {
    chromium.on(event, (params) => troubles.push(`${event}: ${JSON.stringify(params).slice(0, 300)}`));
  }
  chromium.on("Network.requestWillBeSent", ({ request }) => requests.push((request as { url: string }).url));
});

afterAll(async () => {
  await chromium?.close();
  rmSync(folder, { recursive: true, force: true });
});

function browser(skip: TestContext["skip"]): Chromium {
  skip(chromium === undefined, "needs Chromium");
  return chromium!;
}

const SCROLLS = "document.scrollingElement.scrollWidth";
/** Elements that are wider than the page and in nothing that scrolls by itself. */
const TOO_WIDE = `[...document.querySelectorAll("main *")].filter((e) => !e.closest(".table, .plot, .unseen, .track, pre.said") && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 80))`;

test.for(Object.keys(pages) as (keyof typeof pages)[])(
  "the %s page has no errors, asks for nothing, and fits a telephone and a desk, light and dark",
  async (name, { skip }) => {
    const tab = browser(skip);
    for (const [width, dark] of [
      [360, false],
      [1200, true],
    ] as const) {
      troubles.length = requests.length = 0;
      await tab.open(pages[name], { width, dark });
      expect(await tab.evaluate<string[]>(TOO_WIDE)).toEqual([]);
      expect(await tab.evaluate(SCROLLS)).toBeLessThanOrEqual(width);
      expect(troubles).toEqual([]);
      expect(requests.filter((url) => url !== pathToFileURL(pages[name]).href && url !== "data:,")).toEqual([]);
      expect(requests.length).toBeGreaterThan(0);
      const ground = await tab.evaluate<string>("getComputedStyle(document.body).backgroundColor");
      expect(ground).toBe(rgb((dark ? DARK : LIGHT).paper));
      expect(await tab.evaluate("[typeof window.hacked, document.images.length]")).toEqual(["undefined", 0]);
    }
  },
);

test("what scrolls by itself on a telephone does so", async ({ skip }) => {
  const tab = browser(skip);
  await tab.open(pages.red, { width: 360 });
  const heat = await tab.evaluate<number[]>(
    `[...document.querySelectorAll(".heat")].map((e) => (e.scrollLeft = 50, e.scrollWidth > e.clientWidth ? e.scrollLeft : 50))`,
  );
  expect(heat).toEqual([50, 50, 50]);
});

test("the plot is drawn, and drawn again when the colours change", async ({ skip }) => {
  const tab = browser(skip);
  await tab.open(pages.red);
  const drawn = `(() => { const c = document.querySelector(".plot canvas"); return c ? c.toDataURL() : "" })()`;
  const light = await tab.evaluate<string>(drawn);
  expect(light.length).toBeGreaterThan(2000);
  await tab.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "dark" }] });
  // It is told of the change, and draws, a little later.
  await expect.poll(() => tab.evaluate<string>(drawn), { timeout: 10_000 }).not.toBe(light);
});

test("on paper it is light, whatever the screen was, and nothing is cut off at the side", async ({ skip }) => {
  const tab = browser(skip);
  // As wide as A4 between its margins, in CSS pixels.
  await tab.open(pages.red, { width: 688, dark: true });
  await tab.send("Emulation.setEmulatedMedia", {
    media: "print",
    features: [{ name: "prefers-color-scheme", value: "dark" }],
  });
  expect(await tab.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(rgb(LIGHT.paper));
  expect(await tab.evaluate(SCROLLS)).toBeLessThanOrEqual(688);
  expect(await tab.evaluate(`getComputedStyle(document.querySelector(".heat")).maxHeight`)).toBe("none");
  const tables = `[...document.querySelectorAll(".table")].filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.getAttribute("aria-label"))`;
  expect(await tab.evaluate(tables)).toEqual([]);
  const { data } = await tab.send<{ data: string }>("Page.printToPDF", { preferCSSPageSize: true });
  const pdf = Buffer.from(data, "base64");
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(2);
});

const FOCUS = `(() => { const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e); return { tag: e.tagName, name: e.textContent.trim().slice(0, 30), label: e.getAttribute("aria-label"), left: r.left, outline: s.outlineStyle === "none" ? 0 : parseFloat(s.outlineWidth) } })()`;
interface Focus {
  readonly tag: string;
  readonly name: string;
  readonly label: string | null;
  readonly left: number;
  readonly outline: number;
}

test("everything can be reached by the keyboard, is seen when it has the focus, and nothing holds it", async ({
  skip,
}) => {
  const tab = browser(skip);
  await tab.open(pages.red);
  const seen: Focus[] = [];
  for (let k = 0; k < 200; k++) {
    await tab.press("Tab", 9);
    const focus = await tab.evaluate<Focus>(FOCUS);
    if (focus.tag === "BODY") break;
    seen.push(focus);
  }
  expect(seen[0]).toMatchObject({ tag: "A", name: "Skip to the content" });
  expect(seen[0].left).toBeGreaterThanOrEqual(0); // away from the page until it has the focus
  expect(seen.filter(({ outline }) => outline < 2)).toEqual([]);
  const names = seen.map(({ name, label }) => label ?? name);
  for (const wanted of [
    "Findings",
    "Coverage",
    "Instructions around the first difference",
    "What happened when",
    "Instruction and cut position",
    "Provenance",
  ]) {
    expect(names).toContain(wanted);
  }
  // Each place that can have the focus was met, and the end was.
  const places = `[...document.querySelectorAll("a[href], summary, [tabindex='0']")].filter((e) => e.checkVisibility()).length`;
  expect(seen.length).toBe(await tab.evaluate<number>(places));
});

test("the way past the head leads to the content, and Enter opens what is folded away", async ({ skip }) => {
  const tab = browser(skip);
  await tab.open(pages.red);
  await tab.press("Tab", 9);
  await tab.press("Enter", 13);
  expect(await tab.evaluate("[location.hash, document.activeElement.id]")).toEqual(["#main", "main"]);
  const closed = `[...document.querySelectorAll("details:not([open]) > summary")]`;
  const before = await tab.evaluate<number>(`${closed}.length`);
  await tab.evaluate(`${closed}[0].focus()`);
  await tab.press("Enter", 13);
  expect(await tab.evaluate<number>(`${closed}.length`)).toBe(before - 1);
});

function rgb(colour: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(", ")})`;
}
