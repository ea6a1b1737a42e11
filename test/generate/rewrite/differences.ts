import type { Change } from "../../../src/case/index.ts";
import type { GeneratedCase } from "../../../src/generate/index.ts";
import { codeEnd, codeStart } from "../../../src/generate/program.ts";
import { stopText, type Finish } from "../../../src/targets/index.ts";
import { runWhole } from "../run.ts";

const PAGE = 4096;

/** What differs between the ends of two programs although it must not. Written apart from the law that does the same. */
export function differences(before: GeneratedCase, rewritten: GeneratedCase, change: Change): string[] {
  const [expected, actual] = [runWhole(before), runWhole(rewritten)];
  const found: string[] = [];
  const same = (what: string, one: unknown, other: unknown): void => {
    if (String(one) !== String(other)) found.push(`${what}: ${String(one)} but ${String(other)}`);
  };
  const { registers, moreCycles, moved } = change;
  const bytes = BigInt((moved?.pages ?? 0) * PAGE);
  const isMoved = (page: number): boolean => moved !== undefined && page >= moved.first && page < moved.end;
  same("stop", stopText(expected.stop), stopText(actual.stop));
  same("stop", expected.stop.kind, "exit");
  same("cycles", (expected.state.cycles ?? 0n) + moreCycles, actual.state.cycles);
  same("output", hex(expected.state.output), hex(actual.state.output));
  const reservation = expected.state.reservation ?? 0n;
  same(
    "reservation",
    isMoved(Number(reservation >> 12n)) ? reservation + bytes : reservation,
    actual.state.reservation,
  );
  for (let r = 0; r < 32; r++) {
    const value = expected.state.registers?.[r] ?? 0n;
    same(`x${r}`, moved?.pointers.includes(r) ? value + bytes : value, actual.state.registers?.[registers[r]]);
  }
  const { pageCount = 0 } = expected.state.memory ?? {};
  const { base, codeRoom } = before.program;
  for (let page = 0; page < pageCount; page++) {
    if (page * PAGE >= codeStart(base) && page * PAGE < codeEnd(base, codeRoom)) continue;
    // Where pages have moved away from, nothing is left.
    if (moved && page >= moved.first && page < moved.first + moved.pages) {
      same(`page ${page}, left behind`, "", pageOf(actual, page));
      same(`flags of page ${page}, left behind`, 0, actual.state.pageFlags?.[page]);
    }
    const to = isMoved(page) ? page + (moved?.pages ?? 0) : page;
    // Where other pages have moved to there was nothing before.
    if (moved && page >= moved.end && page < moved.end + moved.pages) same(`page ${page}`, pageOf(expected, page), "");
    else {
      same(`page ${page}`, pageOf(expected, page), pageOf(actual, to));
      same(`flags of page ${page}`, expected.state.pageFlags?.[page], actual.state.pageFlags?.[to]);
    }
  }
  return found;
}

function pageOf({ state }: Finish, page: number): string {
  return state.memory?.isUntouched(page) ? "" : hex(state.memory?.pageView(page)).replace(/^(?:00)+$/, "");
}

function hex(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString("hex");
}
