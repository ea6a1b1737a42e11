// Snapshots: what is handed over from one machine to the next.
export { Snapshot2Context, type SameId } from "./context.ts";
export { MemoryDataSource, type DataSource, type LoadedData } from "./data-source.ts";
export type { DirtyRun, Snapshot2, SourceRun, TrackedPage } from "./snapshot2.ts";
