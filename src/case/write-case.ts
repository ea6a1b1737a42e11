import type { Case } from "./case.ts";
import { counterpartLines } from "./counterpart.ts";
import { foundLines, type Found } from "./found.ts";
import { DEFAULT_BUDGET, FIRST_LINE, type Expectation } from "./header.ts";
import { flagLetters, isaText } from "./values.ts";
import { DEFAULT_WORLD, type World } from "./world.ts";

/** What a case file says beside the case itself. */
export interface CaseNotes {
  readonly title?: string;
  readonly expectation?: Expectation;
  readonly found?: Found;
  /** Addresses of sections that do not lie one behind the other. */
  readonly sections?: ReadonlyMap<string, bigint>;
  /** The name of the file that the counterpart is kept in, which is to stand beside this one. */
  readonly counterpartFile?: string;
}

/**
 * The text of a case file, which `readCase` reads back as the same case. Without assembly text the program file itself
 * is kept in the header.
 */
export function writeCase(written: Case, notes: CaseNotes = {}): string {
  const { world, cuts, budget, legTargets = [], provenance, assembly } = written;
  const { counterpart } = written;
  const { expectation, found, sections, counterpartFile } = notes;
  const lines = [
    ...entry("title", notes.title),
    ...worldEntries(world),
    ...(cuts.length > 0 ? [`cuts: ${cuts.join(" ")}`] : []),
    ...(legTargets.length > 0 ? [`leg-targets: ${legTargets.join(" ")}`] : []),
    ...(budget === DEFAULT_BUDGET ? [] : [`budget: ${budget}`]),
    ...expectationEntries(expectation),
    ...entry("provenance", provenance),
    ...(found ? foundLines(found, entry) : []),
    ...(counterpart && counterpartFile !== undefined ? counterpartLines(counterpartFile, counterpart) : []),
    ...[...(sections ?? [])].map(([name, address]) => `section: ${name} 0x${address.toString(16)}`),
    ...(assembly === undefined ? [`elf: ${base64(world.program)}`] : []),
  ];
  const comment = [`/* ${FIRST_LINE}`, ...lines.map((line) => ` * ${line}`), " */"].join("\n");
  return `${comment}\n${withoutHeader(assembly ?? "")}`;
}

function worldEntries(world: World): string[] {
  const { version, isa, memorySize, cost, args, sources, markProgram, systemCalls, writeXorExecute } = world;
  return [
    ...(version === DEFAULT_WORLD.version ? [] : [`version: ${version}`]),
    ...(isa === DEFAULT_WORLD.isa ? [] : [`isa: ${isaText(isa)}`]),
    ...(memorySize === DEFAULT_WORLD.memorySize ? [] : [`memory: ${memorySize}`]),
    ...(cost === DEFAULT_WORLD.cost ? [] : [`cost: ${cost}`]),
    ...args.map((argument) => `arg: ${argumentText(argument)}`),
    ...sources.map(({ id, bytes }) => `source: 0x${id.toString(16)} ${base64(bytes)}`),
    ...(markProgram ? [] : ["mark-program: no"]),
    ...(String(systemCalls) === String(DEFAULT_WORLD.systemCalls) ? [] : [`system-calls: ${systemCalls.join(" ")}`]),
    ...(writeXorExecute ? [] : ["write-xor-execute: no"]),
  ];
}

/** Longer arguments of equal bytes are told by their number. */
const REPEATED_MIN = 64;

function argumentText(argument: Uint8Array): string {
  const [first] = argument;
  const equal = argument.length >= REPEATED_MIN && argument.every((byte) => byte === first);
  return equal ? `repeat:${argument.length} ${hex(BigInt(first))}` : `base64:${base64(argument)}`;
}

function expectationEntries(expectation: Expectation | undefined): string[] {
  if (!expectation) return [];
  const { stop, pc, cycles, reservation, registers, pageFlags } = expectation;
  return [
    ...entry("expect", stop),
    ...(pc === undefined ? [] : [`expect-pc: ${hex(pc)}`]),
    ...(cycles === undefined ? [] : [`expect-cycles: ${cycles}`]),
    ...(reservation === undefined ? [] : [`expect-reservation: ${hex(reservation)}`]),
    ...[...(registers ?? [])].map(([register, value]) => `expect-register: x${register} ${hex(value)}`),
    ...[...(pageFlags ?? [])].map(([page, flags]) => `expect-flags: ${page} ${flagLetters(flags)}`),
  ];
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

/** Values stand on one line and cannot end the comment. */
function entry(key: string, value: string | undefined): string[] {
  return value ? [`${key}: ${value.replaceAll(/\s+/g, " ").replaceAll("*/", "* /")}`] : [];
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

/** Assembly text without the header comment it may already have. */
function withoutHeader(text: string): string {
  return /^\s*\/\*\s*rvrelay case /.test(text) ? text.slice(text.indexOf("*/") + 2).replace(/^\n/, "") : text;
}
