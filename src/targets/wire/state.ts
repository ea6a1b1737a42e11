import { REGISTER_COUNT } from "../../isa/index.ts";
import { PAGE_SIZE } from "../../machine/index.ts";
import type { Observable, State } from "../target.ts";
import { bytesText, u64Text, type Field } from "./field.ts";
import { SentMemory, spans } from "./memory.ts";

const NUMBERS = ["pc", "cycles", "maxCycles", "reservation"] as const;

/** The parts of a state that are there, as JSON text. */
export function stateText(state: Partial<State>): string {
  const members: string[] = [];
  if (state.registers) {
    members.push(`"registers":[${Array.from(state.registers, (value) => `"${u64Text(value)}"`).join(",")}]`);
  }
  for (const name of NUMBERS) {
    const value = state[name];
    if (value !== undefined) members.push(`"${name}":"${u64Text(value)}"`);
  }
  if (state.pageFlags) members.push(`"pageFlags":${JSON.stringify(flagList(state.pageFlags))}`);
  if (state.memory) {
    const runs = [...spans(state.memory)].map(({ address, bytes }) => `["${u64Text(address)}","${bytesText(bytes)}"]`);
    members.push(`"memory":[${runs.join(",")}]`);
  }
  if (state.output) members.push(`"output":"${bytesText(state.output)}"`);
  return `{${members.join(",")}}`;
}

function flagList(flags: Uint8Array): [number, number][] {
  const list: [number, number][] = [];
  for (let page = 0; page < flags.length; page++) if (flags[page] !== 0) list.push([page, flags[page]]);
  return list;
}

/** The last memory that was read in a world, as it was sent and as it was read: what is sent again is not read again. */
export interface MemoryBefore {
  sent?: unknown;
  memory?: SentMemory;
}

/**
 * The parts of a state that a target observes; each must be there.
 * @param memorySize bytes of the world it belongs to
 * @param before of the same world
 * @throws WireError
 */
export function readState(
  field: Field,
  observes: readonly Observable[],
  memorySize: number,
  before: MemoryBefore = {},
): Partial<State> {
  return Object.fromEntries(observes.map((part) => [part, READERS[part](field.get(part), memorySize, before)]));
}

type Reader<T> = (field: Field, memorySize: number, before: MemoryBefore) => T;

const READERS: { readonly [Part in Observable]: Reader<State[Part]> } = {
  registers: readRegisters,
  pc: (field) => field.asU64(),
  cycles: (field) => field.asU64(),
  maxCycles: (field) => field.asU64(),
  reservation: (field) => field.asU64(),
  pageFlags: readFlags,
  memory: readMemory,
  output: (field) => field.asBytes(),
};

function readRegisters(field: Field): BigUint64Array {
  const list = field.asList(REGISTER_COUNT);
  if (list.length !== REGISTER_COUNT) throw field.wrong(`a list of ${REGISTER_COUNT} numbers`);
  return BigUint64Array.from(list, (each) => each.asU64());
}

const FLAGS_MAX = 255;

function readFlags(field: Field, memorySize: number): Uint8Array {
  const flags = new Uint8Array(memorySize / PAGE_SIZE);
  let last = -1;
  for (const each of field.asList(flags.length)) {
    const pair = each.asList(2);
    if (pair.length !== 2) throw each.wrong("a page and its flags");
    const page = pair[0].asInteger(last + 1, flags.length - 1);
    flags[page] = pair[1].asInteger(1, FLAGS_MAX);
    last = page;
  }
  return flags;
}

function readMemory(field: Field, memorySize: number, before: MemoryBefore): SentMemory {
  if (before.memory && sameSpans(field.value, before.sent)) return before.memory;
  const memory = new SentMemory(memorySize);
  let end = 0n;
  for (const each of field.asList(memorySize)) {
    const pair = each.asList(2);
    if (pair.length !== 2) throw each.wrong("an address and bytes");
    const address = pair[0].asU64();
    if (address < end) throw pair[0].wrong("behind the bytes before it");
    const bytes = pair[1].asBytes();
    end = address + BigInt(bytes.length);
    if (end > BigInt(memorySize)) throw pair[1].wrong(`inside the ${memorySize} bytes of memory`);
    memory.put(Number(address), bytes);
  }
  before.sent = field.value;
  before.memory = memory;
  return memory;
}

/** True if both are lists of the same pairs of texts: the same memory to the last byte, without looking at the bytes. */
function sameSpans(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((pair: unknown, k) => {
    const other: unknown = b[k];
    return (
      Array.isArray(pair) && Array.isArray(other) && pair.length === 2 && pair[0] === other[0] && pair[1] === other[1]
    );
  });
}
