import type { CutPlan } from "../../case/index.ts";
import { rebuildCase, type GeneratedCase } from "../case.ts";
import type { GeneratedProgram } from "../program.ts";
import type { Surroundings } from "../surroundings.ts";

// What can be shrunk although nobody knows where it comes from: an example that is given to fast-check, for one.

const INTENTS: readonly unknown[] = ["exit", "fault", "budget", "any"];

/** True if `value` is a generated case. */
export function isCase(value: unknown): value is GeneratedCase {
  if (!isObject(value)) return false;
  const { world, cuts, budget, legTargets = [], intent, program } = value;
  return (
    isWorld(world) &&
    (world as { program?: unknown }).program instanceof Uint8Array &&
    isCutPlan(cuts) &&
    isCycles(budget) &&
    Array.isArray(legTargets) &&
    legTargets.every(isIndex) &&
    INTENTS.includes(intent) &&
    isProgram(program)
  );
}

/** True if `value` is a world, with or without its program. */
export function isWorld(value: unknown): value is Surroundings {
  if (!isObject(value)) return false;
  const { version, isa, memorySize, cost, args, sources, markProgram, systemCalls } = value;
  return (
    [0, 1, 2].includes(version as number) &&
    isIndex(isa) &&
    isIndex(memorySize) &&
    (cost === "real" || cost === "constant") &&
    Array.isArray(args) &&
    args.every((arg) => arg instanceof Uint8Array) &&
    Array.isArray(sources) &&
    sources.every((piece) => isObject(piece) && isCycles(piece["id"]) && piece["bytes"] instanceof Uint8Array) &&
    typeof markProgram === "boolean" &&
    Array.isArray(systemCalls) &&
    systemCalls.every(isIndex)
  );
}

/** True if `value` is a generated program. */
export function isProgram(value: unknown): value is GeneratedProgram {
  if (!isObject(value)) return false;
  const { base, items, pointers, data, reserved } = value;
  return (
    isIndex(base) &&
    typeof reserved === "number" &&
    Array.isArray(items) &&
    items.every(isItem) &&
    items.every(({ id }, k) => k === 0 || items[k - 1].id < id) &&
    Array.isArray(pointers) &&
    pointers.every((pointer) => isObject(pointer) && isIndex(pointer["register"])) &&
    Array.isArray(data) &&
    data.every((segment) => isObject(segment) && Array.isArray(segment["patches"]))
  );
}

function isItem(value: unknown): value is GeneratedProgram["items"][number] {
  return isObject(value) && isIndex(value["id"]) && typeof value["kind"] === "string" && Array.isArray(value["ops"]);
}

/** True if `value` is a cut plan: cycle counts that ascend. */
export function isCutPlan(value: unknown): value is CutPlan {
  return Array.isArray(value) && value.every((cut, k) => isCycles(cut) && (k === 0 || value[k - 1] < cut));
}

function isCycles(value: unknown): value is bigint {
  return typeof value === "bigint" && value >= 0n;
}

function isIndex(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

const NO_BYTES = new Uint8Array(0);

/** A program that is to exit as a whole case, without cuts and with a budget that is enough. */
export function caseOf(program: GeneratedProgram, surroundings: Surroundings): GeneratedCase {
  const empty = { ...program, items: [] };
  const world = { ...surroundings, program: NO_BYTES };
  const nothing: GeneratedCase = { world, cuts: [], budget: 0n, intent: "exit", families: [], program: empty };
  return rebuildCase(nothing, program, surroundings, []);
}
