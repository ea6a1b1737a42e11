import { REGISTER_NAMES } from "../isa/index.ts";
import type { PolicyComparison, PolicyEntry } from "./policy.ts";
import { OBSERVABLES } from "./target.ts";
import { Field, WireError } from "./wire/field.ts";

/** A policy file that says something it must not say; the text names the entry. */
export class PolicyError extends Error {
  override name = "PolicyError";
}

/**
 * Reads a policy file: a JSON object with a list of `entries`, each as `PolicyEntry` says. An entry that would excuse
 * anything at all (cycle counts apart without a limit, no reason, no witness) is refused.
 * @throws PolicyError
 */
export function readPolicyText(text: string): PolicyEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PolicyError("is not JSON");
  }
  try {
    const entries = new Field(value, "").get("entries").asList().map(readEntry);
    const twice = entries.find(({ id }, k) => entries.findIndex((each) => each.id === id) < k);
    if (twice) throw new PolicyError(`entry ${twice.id} is there twice`);
    return entries;
  } catch (error) {
    if (error instanceof WireError) throw new PolicyError(error.message);
    throw error;
  }
}

const KEYS = [
  "id",
  "targets",
  "versions",
  "writeXorExecute",
  "expected",
  "actual",
  "compare",
  "reason",
  "link",
  "date",
  "witness",
];
const VERSION_MAX = 2;

function readEntry(field: Field): PolicyEntry {
  checkKeys(field, KEYS);
  const words = (name: string): string[] => itemsOf(field.get(name)).map(textOf);
  const actual = field.get("actual");
  const writeXorExecute = field.get("writeXorExecute");
  const entry = {
    id: textOf(field.get("id")),
    targets: words("targets"),
    versions: itemsOf(field.get("versions")).map((each) => each.asInteger(0, VERSION_MAX)),
    ...(writeXorExecute.isMissing ? {} : { writeXorExecute: writeXorExecute.asBoolean() }),
    expected: words("expected"),
    actual: actual.value === "same" ? ("same" as const) : words("actual"),
    compare: readComparison(field.get("compare")),
    reason: textOf(field.get("reason")),
    link: textOf(field.get("link")),
    date: textOf(field.get("date")),
    witness: textOf(field.get("witness")),
  };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(entry.date) || Number.isNaN(Date.parse(entry.date)))
    throw field.get("date").wrong("a day such as 2026-11-26");
  return entry;
}

function readComparison(field: Field): PolicyComparison {
  checkKeys(field, COMPARISON_KEYS);
  const flag = (name: string): object => (field.get(name).isMissing ? {} : { [name]: field.get(name).asBoolean() });
  const number = (name: string, most: number): object =>
    field.get(name).isMissing ? {} : { [name]: field.get(name).asInteger(1, most) };
  const list = (name: string): readonly Field[] => (field.get(name).isMissing ? [] : itemsOf(field.get(name)));
  const except = list("except").map((each) => each.asOneOf(OBSERVABLES));
  const instructions = list("instructions").map(textOf);
  const registers = list("registers").map((each) => each.asOneOf(REGISTER_NAMES));
  const comparison: PolicyComparison = {
    ...flag("atOwnCycles"),
    ...flag("atReferenceCycles"),
    ...flag("anyLeg"),
    ...(field.get("pcFrom").isMissing ? {} : { pcFrom: field.get("pcFrom").asU64() }),
    ...flag("faultAhead"),
    ...flag("afterPause"),
    ...flag("notStarted"),
    ...number("cyclesApartMax", CYCLES_APART_MAX),
    ...number("dirtyPagesMax", 1),
    ...number("registersMax", 1),
    ...(except.length > 0 && { except }),
    ...(instructions.length > 0 && { instructions }),
    ...(registers.length > 0 && { registers }),
  };
  const apart = comparison.atOwnCycles || except.includes("cycles");
  if (apart && comparison.cyclesApartMax === undefined) throw field.get("cyclesApartMax").wrong("a number of cycles");
  const exceptMax = comparison.notStarted ? EXCEPT_MAX_NOT_STARTED : EXCEPT_MAX;
  if (except.length > exceptMax) throw field.get("except").wrong(`a list of at most ${exceptMax} parts`);
  if (comparison.atReferenceCycles) checkAlone(field);
  return comparison;
}

/** More parts than pc and cycles would leave little that is compared. */
const EXCEPT_MAX = 2;
/** Of a machine in which nothing was started, nobody takes more than why. */
const EXCEPT_MAX_NOT_STARTED = 3;

/** A target that went on is compared where the reference stopped, as a whole; and only far jumps may be such a case. */
function checkAlone(field: Field): void {
  const beside = ["atReferenceCycles", "pcFrom", "anyLeg"];
  if (field.get("pcFrom").isMissing) throw field.get("pcFrom").wrong("an address");
  const other = Object.keys(field.asObject()).find((key) => !beside.includes(key));
  if (other !== undefined) throw field.get(other).wrong("left out beside atReferenceCycles");
}

const COMPARISON_KEYS = [
  "atOwnCycles",
  "atReferenceCycles",
  "pcFrom",
  "anyLeg",
  "faultAhead",
  "cyclesApartMax",
  "except",
  "instructions",
  "dirtyPagesMax",
  "registersMax",
  "registers",
  "afterPause",
  "notStarted",
];

/** More than a block of 16 instructions can cost: 15 divisions and a system call. */
const CYCLES_APART_MAX = 1000;

/** The items of a list. An empty one would say nothing, or, of instructions, anything. */
function itemsOf(field: Field): Field[] {
  const items = field.asList();
  if (items.length === 0) throw field.wrong("a list that is not empty");
  return items;
}

function textOf(field: Field): string {
  const text = field.asText();
  if (text.trim() === "") throw field.wrong("a text that is not empty");
  return text;
}

function checkKeys(field: Field, known: readonly string[]): void {
  const unknown = Object.keys(field.asObject()).find((key) => !known.includes(key));
  if (unknown !== undefined) throw field.get(unknown).wrong(`one of ${known.join(", ")}`);
}
