import type { World } from "../case/index.ts";
import { decode, DISCARD, FUSION_RULES, INSTRUCTIONS, REGISTER_NAMES, type Decoded } from "../isa/index.ts";
import type { Finish, MemoryImage } from "../targets/target.ts";
import { compareFinishes } from "./compare.ts";
import type { Pair } from "./fused-pair.ts";
import { wordAt } from "./image.ts";

/** A sequence that CKB-VM's fusion gives another meaning. */
export interface Quirk {
  readonly name: string;
  /** The fused run right behind it. */
  readonly behind: Finish;
}

/** Rules that a quirk is known of: reference/ckb-vm/mop.md 4 and 5.2. */
const SUSPECTS = FUSION_RULES.flatMap(({ name }, k) =>
  name === "SBB" || name.startsWith("FAR_JUMP") ? [INSTRUCTIONS.length + k] : [],
);

/**
 * The first sequence behind which both runs differ, found by bisection over budgets, if it is one of the quirks and both
 * runs are behind it what is known of them. @returns undefined if something else makes them differ
 */
export async function findQuirk(
  { actual }: Pair,
  world: World,
  rerun: (budget: bigint) => Promise<Pair | undefined>,
): Promise<Quirk | undefined> {
  const { retired, state } = actual;
  if (!retired || state.cycles === undefined || SUSPECTS.every((k) => retired[k] === 0)) return undefined;
  let [equal, different] = [-1n, state.cycles];
  while (different - equal > 1n) {
    const middle = (equal + different) / 2n;
    const pair = await rerun(middle);
    if (!pair) return undefined;
    if (differ(pair)) different = middle;
    else equal = middle;
  }
  const [before, after] = [await rerun(equal), await rerun(different)];
  if (!before || !after || equal < 0n) return undefined;
  const name = quirkBetween(before.actual, after, world);
  return name === undefined ? undefined : { name, behind: after.actual };
}

function differ({ expected, actual }: Pair): boolean {
  return compareFinishes(expected, actual, ["maxCycles"]).length > 0;
}

/** The name of the quirk that takes the first state to the two others, which may differ in nothing else. */
function quirkBetween({ state }: Finish, { expected, actual }: Pair, world: World): string | undefined {
  const { memory, pc, registers } = state;
  if (!memory || pc === undefined || !registers) return undefined;
  const parts = partsAt(memory, pc, world);
  const quirk = isSbb(parts) ? sbb(parts, registers) : farJump(parts, pc, registers, world.version);
  if (!quirk) return undefined;
  const { fused, plain, pcFused = actual.state.pc, pcPlain = expected.state.pc } = quirk;
  const isKnown =
    same(actual, fused) && same(expected, plain) && actual.state.pc === pcFused && expected.state.pc === pcPlain;
  const others = compareFinishes(expected, actual, ["maxCycles", "pc"]).filter(
    ({ what }) => what !== "stop" && !REGISTER_NAMES.includes(what),
  );
  return isKnown && others.length === 0 ? quirk.name : undefined;
}

function same({ state }: Finish, registers: BigUint64Array): boolean {
  return registers.every((value, r) => state.registers?.[r] === value);
}

/** What both ways make of the registers, and of pc where they jump. */
interface Effects {
  readonly name: string;
  readonly fused: BigUint64Array;
  readonly plain: BigUint64Array;
  readonly pcFused?: bigint;
  readonly pcPlain?: bigint;
}

const SBB_LENGTH = 5;

/** The instructions from `pc` on, as many as a sequence can have. */
function partsAt(memory: MemoryImage, pc: bigint, { isa, version }: World): Decoded[] {
  const parts: Decoded[] = [];
  let at = pc;
  while (parts.length < SBB_LENGTH) {
    const decoded = decode(wordAt(memory, at), isa, version);
    if (!decoded) break;
    parts.push(decoded);
    at += BigInt(decoded.instruction.length);
  }
  return parts;
}

const SBB_NAMES = ["sub", "sltu", "sub", "sltu", "or"];

function isSbb(parts: readonly Decoded[]): boolean {
  return parts.length === SBB_LENGTH && SBB_NAMES.every((name, k) => parts[k].instruction.base.name === name);
}

/** Fused, the second instruction compares with what the first one wrote, whatever its third register is. */
function sbb(parts: readonly Decoded[], registers: BigUint64Array): Effects | undefined {
  const [{ rd }, { rs2 }] = parts;
  if (rs2 === rd) return undefined;
  const run = (third: number): BigUint64Array => {
    const x = registers.slice();
    for (const [k, part] of parts.entries()) {
      const [a, b] = [x[part.rs1], x[k === 1 ? third : part.rs2]];
      const name = SBB_NAMES[k];
      if (part.rd !== DISCARD) x[part.rd] = name === "sub" ? a - b : name === "or" ? a | b : a < b ? 1n : 0n;
    }
    return x;
  };
  return { name: "third register of SBB", fused: run(rd), plain: run(rs2) };
}

/** Fused, the register of the upper immediate is not written unless it is ra, and the sum is one of 32 bits. */
function farJump(
  [upper, jalr]: readonly Decoded[],
  pc: bigint,
  registers: BigUint64Array,
  version: number,
): Effects | undefined {
  const name = upper?.instruction.base.name;
  if ((name !== "lui" && name !== "auipc") || jalr?.instruction.base.name !== "jalr") return undefined;
  const d = upper.rd === DISCARD ? 0 : upper.rd;
  const isFused = jalr.rd === 1 && jalr.rs1 === d && (version === 1 || d === 1);
  if (!isFused) return undefined;
  const from = name === "auipc" ? pc : 0n;
  const behind = pc + BigInt(upper.instruction.length + jalr.instruction.length);
  const fused = registers.slice();
  fused[1] = behind;
  const plain = registers.slice();
  if (d !== 0) plain[d] = BigInt.asUintN(64, from + BigInt(upper.imm));
  const pcPlain = BigInt.asUintN(64, plain[d] + BigInt(jalr.imm)) & ~1n;
  plain[1] = behind;
  const sum = upper.imm + jalr.imm;
  const pcFused = BigInt.asUintN(64, from + BigInt(sum | 0)) & ~1n;
  const overflows = sum !== (sum | 0);
  if (d === 1 && !overflows) return undefined;
  const what = overflows ? "whose sum overflows" : d === 0 ? "with x0" : "with another register than ra";
  return { name: `far jump ${what}`, fused, plain, pcFused, pcPlain };
}
