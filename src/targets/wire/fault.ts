import type { Fault, FaultName } from "../../machine/index.ts";
import type { Stop } from "../target.ts";
import { u64Text, type Field, type JsonObject } from "./field.ts";

/** How each part of a payload is written. */
type PayloadKind = "u64" | "word" | "text" | "bound kind";

const PAYLOADS: Readonly<Record<FaultName, Readonly<Record<string, PayloadKind>>>> = {
  CyclesExceeded: {},
  CyclesOverflow: {},
  ElfBits: {},
  ElfParseError: { text: "text" },
  ElfSegmentUnreadable: { address: "u64" },
  ElfSegmentWritableAndExecutable: { address: "u64" },
  ElfSegmentAddrOrSizeError: { address: "u64" },
  InvalidEcall: { code: "u64" },
  InvalidInstruction: { pc: "u64", instruction: "word" },
  InvalidVersion: {},
  MemOutOfBound: { address: "u64", kind: "bound kind" },
  MemOutOfStack: {},
  MemPageUnalignedAccess: { address: "u64" },
  MemWriteOnExecutablePage: { page: "u64" },
  MemWriteOnFreezedPage: { page: "u64" },
  Pause: {},
  Yield: {},
  External: { text: "text" },
  SnapshotDataLoadError: {},
  Unexpected: { text: "text" },
};

/** The names of all faults. */
export const FAULT_NAMES = Object.keys(PAYLOADS) as FaultName[];

/** Faults that carry something beside their name. */
export const FAULTS_WITH_PAYLOAD = FAULT_NAMES.filter((name) => Object.keys(PAYLOADS[name]).length > 0);

const WORD_MAX = 2 ** 32 - 1;
const EXIT_LEAST = -128;
const EXIT_MOST = 127;

/** `stop` as JSON. */
export function stopJson(stop: Stop): JsonObject {
  if (stop.kind !== "fault") return stop;
  if ("payload" in stop.fault) return { kind: "fault", fault: { name: stop.fault.name } };
  const payload = Object.entries<string | number | bigint>({ ...stop.fault });
  const fault = payload.map(([key, value]) => [key, typeof value === "bigint" ? u64Text(value) : value]);
  return { kind: "fault", fault: Object.fromEntries(fault) as JsonObject };
}

/**
 * @param shown faults whose payload must be there; of others only the name is taken
 * @throws WireError
 */
export function readStop(field: Field, shown: readonly FaultName[]): Stop {
  const kind = field.get("kind").asOneOf(["exit", "budget", "pause", "fault"]);
  if (kind === "exit") return { kind, code: field.get("code").asInteger(EXIT_LEAST, EXIT_MOST) };
  return kind === "fault" ? { kind, fault: readFault(field.get("fault"), shown) } : { kind };
}

function readFault(field: Field, shown: readonly FaultName[]): Extract<Stop, { kind: "fault" }>["fault"] {
  const name = field.get("name").asOneOf(FAULT_NAMES);
  if (name === "CyclesExceeded" || name === "Pause")
    throw field.get("name").wrong("a fault; this is a stop of its own");
  const kinds = Object.entries(PAYLOADS[name]);
  if (kinds.length > 0 && !shown.includes(name)) return { name, payload: "unknown" };
  const payload = kinds.map(([key, kind]) => [key, readPayload(field.get(key), kind)]);
  return { name, ...(Object.fromEntries(payload) as object) } as Fault;
}

function readPayload(field: Field, kind: PayloadKind): string | number | bigint {
  if (kind === "u64") return field.asU64();
  if (kind === "word") return field.asInteger(0, WORD_MAX);
  return kind === "text" ? field.asText() : field.asOneOf(["Memory", "ExternalData"]);
}
