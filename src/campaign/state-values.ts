import { REGISTER_NAMES } from "../isa/index.ts";
import { byteAt, type Sides } from "../laws/index.ts";
import { stopsEqual, stopText, type Finish, type State } from "../targets/index.ts";
import type { Value, ValueRole } from "./investigation.ts";
import type { OperandsAt } from "./operands-at.ts";

type Shown = Pick<Sides, "before" | "expected" | "actual">;

/** A value that a target does not show. */
export const NOT_SHOWN = "not shown";

/** Operands and results of an instruction first, then all else that differs, but for memory and flags of pages. */
export function stateValues(sides: Shown, operands: OperandsAt | undefined): Value[] {
  const rows: Value[] = [];
  const { expected, actual } = sides;
  for (const [register, role] of [...(operands?.registers ?? [])].toSorted(bySource)) {
    rows.push(registerValue(sides, register, role));
  }
  const accessed = operands && accessedValue(sides, operands);
  if (accessed) rows.push(accessed);
  for (let register = 1; register < REGISTER_NAMES.length; register++) {
    if (operands?.registers.has(register)) continue;
    const value = registerValue(sides, register, "other");
    if (value.differs) rows.push(value);
  }
  const numbers = [
    ["pc", "pc", operands?.jumps ? "destination" : "other"],
    ["cycles", "cycles", "other"],
    ["maxCycles", "max cycles", "other"],
    ["reservation", "reservation", operands?.reserves ? "destination" : "other"],
  ] as const;
  for (const [part, name, role] of numbers) {
    const text = (state: Partial<State>): string => numberText(part, state[part]);
    const value = valueOf(name, role, sides, ({ state }) => text(state));
    if (value.differs || role === "destination") rows.push(value);
  }
  if (!stopsEqual(expected.stop, actual.stop)) {
    rows.push({ ...valueOf("stop", "other", { expected, actual }, ({ stop }) => stopText(stop)), differs: true });
  }
  const output = valueOf("output", "other", { expected, actual }, ({ state }) => outputText(state.output));
  if (output.differs) rows.push(output);
  return rows;
}

/** What a register is called where its number counts: `x5/t0`. */
export function registerText(register: number): string {
  return `x${register}/${REGISTER_NAMES[register]}`;
}

/** Sources first: they are what an instruction starts with. */
function bySource([a, one]: [number, ValueRole], [b, other]: [number, ValueRole]): number {
  return one === other ? a - b : one === "source" ? -1 : 1;
}

function registerValue(sides: Shown, register: number, role: ValueRole): Value {
  return valueOf(registerText(register), role, sides, ({ state }) => hexText(state.registers?.[register]));
}

function accessedValue(sides: Shown, { access }: OperandsAt): Value | undefined {
  const registers = sides.before?.state.registers;
  if (!access || !registers) return undefined;
  const address = BigInt.asUintN(64, registers[access.base] + access.offset);
  return valueOf(`memory at 0x${address.toString(16)}`, access.role, sides, ({ state: { memory } }) => {
    if (!memory) return NOT_SHOWN;
    if (address + BigInt(access.width) > BigInt(memory.pageCount) << 12n) return "outside memory";
    let value = 0n;
    for (let k = access.width - 1; k >= 0; k--) value = (value << 8n) | BigInt(byteAt(memory, address + BigInt(k)));
    return hexText(value);
  });
}

function valueOf(name: string, role: ValueRole, sides: Shown, text: (finish: Finish) => string): Value {
  const [expected, actual] = [text(sides.expected), text(sides.actual)];
  const before = sides.before && text(sides.before);
  const differs = expected !== actual && expected !== NOT_SHOWN && actual !== NOT_SHOWN;
  return { name, role, ...(before !== undefined && before !== NOT_SHOWN && { before }), expected, actual, differs };
}

const NO_RESERVATION = 2n ** 64n - 1n;

function numberText(part: "pc" | "cycles" | "maxCycles" | "reservation", value: bigint | undefined): string {
  if (part === "reservation" && value === NO_RESERVATION) return "none";
  return part === "pc" || part === "reservation" ? hexText(value) : (value?.toString() ?? NOT_SHOWN);
}

function hexText(value: bigint | undefined): string {
  return value === undefined ? NOT_SHOWN : `0x${value.toString(16)}`;
}

/** Bytes of output that are shown. */
const OUTPUT_MAX = 200;

function outputText(output: Uint8Array | undefined): string {
  if (!output) return NOT_SHOWN;
  const text = JSON.stringify(Buffer.from(output).toString("latin1").slice(0, OUTPUT_MAX));
  return output.length > OUTPUT_MAX ? `${text} and ${output.length - OUTPUT_MAX} bytes more` : text;
}
