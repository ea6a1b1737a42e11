// The museum: faults of the history of VMs, and how well they are found.
export type { Absent, Category, Exhibit, Provenance, Row } from "./exhibit.ts";
export { CATALOGUE, EXHIBITS } from "./exhibits/index.ts";
export { FaultyTarget, type FaultOptions } from "./faulty-target.ts";
export { meaning } from "./meanings.ts";
