import { FAMILIES } from "./families/index.ts";
import { growFault } from "./families/faults.ts";
import type { Family } from "./families/family.ts";
import { returnOp } from "./families/flow.ts";
import { pickPointer } from "./families/memory.ts";
import { Grower } from "./grower.ts";
import type { Surroundings } from "./surroundings.ts";
import { pickMemoryMap } from "./memory-map.ts";
import { functionId, type GeneratedProgram, type Pointer } from "./program.ts";
import type { Random } from "./random.ts";
import { pickRoles } from "./roles.ts";
import { rowsOf } from "./rows.ts";

/** What a program should be like. */
export interface ProgramOptions {
  /** Instructions to be executed, on average. Default 1000. */
  readonly size?: number | undefined;
  /** Names of the families to use; all if left out. */
  readonly families?: readonly string[] | undefined;
}

export const DEFAULT_SIZE = 1000;

const SP = 2;
/** A family weight is one of these: in most programs some families are missing and others are everywhere. */
const WEIGHTS = [0, 0, 1, 1, 2, 4, 8];

/**
 * Grows a program for a world. With `fault`, it ends by one, at a place that is always reached.
 * @throws RangeError if a family is asked for that does not exist
 */
export function growProgram(
  random: Random,
  world: Surroundings,
  options: ProgramOptions = {},
  fault = false,
): GeneratedProgram {
  const size = Math.max(1, Math.round(((options.size ?? DEFAULT_SIZE) * random.between(2, 24)) / 10));
  const families = random.swarm(possibleFamilies(world, options.families), WEIGHTS);
  const uses = (name: string) => families.some((family) => family.name === name);
  const roles = pickRoles(random, {
    counters: uses("loops") ? 2 : 0,
    functions: uses("calls") ? random.between(1, 2) : 0,
    stackPointer: uses("stack"),
  });
  const map = pickMemoryMap(random, world);
  const grower = new Grower({ random, world, rows: rowsOf(world.isa, world.version), roles, map, size });
  growMain(grower, families, fault);
  roles.links.forEach((_, k) => growFunction(grower, families, k));
  const registers = [roles.nearPointer, roles.farPointer, ...(uses("stack") ? [SP] : [])];
  return {
    base: map.base,
    pointers: registers.map((register): Pointer => ({ register, address: pickPointer(random, map) })),
    items: grower.items,
    exitCode: random.chance(50) ? random.pick([0, 0, 0, 1, -1, 127, 128, 255, 256]) : undefined,
    data: map.data,
    reserved: roles.reserved,
  };
}

/** The families that are asked for and can be had; where there is none, the first of all. */
function possibleFamilies(world: Surroundings, names: readonly string[] | undefined): readonly Family[] {
  const unknown = names?.find((name) => !FAMILIES.some((family) => family.name === name));
  if (unknown !== undefined) throw new RangeError(`there is no family "${unknown}" of programs`);
  const possible = FAMILIES.filter(
    (family) => (names?.includes(family.name) ?? true) && (family.possible?.(world) ?? true),
  );
  return possible.length > 0 ? possible : FAMILIES.slice(0, 1);
}

/** Items of the main section at most. */
const ITEMS_MAX = 150;

function growMain(grower: Grower, families: readonly Family[], fault: boolean): void {
  const { random } = grower;
  const most = random.between(5, ITEMS_MAX);
  const faultAt = fault ? random.below(most) : -1;
  let faulted = false;
  while (grower.items.length < most && grower.room > 0) {
    if (fault && !faulted && grower.items.length >= faultAt) {
      growFault(grower);
      faulted = true;
    }
    growOne(grower, families);
  }
  if (fault && !faulted) growFault(grower);
  grower.closeAll();
}

function growOne(grower: Grower, families: readonly Family[]): void {
  const family = grower.random.pick(families);
  grower.enter(family.name);
  grower.closeSome();
  family.grow(grower, (items) => {
    const most = grower.items.length + items;
    while (grower.items.length < most) {
      const before = grower.items.length;
      growOne(grower, families);
      if (grower.items.length === before) break; // a family that cannot be had at this place
    }
  });
}

/** The body of function `k`: short, as it may be called often. */
function growFunction(grower: Grower, families: readonly Family[], k: number): void {
  const calls = grower.calls[k];
  if (calls === 0) return;
  grower.currentFunction = k;
  grower.multiplicity = calls;
  grower.moveTo(functionId(k));
  grower.enter("calls");
  grower.add("function", [returnOp(grower, k)]);
  const most = grower.items.length + (calls > 20 ? 2 : grower.random.between(1, 6));
  for (let tries = 0; tries < 8 && grower.items.length < most; tries++) growOne(grower, families);
  grower.closeAll();
}
