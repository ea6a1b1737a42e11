import { SnapshotDecodeError, type Snapshot2 } from "../../src/snapshot/index.ts";
import type { Damaged } from "./damage.ts";

/** What came of decoding damaged bytes. */
export interface DecodeOutcome {
  /** `same`: read, and the same bytes when written again; `other`: read, and the same snapshot when written and read again. */
  readonly kind: "refused" | "same" | "other";
  /** Of a refusal, the field without indices; empty for the whole. */
  readonly field: string;
  readonly snapshot: Snapshot2<bigint> | undefined;
}

const MESSAGE = /^[^\n]+: [^\n]+ \(at byte \d+\)$/;

/**
 * Decodes; what is refused must say where, and what is not must be a snapshot that can be written.
 * @throws Error for anything else: it is a fault of the decoder
 */
export function decodeOutcome({ encoding, bytes }: Damaged): DecodeOutcome {
  let snapshot: Snapshot2<bigint>;
  try {
    snapshot = encoding.decode(bytes);
  } catch (error) {
    if (!(error instanceof SnapshotDecodeError)) throw error;
    const { message, offset, path } = error;
    const inside = Number.isInteger(offset) && offset >= 0 && offset <= bytes.length;
    if (!inside || !MESSAGE.test(message))
      throw new Error(`a refusal that does not say where: ${message}`, { cause: error });
    return { kind: "refused", field: path.replace(/\[\d+\]/g, "[]"), snapshot: undefined };
  }
  const written = encoding.encode(snapshot);
  if (Buffer.compare(written, bytes) === 0) return { kind: "same", field: "", snapshot };
  // Bincode has one way to write a snapshot; JSON has many: spaces, order of fields, fields that are ignored.
  if (encoding.name === "bincode") throw new Error("bincode that was read and is written otherwise");
  const again = encoding.encode(encoding.decode(written));
  if (Buffer.compare(again, written) !== 0) throw new Error("JSON that was read and means something else when written");
  return { kind: "other", field: "", snapshot };
}
