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

/** Grows a program for a world. With `fault`, it ends by one, at a place that is always reached. */
export function growProgram(
  random: Random,
  world: Surroundings,
  options: ProgramOptions = {},
  fault = false,
): GeneratedProgram {
  const size = Math.max(1, Math.round(((options.size ?? DEFAULT_SIZE) * random.between(2, 18)) / 10));
  const wanted = (family: Family) =>
    (options.families?.includes(family.name) ?? true) && (family.possible?.(world) ?? true);
  const families = FAMILIES.filter(wanted);
  let weights = families.map(() => random.pick(WEIGHTS));
  if (weights.every((weight) => weight === 0)) weights = families.map(() => 1);
  const uses = (name: string) => families.some((family, k) => family.name === name && weights[k] > 0);
  const roles = pickRoles(random, {
    counters: uses("loops") ? 2 : 0,
    functions: uses("calls") ? random.between(1, 2) : 0,
    stackPointer: uses("stack"),
  });
  const map = pickMemoryMap(random, world);
  const grower = new Grower({ random, world, rows: rowsOf(world.isa, world.version), roles, map, size });
  growMain(grower, families, weights, fault);
  roles.links.forEach((_, k) => growFunction(grower, families, weights, k));
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

/** Items of the main section at most. */
const ITEMS_MAX = 150;

function growMain(grower: Grower, families: readonly Family[], weights: readonly number[], fault: boolean): void {
  const { random } = grower;
  const most = random.between(5, ITEMS_MAX);
  const faultAt = fault ? random.below(most) : -1;
  let faulted = false;
  while (grower.items.length < most && grower.room > 0) {
    if (fault && !faulted && grower.items.length >= faultAt) {
      growFault(grower);
      faulted = true;
    }
    growOne(grower, families, weights);
  }
  if (fault && !faulted) growFault(grower);
  grower.closeAll();
}

function growOne(grower: Grower, families: readonly Family[], weights: readonly number[]): void {
  const family = families[grower.random.weighted(weights)];
  grower.enter(family.name);
  grower.closeSome();
  family.grow(grower, (items) => {
    const most = grower.items.length + items;
    while (grower.items.length < most) {
      const before = grower.items.length;
      growOne(grower, families, weights);
      if (grower.items.length === before) break; // a family that cannot be had at this place
    }
  });
}

/** The body of function `k`: short, as it may be called often. */
function growFunction(grower: Grower, families: readonly Family[], weights: readonly number[], k: number): void {
  const calls = grower.calls[k];
  if (calls === 0) return;
  grower.currentFunction = k;
  grower.multiplicity = calls;
  grower.moveTo(functionId(k));
  grower.enter("calls");
  grower.add("function", [returnOp(grower, k)]);
  const most = grower.items.length + (calls > 20 ? 2 : grower.random.between(1, 6));
  for (let tries = 0; tries < 8 && grower.items.length < most; tries++) growOne(grower, families, weights);
  grower.closeAll();
}
