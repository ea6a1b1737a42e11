import type { World } from "../../../src/case/index.ts";
import { ReferenceTarget, type Finish, type Leg, type Target } from "../../../src/targets/index.ts";
import { withByte, withFlags, withState } from "../altered.ts";
import { changed } from "../law-counts.ts";
import type { Faults } from "./faulty-target.ts";

const EXECUTABLE = 2;

/** The reference that lets programs do what they must not, where `isWrong` says so of what stopped it. */
function permissive(isWrong: (finish: Finish, leg: Leg) => boolean): Target {
  return changed((finish, world: World, leg) => {
    const { stop } = finish;
    const isDenied = stop.kind === "fault" && stop.fault.name === "MemWriteOnExecutablePage";
    if (!isDenied || !isWrong(finish, leg)) return finish;
    return new ReferenceTarget().run({ ...world, writeXorExecute: false }, leg);
  });
}

/** A fetch leaves pc where the leg begins; a store is executed, and leaves it behind. */
function isFetch({ state }: Finish, { start }: Leg): boolean {
  return start !== "boot" && state.pc === start.pc;
}

function codePage({ state }: Finish): number {
  return state.pageFlags!.findIndex((flags) => (flags & EXECUTABLE) !== 0);
}

/** What breaks law permissions. */
export const PERMISSIONS_FAULTS: Faults = {
  "stores everywhere": () => permissive((finish, leg) => !isFetch(finish, leg)),
  "fetches from everywhere": () => permissive(isFetch),
  "changes a byte of code": () => changed((f) => withState(f, withByte(f, codePage(f) * 4096 + 1))),
  "takes its permission from a page of code": () =>
    changed((f) => (codePage(f) < 0 ? f : withState(f, withFlags(f, { [codePage(f)]: 1 })))),
  "makes data executable": () => changed((f) => withState(f, withFlags(f, { [f.state.pageFlags!.length - 1]: 6 }))),
};
