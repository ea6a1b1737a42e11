// Snapshots: what is handed over from one machine to the next.
export { decodeBincode, encodeBincode, type BincodeOptions } from "./bincode.ts";
export { BincodeReader } from "./bincode-reader.ts";
export { BincodeWriter } from "./bincode-writer.ts";
export type { Codec } from "./codec.ts";
export { compareSnapshots, snapshotsEqual, type SnapshotDifference } from "./compare.ts";
export { Snapshot2Context } from "./context.ts";
export { MemoryDataSource, type DataSource, type LoadedData } from "./data-source.ts";
export { SnapshotDecodeError, type PathStep } from "./decode-error.ts";
export { struct, tuple, type FieldCodecs } from "./field-codecs.ts";
export { sameEncoded, stringId, u32Id, u64Id, type IdCodec } from "./ids.ts";
export { decodeJson, encodeJson } from "./json.ts";
export { JsonReader } from "./json-reader.ts";
export { list, u64Array } from "./list-codecs.ts";
export { bytes, string, u32, u64, u8 } from "./scalar-codecs.ts";
export { makeSnapshot1, resumeSnapshot1, type Snapshot1 } from "./snapshot1.ts";
export { decodeBincode1, decodeJson1, encodeBincode1, encodeJson1 } from "./snapshot1-codec.ts";
export type { DirtyRun, SameId, Snapshot2, SourceRun, TrackedPage } from "./snapshot2.ts";
