import { HOST_CALLS } from "../../case/index.ts";
import { loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, opLength, row, type Op } from "../op.ts";
import { otherRegister } from "../registers.ts";
import type { Family } from "./family.ts";
import { changeFlags, pageOf } from "./host-call.ts";
import { freshSlot, sameEntry } from "./written-places.ts";
import { bytesOf, cyclesOf, namesOf, pickPlain, storeAll, storeOne } from "./written-routine.ts";

const JALR = row("jalr");
const C_JR = row("c.jr");
const FENCE_I = row("fence.i");
/** Pairs of routines of 100 whose first one ends with the memory. */
const PERCENT_AT_END = 10;
/** Changes of 100 that change every instruction, not one alone; and those that change the other routine as well. */
const PERCENT_ALL = 30;
const PERCENT_OTHER = 30;
/** Changes of 100 with FENCE.I behind them, as the manual asks for. */
const PERCENT_FENCE = 50;
const EXECUTABLE = 2;

/**
 * Programs that execute code, change it and execute it again, several times, where the world has no W^X.
 *
 * CKB-VM keeps decoded instructions of a run (decode.md 8), which FENCE.I leaves as they are and a snapshot does not hold.
 * What is changed is therefore executed again only where its entries hold something else by then: that is the same for a
 * solo run and a relay. There are two routines, whose instructions have the same lengths, at addresses with the same
 * entries. They are executed in turn, and in every item the same one is the first: each takes the entries of the other, so
 * that none of the first one are left when the item ends, and those of the other are taken before it is executed again.
 */
export const changedCode: Family = {
  name: "changed-code",
  possible: ({ writeXorExecute }) => !writeXorExecute,
  grow: (grower) => growChanges(grower, "access", NO_HOST),
};

const { setFlags, clearFlags } = HOST_CALLS;

/**
 * The same in worlds with W^X, where a host makes the pages executable before they are executed, and no longer so before
 * they are written: at the end of each item they are what they were.
 */
export const hostedCode: Family = {
  name: "hosted-code",
  possible: ({ writeXorExecute, systemCalls }) =>
    writeXorExecute && systemCalls.includes(setFlags) && systemCalls.includes(clearFlags),
  grow: (grower) => growChanges(grower, "system", BY_HOST),
};

/** What is done to the pages of a routine before it is executed, and before it is written again or the item ends. */
interface Permissions {
  readonly execute: (routine: Routine) => Op[];
  readonly write: (routine: Routine) => Op[];
  /** Registers that this takes. */
  readonly taken: readonly number[];
}

const NO_HOST: Permissions = { execute: () => [], write: () => [], taken: [] };
const BY_HOST: Permissions = {
  execute: (routine) => pagesOf(routine).flatMap((page) => changeFlags("setFlags", page, EXECUTABLE)),
  write: (routine) => pagesOf(routine).flatMap((page) => changeFlags("clearFlags", page, EXECUTABLE)),
  taken: [10, 11, 17], // a0, a1, a7
};

/** A routine in memory: its last instruction returns. */
interface Routine {
  readonly address: number;
  /** The register that holds its address throughout the item. */
  readonly pointer: number;
  readonly ops: Op[];
  /** True while its pages are executable. */
  isExecutable: boolean;
}

function pagesOf({ address, ops }: Routine): number[] {
  const [first, last] = [pageOf(address), pageOf(address + bytesOf(ops) - 1)];
  return first === last ? [first] : [first, last];
}

/** Adds an item with two routines that change, or where memory has no room for them, one that computes something. */
function growChanges(grower: Grower, kind: "access" | "system", permissions: Permissions): void {
  const { random } = grower;
  const lengths = Array.from({ length: random.between(2, 4) }, () => (random.chance(40) ? 2 : 4));
  const bytes = lengths.reduce((sum, length) => sum + length, 0);
  const address = random.chance(PERCENT_AT_END) ? grower.map.memorySize - bytes : freshSlot(grower);
  const other = address === undefined ? undefined : sameEntry(grower, address);
  if (address === undefined || other === undefined) {
    grower.note("no room for code that changes");
    return grower.add("code", [pickPlain(grower, 4)]);
  }
  const pointer = otherRegister(grower, ...permissions.taken);
  const otherPointer = otherRegister(grower, ...permissions.taken, pointer);
  const kept = [pointer, otherPointer];
  const make = (at: number, by: number): Routine => ({
    address: at,
    pointer: by,
    isExecutable: false,
    ops: lengths.map((length, k) =>
      k < lengths.length - 1 ? pickPlain(grower, length, kept) : returnOp(grower, length),
    ),
  });
  const routines = [make(address, pointer), make(other, otherPointer)] as const;
  grower.note(`changed, ${Math.abs(other - address)} bytes apart: ${namesOf(routines[0].ops)}`);
  const rounds = random.between(2, 4);
  const { ops, cycles } = roundsOf(grower, routines, rounds, permissions);
  grower.add(kind, ops, -1, cycles);
}

/** The instructions that write both routines and execute them, change them and execute them again, and so on. */
function roundsOf(
  grower: Grower,
  routines: readonly [Routine, Routine],
  rounds: number,
  permissions: Permissions,
): { readonly ops: readonly Op[]; readonly cycles: number } {
  const { random, roles } = grower;
  const kept = routines.map(({ pointer }) => pointer);
  const value = otherRegister(grower, ...kept);
  const ops: Op[] = [];
  for (const { pointer, address, ops: written } of routines) {
    ops.push(...loadNumber(pointer, address), ...storeAll(written, pointer, value, 0));
  }
  let cycles = 0;
  for (let round = 0; round < rounds; round++) {
    for (const routine of routines) {
      const isFirst = routine === routines[0];
      if (round > 0 && (isFirst || random.chance(PERCENT_OTHER))) {
        if (routine.isExecutable) ops.push(...permissions.write(routine));
        routine.isExecutable = false;
        ops.push(...change(grower, routine, kept, value));
        if (random.chance(PERCENT_FENCE)) ops.push(op(FENCE_I, 0, 0, 0, 0));
      }
      if (!routine.isExecutable) ops.push(...permissions.execute(routine));
      routine.isExecutable = true;
      ops.push(op(JALR, roles.scratch, routine.pointer, 0, random.below(2)));
      cycles += cyclesOf(routine.ops);
    }
  }
  for (const routine of routines) ops.push(...permissions.write(routine));
  return { ops, cycles };
}

/** Instructions that change one instruction of a routine, or all but the last. */
function change(grower: Grower, routine: Routine, kept: readonly number[], value: number): Op[] {
  const { random } = grower;
  const count = routine.ops.length - 1;
  const one = random.chance(PERCENT_ALL) ? -1 : random.below(count);
  const stores: Op[] = [];
  let offset = 0;
  for (let k = 0; k < count; k++) {
    const length = opLength(routine.ops[k]);
    if (one < 0 || k === one) {
      routine.ops[k] = pickPlain(grower, length, kept);
      stores.push(...storeOne(grower, routine.ops[k], routine.pointer, value, offset));
    }
    offset += length;
  }
  return stores;
}

function returnOp({ roles }: Grower, length: number): Op {
  return length === 2 ? op(C_JR, 0, roles.scratch, 0, 0) : op(JALR, 0, roles.scratch, 0, 0);
}
