import { createHash } from "node:crypto";
import type { Finish, MemoryImage, Stop } from "../targets/target.ts";
import { SCHEMA_VERSION } from "./gate-json.ts";

/** A whole finish as one JSON document, as `rvrelay run --json` prints it. What the target does not show is null. */
export function finishJson(finish: Finish, seconds: number): object {
  const { stop, state, loadedBytes } = finish;
  return {
    schemaVersion: SCHEMA_VERSION,
    verdict: "held",
    seconds: Number(seconds.toFixed(3)),
    stop: stopJson(stop),
    cycles: state.cycles === undefined ? null : String(state.cycles),
    maxCycles: state.maxCycles === undefined ? null : String(state.maxCycles),
    pc: hex(state.pc),
    registers: state.registers ? registersJson(state.registers) : null,
    reservation: hex(state.reservation),
    pageFlags: state.pageFlags ? pageFlagsJson(state.pageFlags) : null,
    memorySha256: state.memory ? memorySha256(state.memory) : null,
    loadedBytes: loadedBytes === undefined ? null : Number(loadedBytes),
    output: state.output ? Buffer.from(state.output).toString("utf8") : null,
  };
}

/** `{kind, code}` or `{kind, fault: {name, …payload}}`; 64-bit payloads as `0x…` strings. */
export function stopJson(stop: Stop): object {
  if (stop.kind !== "fault") return stop;
  const payload = Object.entries<string | number | bigint>({ ...stop.fault }).map(
    ([key, value]): [string, string | number | null] => [key, typeof value === "bigint" ? hex(value) : value],
  );
  return { kind: stop.kind, fault: Object.fromEntries(payload) as object };
}

function hex(value: bigint | undefined): string | null {
  return value === undefined ? null : `0x${value.toString(16)}`;
}

function registersJson(registers: BigUint64Array): (string | null)[] {
  return Array.from({ length: 32 }, (_, r) => hex(registers[r]));
}

/** [page, flags] of every page that has any. */
function pageFlagsJson(flags: Uint8Array): [number, number][] {
  return [...flags.entries()].filter(([, bits]) => bits !== 0);
}

/** SHA-256 of all of memory, zeroes included. */
function memorySha256(memory: MemoryImage): string {
  const hash = createHash("sha256");
  for (let page = 0; page < memory.pageCount; page++) hash.update(memory.pageView(page));
  return hash.digest("hex");
}
