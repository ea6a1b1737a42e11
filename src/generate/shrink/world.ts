import { DEFAULT_WORLD, type DataPiece } from "../../case/index.ts";
import { rebuildCase } from "../case.ts";
import { needsFusion } from "../families/far-jump.ts";
import { needsWritableCode } from "../families/written-code.ts";
import { mayBeMarked } from "../marking.ts";
import { codeEnd, type GeneratedProgram } from "../program.ts";
import type { Surroundings } from "../surroundings.ts";
import { staysLoadable } from "./loadable.ts";
import { measureWorld } from "./measure.ts";
import { changes, type Pass } from "./pass.ts";

/** Makes a world more usual: each field in turn. What programs may do only becomes more by it. */
export const usualWorld: Pass = function* (original, from) {
  const { world, program, cuts } = original;
  const fields = [...moreUsual(world, freedomOf(program))];
  yield* changes(fields.length, from, (k) => {
    const usual = { ...world, ...fields[k] };
    return staysLoadable(original, program, usual) ? [rebuildCase(original, program, usual, cuts)] : [];
  });
};

/** Worlds that are one step more usual. */
export function* smallerWorlds(world: Surroundings): Generator<Surroundings> {
  const size = measureWorld(world);
  for (const fields of moreUsual(world, ANYTHING)) {
    const smaller = { ...world, ...fields };
    if (measureWorld(smaller) < size) yield smaller;
  }
}

/** What of a world a program leaves free. */
interface Freedom {
  /** False with a disabled instruction on purpose, or where the way depends on what is fused. */
  readonly isa: boolean;
  /** False with a system call: there would be others. */
  readonly systemCalls: boolean;
  /** False where a program writes code, or ends by a fault on purpose: it may be one that only some worlds have. */
  readonly permissions: boolean;
  /** False where pages that come whole from the program file need not hold that when all is loaded. */
  readonly marks: boolean;
  /** False where a fault on purpose may be an access behind the end of memory. */
  readonly bounds: boolean;
  /** False where something of the program, or an address that it may access, is or could be beyond the usual memory. */
  readonly near: boolean;
}

const ANYTHING: Freedom = { isa: true, systemCalls: true, permissions: true, marks: true, bounds: true, near: true };

function freedomOf(program: GeneratedProgram): Freedom {
  const { items } = program;
  const faults = items.some(({ kind }) => kind === "fault") || program.spoiling !== undefined;
  return {
    isa: !faults && !items.some(needsFusion),
    systemCalls: !faults && items.every(({ kind }) => kind !== "system"),
    bounds: !faults,
    near: isNear(program),
    marks: mayBeMarked(program),
    permissions: !faults && !items.some(needsWritableCode),
  };
}

function isNear({ base, codeRoom, functions, data, items, pointers }: GeneratedProgram): boolean {
  const { memorySize } = DEFAULT_WORLD;
  return (
    codeEnd(base, codeRoom) <= memorySize &&
    (typeof functions !== "number" || functions < memorySize) &&
    data.every(({ address, memoryBytes }) => address + memoryBytes <= memorySize) &&
    pointers.every(({ address }) => address < memorySize / 2) &&
    items.every(({ kind }) => kind !== "access" && kind !== "system")
  );
}

const PAGE = 4096;

function* moreUsual(world: Surroundings, freedom: Freedom): Generator<Partial<Surroundings>> {
  const { args, sources } = world;
  const { markProgram, cost, isa, memorySize, systemCalls, writeXorExecute } = DEFAULT_WORLD;
  yield { args: [] };
  yield { sources: [] };
  if (freedom.marks) yield { markProgram };
  yield { cost };
  if (freedom.isa) yield* [{ version: 2 as const }, { version: 1 as const }, { isa }];
  if (freedom.permissions) yield { writeXorExecute };
  if (freedom.systemCalls) yield { systemCalls };
  // What stands beyond the usual memory would be outside of it.
  if (freedom.bounds && (world.memorySize <= memorySize || freedom.near)) yield { memorySize };
  for (const k of args.keys()) yield { args: args.toSpliced(k, 1) };
  for (const k of sources.keys()) yield { sources: sources.toSpliced(k, 1) };
  for (const [k, arg] of args.entries()) {
    if (arg.length > 0) yield* [0, arg.length >> 1].map((length) => ({ args: args.with(k, arg.slice(0, length)) }));
  }
  for (const [k, piece] of sources.entries()) {
    for (const shorter of shorterPieces(piece)) yield { sources: sources.with(k, shorter) };
  }
}

function* shorterPieces({ id, bytes }: DataPiece): Generator<DataPiece> {
  const pages = bytes.length - (bytes.length % PAGE);
  for (const length of new Set([0, 1, PAGE, bytes.length >> 1, pages, pages - PAGE])) {
    if (length >= 0 && length < bytes.length) yield { id, bytes: bytes.slice(0, length) };
  }
}
