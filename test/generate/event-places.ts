import type { Case } from "../../src/case/index.ts";
import { runSingly, runWhole } from "./run.ts";

/** What happens at a place, found by looking at each step from outside. */
export type Place = "system call" | "store to a new page" | "lr" | "sc" | "amo" | "fused" | "taken branch" | "fault";

export type Where = "before" | "behind";

/** What happens right behind, or right before, each cycle count. */
export type Places = Readonly<Record<Where, Map<bigint, Place[]>>>;

const FLAG_DIRTY = 4;
const STORE = /^(c\.)?s[bhwd](sp)?$|^sc\.|^amo/;
const HEADS = ["add", "sub", "lui", "auipc", "mulh", "mulhu", "mulhsu", "div", "divu", "c.add", "c.sub", "c.lui"];

/** Where events stand in a run of a case, found by executing one instruction at a time. */
export function eventPlaces(checked: Case): Places {
  const places: Places = { before: new Map(), behind: new Map() };
  const add = (kind: Place, before: bigint, behind: bigint) => {
    places.before.set(before, [...(places.before.get(before) ?? []), kind]);
    places.behind.set(behind, [...(places.behind.get(behind) ?? []), kind]);
  };
  const { stop, state, started } = runWhole(checked);
  if (!started) return places;
  let dirty = -1;
  let last = 0n;
  runSingly(checked, ({ name, pc, length, cyclesBefore, machine }) => {
    const behind = machine.cycles;
    last = behind;
    const far = machine.pc - pc;
    const fused = HEADS.includes(name) && far !== BigInt(length);
    if (name === "ecall") add("system call", cyclesBefore, behind);
    else if (fused) add("fused", cyclesBefore, behind);
    else if (far !== BigInt(length)) add("taken branch", cyclesBefore, behind);
    const atomic = (["lr", "sc", "amo"] as const).find((kind) => name.startsWith(kind));
    if (atomic) add(atomic, cyclesBefore, behind);
    // Nothing else makes pages dirty, or clean again.
    if (dirty >= 0 && name !== "ecall" && !STORE.test(name)) return;
    const now = dirtyPages(machine.memory.flags());
    if (dirty >= 0 && now > dirty && name !== "ecall") add("store to a new page", cyclesBefore, behind);
    dirty = now;
  });
  if (stop.kind === "fault") add("fault", last, state.cycles ?? last);
  return places;
}

function dirtyPages(flags: Uint8Array): number {
  let count = 0;
  for (const each of flags) if (each & FLAG_DIRTY) count++;
  return count;
}
