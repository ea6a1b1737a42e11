import { ADAPTERS } from "../src/cli/adapters.ts";
import { NativeEngine } from "./native.ts";
import type { Side } from "./rounds.ts";
import type { Row } from "./row.ts";
import { sampleRow } from "./sample.ts";

/** A checkout as a side of a measurement. */
export function checkout(name: string, root: string, sampleMs: number): Side<Row> {
  return { name, sample: async (row) => sampleRow(root, row, sampleMs) };
}

/** The engines of the real CKB-VM, for the rows that have something to compare with. Those that are not built are left out. */
export function nativeSides(sampleMs: number): { sides: readonly Side<Row>[]; close: () => void } {
  const engines = ADAPTERS.map((adapter) => NativeEngine.open(adapter)).filter(
    (engine) => engine instanceof NativeEngine,
  );
  const sides = engines.map((engine): Side<Row> => ({
    name: engine.name,
    sample: ({ name, native }) => native && engine.measure(name, native, sampleMs / 2).then((value) => ({ value })),
  }));
  return { sides, close: () => engines.forEach((engine) => engine.close()) };
}
