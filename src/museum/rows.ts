import { AFTER_LOADING, AFTER_RESUME, AT_LIMIT, IN_FETCH, IN_SNAPSHOT } from "../laws/index.ts";
import type { Target } from "../targets/index.ts";
import type { Absent, Category, Exhibit, Provenance } from "./exhibit.ts";
import { FaultyTarget, type FaultOptions } from "./faulty-target.ts";

/** Where a fault of loading a program is found. */
export const AT_LOAD: readonly string[] = [AFTER_LOADING];
/** Where a fault of taking snapshots is found. */
export const IN_TAKING: readonly string[] = [IN_SNAPSHOT];
/** Where a fault of resuming snapshots is found. */
export const IN_RESUMING: readonly string[] = [AFTER_RESUME];
/**
 * Where a fault is found of what takes part in both, in taking and in resuming: tracking, encodings, bytes that are shared, and
 * what only a machine shows that was resumed and gives a snapshot again.
 */
export const IN_BOTH: readonly string[] = [AFTER_RESUME, IN_SNAPSHOT];
/** Where a fault of fetching is found: no instruction is there. */
export const FETCH: readonly string[] = [IN_FETCH];
/** Where a fault of stopping at a limit is found: every instruction is right. */
export const LIMIT: readonly string[] = [AT_LIMIT];

/** One line of a category: what is the same in all its rows is left out. */
export interface Rows {
  /**
   * A fault: what the reference does differently, or how to make a target that does.
   * @param places where it is found; a sentence that says why, where no single place is at fault
   */
  readonly fault: (
    id: string,
    origin: readonly [Provenance, string],
    does: string,
    places: readonly string[] | string,
    fault: FaultOptions | ((name: string) => Target),
  ) => Exhibit;
  /** A fault that nothing can observe here, with the proof. */
  readonly equivalent: (id: string, origin: readonly [Provenance, string], does: string, reason: string) => Absent;
  /** A fault of something that this project does not have. */
  readonly notApplicable: (id: string, origin: readonly [Provenance, string], does: string, reason: string) => Absent;
}

/** Rows of one category. */
export function rowsOf(category: Category): Rows {
  const row = (id: string, [provenance, origin]: readonly [Provenance, string], does: string) => ({
    id,
    category,
    provenance,
    origin,
    does,
  });
  return {
    fault: (id, origin, does, places, fault) => ({
      ...row(id, origin, does),
      kind: "exhibit",
      ...(typeof places === "string" ? { places: [], whyNoPlace: places } : { places }),
      open: () => (typeof fault === "function" ? fault(`museum:${id}`) : new FaultyTarget(`museum:${id}`, fault)),
    }),
    equivalent: (id, origin, does, reason) => ({ ...row(id, origin, does), kind: "equivalent", reason }),
    notApplicable: (id, origin, does, reason) => ({ ...row(id, origin, does), kind: "not applicable", reason }),
  };
}
