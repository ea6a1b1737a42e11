/** A kind of cells: what they are made of, and which of them a program can meet at all. */
export interface CellFamily {
  /** One or two words. */
  readonly name: string;
  /** One sentence: what a cell of it is. */
  readonly about: string;
  /** Number of cells, the impossible ones included; a cell is a number below it. */
  readonly cells: number;
  /** What a cell is made of, as text: one entry for each axis. */
  parts(cell: number): readonly string[];
  /** False for cells that nothing can ever hit, by the instruction table alone. */
  possible(cell: number): boolean;
}

/** A family whose cells are all combinations of the values of some axes; the last axis counts fastest. */
export function productFamily(
  name: string,
  about: string,
  axes: readonly (readonly string[])[],
  possible: (indices: readonly number[]) => boolean,
): CellFamily {
  const indicesOf = (cell: number): number[] => {
    const indices = new Array<number>(axes.length);
    let rest = cell;
    for (let k = axes.length - 1; k >= 0; k--) {
      indices[k] = rest % axes[k].length;
      rest = Math.floor(rest / axes[k].length);
    }
    return indices;
  };
  return {
    name,
    about,
    cells: axes.reduce((product, { length }) => product * length, 1),
    parts: (cell) => indicesOf(cell).map((index, k) => axes[k][index]),
    possible: (cell) => possible(indicesOf(cell)),
  };
}

/** The name of a cell: its parts, one behind the other. */
export function cellName(family: CellFamily, cell: number): string {
  return family.parts(cell).join(", ");
}
