import type { FamilyCoverage, Tally } from "../../campaign/index.ts";
import type { HeatCell, HeatGroup, HeatMap, HeatPlace } from "./heat-map.ts";

/** Rows of the instruction table by extension, as `Tally.byRow` gives them. */
type Rows = ReturnType<Tally["byRow"]>;

/** A column: the family that its cells are of, and the parts of them that are not the instruction. */
interface Column {
  readonly group: string;
  readonly name: string;
  readonly family: FamilyCoverage;
  /** True for the cells of this column, by their parts behind the instruction. */
  readonly isOf: (parts: readonly string[]) => boolean;
}

/** Instruction x class of the value in rs1 and rs2; undefined where nobody recorded it. */
export function operandMap(coverage: readonly FamilyCoverage[], rows: Rows): HeatMap | undefined {
  const family = coverage.find((each) => each.family === "operands");
  if (!family) return undefined;
  const columns = ["rs1", "rs2"].flatMap((source) =>
    valuesOf(family, 2).map((value): Column => {
      return { group: source, name: value, family, isOf: ([from, kind]) => from === source && kind === value };
    }),
  );
  return mapOf(columns, rows);
}

const BEFORE = "cuts before";
const AFTER = "cuts after";

/** Instruction x where a cut is, over the states of pages. */
export function cutMap(coverage: readonly FamilyCoverage[], rows: Rows): HeatMap | undefined {
  return cutColumns(coverage, rows, (family, group) =>
    valuesOf(family, 2).map((edge): Column => ({ group, name: edge, family, isOf: (parts) => parts[1] === edge })),
  );
}

/** Instruction that accesses memory x state of the page x where a cut is. */
export function pageCutMap(coverage: readonly FamilyCoverage[], rows: Rows): HeatMap | undefined {
  return cutColumns(coverage, rows, (family, group) =>
    valuesOf(family, 2).flatMap((edge) =>
      valuesOf(family, 1)
        .filter(
          (page) => page !== "no page" && family.cells.some(({ parts }) => parts[1] === page && parts[2] === edge),
        )
        .map((page): Column => {
          return {
            group: `${group}, ${edge}`,
            name: page,
            family,
            isOf: (parts) => parts[0] === page && parts[1] === edge,
          };
        }),
    ),
  );
}

function cutColumns(
  coverage: readonly FamilyCoverage[],
  rows: Rows,
  columnsOf: (family: FamilyCoverage, group: string) => Column[],
): HeatMap | undefined {
  const before = coverage.find(({ family }) => family === BEFORE);
  const after = coverage.find(({ family }) => family === AFTER);
  if (!before || !after) return undefined;
  return mapOf([...columnsOf(before, "cut before it"), ...columnsOf(after, "cut behind it")], rows);
}

/** The values on one axis of a family, in the order of their cells. */
function valuesOf(family: FamilyCoverage, axis: number): string[] {
  const leftOut = family.leftOut.flatMap(({ cells }) => cells.map((name) => name.split(", ")[axis] ?? ""));
  return [...new Set([...family.cells.map(({ parts }) => parts[axis]), ...leftOut])].filter((value) => value !== "");
}

function mapOf(columns: readonly Column[], rows: Rows): HeatMap {
  const index = new Map<FamilyCoverage, Map<string, FamilyCoverage["cells"]>>();
  for (const { family } of columns) {
    if (!index.has(family))
      index.set(
        family,
        Map.groupBy(family.cells, ({ parts }) => parts[0]),
      );
  }
  const out = new Map<FamilyCoverage, Map<string, string[][]>>();
  for (const family of index.keys()) {
    const names = family.leftOut.flatMap(({ cells }) => cells.map((name) => name.split(", ")));
    out.set(
      family,
      Map.groupBy(names, ([name]) => name),
    );
  }
  const placeOf = (name: string, { family, isOf }: Column): HeatPlace => {
    const cells = (index.get(family)?.get(name) ?? []).filter(({ parts }) => isOf(parts.slice(1)));
    if (cells.length > 0) {
      const met = cells.filter(({ hits }) => hits > 0).length;
      return { hits: cells.reduce((sum, { hits }) => sum + hits, 0), of: cells.length, met } satisfies HeatCell;
    }
    const isOut = (out.get(family)?.get(name) ?? []).some((parts) => isOf(parts.slice(1)));
    return isOut ? "left out" : undefined;
  };
  const groups = [...Map.groupBy(rows, ({ extension }) => extension)].map(([name, all]): HeatGroup => {
    const filled = all.map((row) => ({ name: row.name, places: columns.map((column) => placeOf(row.name, column)) }));
    return { name, rows: filled.filter(({ places }) => places.some((place) => place !== undefined)) };
  });
  return {
    row: "instruction",
    columns: [...Map.groupBy(columns, ({ group }) => group)].map(([name, all]) => ({
      name,
      columns: all.map((column) => column.name),
    })),
    groups: groups.filter(({ rows: some }) => some.length > 0),
  };
}
