import type { World } from "../case/index.ts";
import { decode, ISA_MOP } from "../isa/index.ts";
import type { Fault } from "../machine/index.ts";
import { stopsEqual, type Finish, type State, type Stop, type Target } from "../targets/target.ts";
import { followBlock, type BlockBounds } from "./block-bounds.ts";
import { codeImage } from "./code-image.ts";

const PAGE = 4096;

/** The block that begins at `pc` in a state; where that shows no memory, its code is taken to be that of the program file. */
export function blockIn(state: Partial<State>, pc: bigint, world: World): BlockBounds {
  const bytesOf = executableBytes(state, world);
  return followBlock(pc, world, (at) => fetched(at, world, bytesOf));
}

/** The bytes of a page that can be executed. */
type BytesOf = (page: number) => Uint8Array | undefined;

function executableBytes({ memory, pageFlags }: Partial<State>, { program, writeXorExecute }: World): BytesOf {
  if (memory && pageFlags) {
    return (page) => (writeXorExecute && !(pageFlags[page] & EXECUTABLE) ? undefined : memory.pageView(page));
  }
  return (page) => codeImage(program)?.pages.get(page);
}

const EXECUTABLE = 2;

/**
 * The instruction at an address, or the fault of fetching it (reference/ckb-vm/decode.md 1): four bytes are read at once,
 * but two and two at the end of a page.
 */
function fetched(pc: bigint, world: World, bytesOf: BytesOf): number | Fault {
  const atPageEnd = pc % 4096n >= 4094n;
  const low = executed(pc, atPageEnd ? 2 : 4, world, bytesOf);
  if (typeof low !== "number") return low;
  if ((low & 3) !== 3) return low & 0xffff;
  if (!atPageEnd) return low >>> 0;
  const high = executed(pc + 2n, 2, world, bytesOf);
  return typeof high === "number" ? ((high << 16) | low) >>> 0 : high;
}

/** Bytes that are to be executed, little-endian. */
function executed(address: bigint, length: number, { memorySize }: World, bytesOf: BytesOf): number | Fault {
  const end = address + BigInt(length);
  if (end > BigInt(memorySize)) {
    return { name: "MemOutOfBound", address: address >= BigInt(memorySize) ? address : end, kind: "Memory" };
  }
  let value = 0;
  for (let k = 0; k < length; k++) {
    const at = Number(address) + k;
    const page = Math.floor(at / PAGE);
    const bytes = bytesOf(page);
    if (!bytes) return { name: "MemWriteOnExecutablePage", page: BigInt(page) };
    value |= bytes[at % PAGE] << (8 * k);
  }
  return value;
}

/**
 * The fault at which decoding ahead from a state's pc ends a leg before anything is executed; undefined if it does not. Where
 * instructions may be fused, it cannot be told from them alone where a block ends: then what the target did tells.
 */
export function faultAhead(state: Partial<State>, world: World, actual: Stop): Fault | undefined {
  const { fault } = blockIn(state, state.pc ?? 0n, world);
  if (!fault) return undefined;
  const isCertain = (world.isa & ISA_MOP) === 0;
  return isCertain || stopsEqual({ kind: "fault", fault }, actual) ? fault : undefined;
}

/** The fault of the instruction at pc itself, if it cannot be fetched or decoded. */
export function faultAtPc(state: Partial<State>, world: World): Fault | undefined {
  const { pc = 0n } = state;
  const word = fetched(pc, world, executableBytes(state, world));
  if (typeof word !== "number") return word;
  const isDecoded = decode(word, world.isa, world.version) !== undefined;
  return isDecoded ? undefined : { name: "InvalidInstruction", pc, instruction: word };
}

/** Cycles that a leg must be allowed to spend so that a target executes the instruction at pc, which costs `cost`. */
export function cyclesToExecute(
  state: Partial<State>,
  cost: bigint,
  world: World,
  { blocks }: Target["capabilities"],
): bigint {
  return blocks === "charged" ? blockIn(state, state.pc ?? 0n, world).cost : cost;
}

/**
 * Where a target must finish, from where one must that executes one instruction after the other.
 * @param start the state in which nothing has been executed yet
 */
export function answerOnBlocks(
  expected: Finish,
  start: Partial<State>,
  actual: Finish,
  world: World,
  { blocks }: Target["capabilities"],
): Finish {
  const { pc } = start;
  if (blocks === undefined || pc === undefined) return expected;
  const fault = faultAhead(start, world, actual.stop);
  if (fault) return { stop: { kind: "fault", fault }, started: true, state: start };
  const isMet = expected.stop.kind === "fault" && expected.state.pc !== pc;
  if (blocks === "decoded" || !isMet) return expected;
  return { ...expected, state: { ...expected.state, ...behindBlock(start, actual.state, world) } };
}

/**
 * pc and cycles behind the block at the pc of `start`, charged as a whole; with fusion, those of the target if they can be.
 */
export function behindBlock(
  start: Partial<State>,
  actual: Partial<State>,
  world: World,
): { readonly pc: bigint; readonly cycles: bigint } {
  const { pc = 0n, cycles = 0n } = start;
  const { borders, cost } = blockIn(start, pc, world);
  const whole = { pc: [...borders].at(-1)!, cycles: cycles + cost };
  if (!(world.isa & ISA_MOP)) return whole;
  const { pc: shown = whole.pc, cycles: spent = whole.cycles } = actual;
  const isEnd = shown !== pc && borders.has(shown);
  const canCost = spent > cycles && spent <= whole.cycles;
  return { pc: isEnd ? shown : whole.pc, cycles: canCost ? spent : whole.cycles };
}
