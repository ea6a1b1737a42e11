import { isaText } from "../../case/index.ts";
import { MEMORY_SIZE_MAX, PAGE_SIZE } from "../../machine/index.ts";
import { OBSERVABLES, type Capabilities } from "../target.ts";
import { FAULT_NAMES, FAULTS_WITH_PAYLOAD } from "./fault.ts";
import type { Field, JsonObject } from "./field.ts";
import { KEPT_WORLDS_MAX } from "./kept-worlds.ts";

/** The version of the protocol that this program speaks. */
export const PROTOCOL_VERSION = 1;

/** What the answer to `initialize` says of a target. */
export interface Introduction {
  readonly name: string;
  readonly version: string;
  readonly capabilities: Capabilities;
  /** True if it has the method `relay`. */
  readonly relay: boolean;
  /** Worlds that it keeps between requests. */
  readonly keepsWorlds: number;
}

/** The answer to `initialize`, as JSON. */
export function introductionJson({ name, version, capabilities, relay, keepsWorlds }: Introduction): JsonObject {
  const { memorySizeMin = PAGE_SIZE, memorySizeStep = PAGE_SIZE, faultPayloads = FAULTS_WITH_PAYLOAD } = capabilities;
  const isa = isaText(capabilities.isa);
  return {
    protocolVersion: PROTOCOL_VERSION,
    name,
    version,
    capabilities: { ...capabilities, isa, memorySizeMin, memorySizeStep, faultPayloads, relay, keepsWorlds },
  };
}

const VERSION_MAX = 2 ** 16;
const SYSTEM_CALL_MAX = 2 ** 32;

/** @throws WireError */
export function readIntroduction(field: Field): Introduction {
  field.get("protocolVersion").asInteger(PROTOCOL_VERSION, PROTOCOL_VERSION);
  const its = field.get("capabilities");
  const isa = its.get("isa").asIsa();
  const list = <T>(name: string, read: (item: Field) => T): T[] => its.get(name).asList().map(read);
  const [blocks, pcInCalls] = [its.get("blocks"), its.get("pcInCalls")];
  const memory = (name: string): number => its.get(name).asInteger(PAGE_SIZE, MEMORY_SIZE_MAX);
  return {
    name: field.get("name").asText(),
    version: field.get("version").asText(),
    relay: its.get("relay").asBoolean(),
    keepsWorlds: its.get("keepsWorlds").isMissing ? 0 : its.get("keepsWorlds").asInteger(0, KEPT_WORLDS_MAX),
    capabilities: {
      versions: list("versions", (item) => item.asInteger(0, VERSION_MAX)),
      isa,
      memorySizeMin: memory("memorySizeMin"),
      memorySizeMax: memory("memorySizeMax"),
      memorySizeStep: memory("memorySizeStep"),
      costs: list("costs", (item) => item.asOneOf(["real", "constant"])),
      systemCalls: list("systemCalls", (item) => item.asInteger(0, SYSTEM_CALL_MAX)),
      observes: [...new Set(list("observes", (item) => item.asOneOf(OBSERVABLES)))],
      faultPayloads: list("faultPayloads", (item) => item.asOneOf(FAULT_NAMES)),
      snapshots: its.get("snapshots").asBoolean(),
      writableCode: its.get("writableCode").asBooleanOr(false),
      ...(!blocks.isMissing && { blocks: blocks.asOneOf(["decoded", "charged"]) }),
      ...(!pcInCalls.isMissing && { pcInCalls: pcInCalls.asOneOf(["behind"]) }),
    },
  };
}
