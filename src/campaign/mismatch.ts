import type { CaseFile, Expectation } from "../case/index.ts";
import { REGISTER_NAMES } from "../isa/index.ts";
import { stopText, type Finish } from "../targets/index.ts";

/** The first thing that is not as the file expects, with `how` it came about; undefined if all is. */
export function mismatch({ expectation }: CaseFile, finish: Finish, how: string): string | undefined {
  for (const { what, expected, actual } of expectations(expectation, finish)) {
    if (actual !== undefined && actual !== expected) return `${how}: expected ${what}${expected}, got ${actual}`;
  }
  return undefined;
}

/** What the file expects and the target does not show: absence is not equality, so it has to be said. */
export function notLookedAt({ expectation }: CaseFile, finish: Finish): string | undefined {
  const missing = [...expectations(expectation, finish)].filter(({ actual }) => actual === undefined);
  return missing.length === 0 ? undefined : `not looked at: ${missing.map(({ what }) => what.trim()).join(", ")}`;
}

interface Expected {
  /** Stands before the expected value; empty for the stop. */
  readonly what: string;
  readonly expected: string;
  /** Undefined where the target does not show it. */
  readonly actual: string | undefined;
}

function* expectations(expectation: Expectation, { stop, state }: Finish): Generator<Expected> {
  const named = stop.kind === "fault" && "payload" in stop.fault;
  const [name, ...payload] = expectation.stop.split(/ (?=\w+=)/);
  yield { what: "", expected: named ? name : expectation.stop, actual: stopText(stop) };
  if (named && payload.length > 0) yield { what: "payload ", expected: payload.join(" "), actual: undefined };
  if (expectation.pc !== undefined) yield { what: "pc ", expected: hex(expectation.pc), actual: shown(state.pc) };
  if (expectation.cycles !== undefined) {
    yield { what: "cycles ", expected: `${expectation.cycles}`, actual: state.cycles?.toString() };
  }
  if (expectation.reservation !== undefined) {
    yield { what: "reservation ", expected: hex(expectation.reservation), actual: shown(state.reservation) };
  }
  for (const [register, value] of expectation.registers ?? []) {
    yield { what: `${REGISTER_NAMES[register]} `, expected: hex(value), actual: shown(state.registers?.[register]) };
  }
  for (const [page, flags] of expectation.pageFlags ?? []) {
    const actual = state.pageFlags && `${state.pageFlags[page] ?? "no such page"}`;
    yield { what: `flags of page ${page} `, expected: `${flags}`, actual };
  }
}

function shown(value: bigint | undefined): string | undefined {
  return value === undefined ? undefined : hex(value);
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
