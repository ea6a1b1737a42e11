/** The colours of a page, each as `#rrggbb`. */
export interface Palette {
  readonly paper: string;
  /** The ground of what stands out from the paper: cards, heads of tables. */
  readonly raised: string;
  readonly ink: string;
  readonly quiet: string;
  /** Rules between things; never the only sign of anything. */
  readonly line: string;
  readonly good: string;
  readonly bad: string;
  readonly warn: string;
  /** Bars, lines of plots, links, the ring around what has the focus. */
  readonly bar: string;
  /** The ground of a value that is as it should be, of one that is not, and the ink on them. */
  readonly right: string;
  readonly rightInk: string;
  readonly wrong: string;
  readonly wrongInk: string;
  /** The two stripes of a cell that was never hit, and the ink on them. */
  readonly empty: string;
  readonly emptyStripe: string;
  readonly emptyInk: string;
  /** Cells of heat maps, from few hits to many, and the ink on each. */
  readonly heat: readonly [string, string, string, string, string];
  readonly heatInk: readonly [string, string, string, string, string];
}

/** On a light ground, and on paper. */
export const LIGHT: Palette = {
  paper: "#fbfbf9",
  raised: "#ffffff",
  ink: "#1c2430",
  quiet: "#566070",
  line: "#d5d8dc",
  good: "#176b3a",
  bad: "#b3261e",
  warn: "#855300",
  bar: "#2f669f",
  right: "#dff2e5",
  rightInk: "#0e4a27",
  wrong: "#fce1de",
  wrongInk: "#8a1a14",
  empty: "#fff6dc",
  emptyStripe: "#ffe7ab",
  emptyInk: "#5f3d00",
  heat: ["#e3edf7", "#bcd5ec", "#8bb7de", "#2f6cab", "#123f6e"],
  heatInk: ["#1c2430", "#1c2430", "#0d1c2c", "#ffffff", "#ffffff"],
};

/** On a dark ground. */
export const DARK: Palette = {
  paper: "#15181d",
  raised: "#1d2128",
  ink: "#e4e7eb",
  quiet: "#a3adba",
  line: "#3a414c",
  good: "#6fcf97",
  bad: "#ff8a80",
  warn: "#f2c063",
  bar: "#84b3e3",
  right: "#14351f",
  rightInk: "#a8e6bf",
  wrong: "#47201d",
  wrongInk: "#ffc1ba",
  empty: "#33280c",
  emptyStripe: "#463711",
  emptyInk: "#ffdc94",
  heat: ["#1f2c3a", "#2a4560", "#33628c", "#7fb1dd", "#c5e0f6"],
  heatInk: ["#e4e7eb", "#edf2f7", "#ffffff", "#0d1620", "#0d1620"],
};

/** Every two colours that meet as text (4.5 to 1) or as a sign (3 to 1): name, foreground, background, least ratio. */
export function contrasts(palette: Palette): readonly (readonly [string, string, string, number])[] {
  const { paper, raised, empty, emptyStripe, right, wrong, heat, heatInk } = palette;
  const texts = ["ink", "quiet", "good", "bad", "warn", "bar"] as const;
  return [
    ...texts.flatMap((name) => [
      [`${name} on paper`, palette[name], paper, 4.5] as const,
      [`${name} on raised`, palette[name], raised, 4.5] as const,
    ]),
    ["right", palette.rightInk, right, 4.5],
    ["wrong", palette.wrongInk, wrong, 4.5],
    ["ink on wrong", palette.ink, wrong, 4.5],
    ["bad on wrong", palette.bad, wrong, 3],
    ["empty cell", palette.emptyInk, empty, 4.5],
    ["empty cell, stripe", palette.emptyInk, emptyStripe, 4.5],
    ...heat.map((ground, k) => [`heat ${k + 1}`, heatInk[k], ground, 4.5] as const),
    // On the button that skips, and on the badge of the verdict.
    ...(["bar", "good", "bad", "warn"] as const).map(
      (name) => [`paper on ${name}`, paper, palette[name], 4.5] as const,
    ),
  ];
}

/** The palette as declarations of CSS: `--ink`, `--heat-1`, `--heat-ink-1`, … */
export function declarations(palette: Palette): string {
  const entries = Object.entries(palette) as [string, string | readonly string[]][];
  return entries
    .flatMap(([name, value]) => {
      const property = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return typeof value === "string"
        ? [`--${property}: ${value};`]
        : value.map((each, k) => `--${property}-${k + 1}: ${each};`);
    })
    .join(" ");
}
