import type { Investigation, LostPart, Value } from "../campaign/index.ts";
import type { Difference } from "../laws/index.ts";
import { visible, type Paint } from "./paint.ts";
import { counted } from "./table.ts";
import { COLUMNS, wrap } from "./wrap.ts";

/** Rows of one kind that are shown; the other reports have more. */
const ROWS_SHOWN = 16;

/** What is read, written and differs where the sides part, both sides side by side: registers, memory, flags. */
export function stateLines(
  { lost, values, memory, flags, peers }: Pick<Investigation, "lost" | "values" | "memory" | "flags" | "peers">,
  paint: Paint,
): string[] {
  const { runs, bytes, pages } = memory;
  const shown = runs.reduce((sum, { expected }) => sum + expected.split(" ").length, 0);
  const heads = headsOf(peers);
  const memoryRows = runs.map(({ address, ...both }) => row(`0x${address.toString(16)}`, both));
  return [
    ...(lost.length > 0
      ? ["  lost in the snapshot: wrong right behind the resume", ...sides(lost.map(lostRow), paint, YARDSTICK)]
      : []),
    ...(values.length > 0 ? sides(values.map(valueRow), paint, heads) : []),
    ...(bytes > 0
      ? [
          `  memory: ${counted(bytes, "byte")} in ${counted(pages, "page")} differ`,
          ...sides(memoryRows, paint, heads, bytes - shown, "byte"),
        ]
      : []),
    ...(flags.length > 0
      ? [
          `  page flags (D dirty, X executable, F frozen): ${counted(flags.length, "page")} differ`,
          ...sides(
            flags.map(({ page, ...all }) => row(`page ${page}`, all)),
            paint,
            heads,
          ),
        ]
      : []),
  ];
}

/** What the columns of both sides are called: A and B where neither of them is a yardstick. */
export function headsOf(peers?: true): Heads {
  return peers ? ["A", "B"] : YARDSTICK;
}

type Heads = readonly [expected: string, actual: string];
const YARDSTICK: Heads = ["expected", "actual"];

/** What a law has seen differ at the end of its runs, both sides side by side. */
export function differenceLines(differences: readonly Difference[], paint: Paint, peers?: true): string[] {
  return sides(
    differences.map(({ what, ...both }) => row(what, both)),
    paint,
    headsOf(peers),
  );
}

interface Row {
  readonly role: string;
  readonly name: string;
  readonly before: string;
  readonly expected: string;
  readonly actual: string;
  readonly differs: boolean;
}

function row(
  name: string,
  { before = "", expected, actual }: { before?: string; expected: string; actual: string },
): Row {
  return { role: "", name, before, expected, actual, differs: true };
}

const ROLES = { source: "reads", destination: "writes", other: "" } as const;

function valueRow({ role, before = "", ...value }: Value): Row {
  return { ...value, role: ROLES[role], before };
}

function lostRow({ what, field, expected, actual }: LostPart): Row {
  return row(what === field ? what : `${what} (${field})`, { expected, actual });
}

const INDENTATION = "    ";
const GAP = "  ";
const DIFFERS = "differs";
/** Characters of the value in the middle: 64 bits, and most stops. */
const MIDDLE_MAX = 22;
/** Characters of a name: where long ones leave no room for values, those rows stand alone. */
const NAMES_MAX = [40, 20] as const;

/** A table of the rows that fit the columns; below it the others, with one side below the other. */
function sides(rows: readonly Row[], paint: Paint, heads: Heads, hidden = 0, what = "row"): string[] {
  const shown = rows.slice(0, ROWS_SHOWN).map(shownRow);
  const [one, other] = NAMES_MAX.map((most) => fitting(shown, most));
  const fits = new Set(one.length >= other.length ? one : other);
  const more = Math.max(hidden, rows.length - shown.length);
  return [
    ...beside(
      shown.filter((each) => fits.has(each)),
      paint,
      heads,
    ),
    ...shown.filter((each) => !fits.has(each)).flatMap((each) => stacked(each, paint, heads)),
    ...(more > 0 ? [`${INDENTATION}and ${counted(more, what)} more`] : []),
  ];
}

/** The rows that a table has room for, if none has a longer name than `nameMax`. */
function fitting(rows: readonly Row[], nameMax: number): readonly Row[] {
  const some = rows.filter(({ name, expected }) => name.length <= nameMax && expected.length <= MIDDLE_MAX);
  const width = (of: (row: Row) => string): number => Math.max(0, ...some.map((each) => of(each).length));
  const role = width((each) => each.role);
  const names = width(({ name }) => name) + (role === 0 ? 0 : role + GAP.length);
  const middle = Math.max(
    "expected".length,
    width(({ expected }) => expected),
  );
  const mark = rows.some(({ differs }) => !differs) ? GAP.length + DIFFERS.length : 0;
  const room = COLUMNS - INDENTATION.length - names - middle - 2 * GAP.length - mark;
  return some.filter(({ actual }) => actual.length <= room);
}

function shownRow({ name, before, expected, actual, ...rest }: Row): Row {
  const side = (text: string): string => (text === "" ? "(empty)" : visible(text));
  return { ...rest, name: visible(name), before: visible(before), expected: side(expected), actual: side(actual) };
}

/** With a head; without the values before where there is no room for them. */
function beside(rows: readonly Row[], paint: Paint, heads: Heads): string[] {
  if (rows.length === 0) return [];
  const widthOf = (part: "role" | "name" | "before" | "expected" | "actual", head = ""): number =>
    Math.max(head.length, ...rows.map((each) => each[part].length));
  const [role, before, expected] = [widthOf("role"), widthOf("before", "before"), widthOf("expected", heads[0])];
  const actual = widthOf("actual", heads[1]);
  const first = (role === 0 ? 0 : role + GAP.length) + widthOf("name");
  // Where only some differ, it is said and not only painted.
  const isMixed = rows.some(({ differs }) => !differs);
  const all =
    INDENTATION.length + first + expected + actual + 2 * GAP.length + (isMixed ? GAP.length + DIFFERS.length : 0);
  const hasBefore = widthOf("before") > 0 && all + GAP.length + before <= COLUMNS;
  const line = (cells: readonly [string, string, string, string]): string =>
    INDENTATION + cells.filter((_, k) => k !== 1 || hasBefore).join(GAP);
  return [
    paint.quiet(line(["".padEnd(first), "before".padEnd(before), heads[0].padEnd(expected), heads[1]])),
    ...rows.map((each) => {
      const name = role === 0 ? each.name : each.role.padEnd(role + GAP.length) + each.name;
      const [named, was, right] = [name.padEnd(first), each.before.padEnd(before), each.expected.padEnd(expected)];
      if (!each.differs) return line([named, was, right, each.actual]);
      const wrong = isMixed ? each.actual.padEnd(actual) + GAP + DIFFERS : each.actual;
      return line([named, was, paint.right(right), paint.wrong(wrong)]);
    }),
  ];
}

const LABEL = "expected".length;

/** One value in three lines or more. */
function stacked({ role, name, expected, actual, differs }: Row, paint: Paint, heads: Heads): string[] {
  const side = (label: string, text: string, painted: (text: string) => string): string[] =>
    pieces(text, COLUMNS - INDENTATION.length - LABEL - 2 * GAP.length).map(
      (piece, k) =>
        `${INDENTATION}${GAP}${(k === 0 ? label : "").padEnd(LABEL)}${GAP}${differs ? painted(piece) : piece}`,
    );
  return [
    ...wrap([role, name].filter((each) => each !== "").join(" "), INDENTATION),
    ...side(heads[0], expected, paint.right),
    ...side(heads[1], actual, paint.wrong),
  ];
}

/** Lines of a value that are shown; a longer one is cut off. */
const PIECES_MAX = 4;

function pieces(text: string, width: number): string[] {
  const all = Array.from({ length: Math.max(1, Math.ceil(text.length / width)) }, (_, k) =>
    text.slice(k * width, (k + 1) * width),
  );
  return all.length <= PIECES_MAX ? all : [...all.slice(0, PIECES_MAX), `… (${counted(text.length, "character")})`];
}
