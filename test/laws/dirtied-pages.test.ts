import { expect, test } from "vitest";
import { DEFAULT_WORLD, SYSTEM_CALLS, type RunEventKind, type RunEvents, type World } from "../../src/case/index.ts";
import { INSTRUCTIONS, instructionsNamed } from "../../src/isa/index.ts";
import { dirtiedMost } from "../../src/laws/dirtied-pages.ts";
import type { Finish, Stop } from "../../src/targets/index.ts";

const PAGE = 4096;
const piece = { id: 5n, bytes: new Uint8Array(3 * PAGE + 1) };
const quiet: World = { ...DEFAULT_WORLD, program: new Uint8Array(PAGE), systemCalls: [], sources: [piece] };
const calling: World = { ...quiet, systemCalls: [SYSTEM_CALLS.loadCellData] };
const BUDGET: Stop = { kind: "budget" };
const FAULT: Stop = { kind: "fault", fault: { name: "MemOutOfBound", address: 0n, kind: "Memory" } };

function finishAt(cycles: bigint, stop = BUDGET, executed?: Readonly<Record<string, number>>): Finish {
  const retired = executed && new Float64Array(INSTRUCTIONS.length);
  for (const [name, times] of Object.entries(executed ?? {})) retired![instructionsNamed(name)[0].index] = times;
  return { stop, started: true, state: { cycles }, ...(retired && { retired }) };
}

/** Instructions of one cycle each, the last of which ends at `cycles`. */
function events(whole: boolean, cycles: bigint, ...happened: readonly [RunEventKind, bigint][]): RunEvents {
  const list = happened.map(([kind, before]) => ({ kind, before, after: before + 1n }));
  return { cycles, events: list, boundaries: Array.from({ length: Number(cycles) }, (_, k) => BigInt(k + 1)), whole };
}

const STORE = "store to a new page";
const CALL = "system call";

test.each<[what: string, most: bigint, world: World, from: bigint, finish: Finish, events: RunEvents | undefined]>([
  ["stores in the leg, two pages each", 4n, quiet, 3n, finishAt(9n), events(true, 9n, [STORE, 3n], [STORE, 8n])],
  ["not what was stored before it", 0n, quiet, 4n, finishAt(9n), events(true, 9n, [STORE, 3n])],
  ["nor behind it", 0n, quiet, 0n, finishAt(9n), events(true, 10n, [STORE, 9n])],
  ["nor what else happens", 0n, calling, 0n, finishAt(9n), events(true, 9n, ["sc", 3n], ["taken branch", 4n])],
  ["calls, where they can put data", 4n, calling, 0n, finishAt(9n), events(true, 9n, [CALL, 3n])],
  ["not where they cannot", 0n, quiet, 0n, finishAt(9n), events(true, 9n, [CALL, 3n])],
  ["all that a call that fails may fill", 9n, calling, 0n, finishAt(9n, FAULT), events(true, 9n, [CALL, 8n])],
  ["not without a call", 0n, calling, 0n, finishAt(9n, FAULT), events(true, 9n)],
  ["events as far as they go", 2n, quiet, 0n, finishAt(9n), events(false, 9n, [STORE, 8n])],
  [
    "else stores that were executed",
    8n,
    quiet,
    0n,
    finishAt(9n, BUDGET, { sb: 1, "sc.w": 1, "amoadd.d": 2 }),
    undefined,
  ],
  ["behind the events", 4n, quiet, 0n, finishAt(9n, BUDGET, { sd: 2, ld: 5, "lr.d": 3 }), events(false, 8n)],
  ["and calls", 10n, calling, 0n, finishAt(9n, BUDGET, { sh: 1, ecall: 2 }), undefined],
  ["compressed stores too", 2n, quiet, 0n, finishAt(9n, BUDGET, { "c.sdsp": 1 }), undefined],
  ["else cycles", 12n, quiet, 3n, finishAt(9n), undefined],
])("counts %s", (_, most, world, from, finish, told) => {
  expect(dirtiedMost({ world, from, finish }, told)).toBe(most);
});
