import { describe, expect, test } from "vitest";
import { contrasts, DARK, declarations, LIGHT } from "../../src/report/colours.ts";

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("the formula gives what WCAG says: 21 of black on white, 4.48 of #777777 on white", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
});

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
])("on a %s ground", (_, palette) => {
  test("all that meets can be told apart", () => {
    const pairs = contrasts(palette);
    expect(pairs.length).toBeGreaterThan(25);
    const low = pairs
      .map(([name, ink, ground, least]) => ({ name, ratio: contrast(ink, ground), least }))
      .filter(({ ratio, least }) => ratio < least);
    expect(low).toEqual([]);
  });

  test("steps of heat are in order, each apart from the next", () => {
    const light = [palette.paper, ...palette.heat].map(luminance);
    const steps = light.slice(1).map((step, k) => Math.sign(step - light[k]));
    expect(new Set(steps).size).toBe(1);
    for (const [k, colour] of palette.heat.slice(1).entries()) {
      expect(contrast(colour, palette.heat[k])).toBeGreaterThan(1.2);
    }
  });

  test("every colour is declared for the style", () => {
    const style = declarations(palette);
    expect(style).toContain(`--paper: ${palette.paper};`);
    expect(style).toContain(`--empty-stripe: ${palette.emptyStripe};`);
    expect(style).toContain(`--heat-ink-5: ${palette.heatInk[4]};`);
  });
});
