import { describe, expect, test } from "vitest";
import { generateCase, type GeneratedCase } from "../../../src/generate/index.ts";
import { codeEnd, codeStart } from "../../../src/generate/program.ts";
import { Random } from "../../../src/generate/random.ts";
import { plainCase, REWRITINGS, type Rewriting, type Rewritten } from "../../../src/generate/rewrite/index.ts";
import { stopText, type Finish } from "../../../src/targets/index.ts";
import { runWhole } from "../run.ts";

const SEED = 8;
const CASES = 300;
const PAGE = 4096;

function original(k: number, branches: boolean): GeneratedCase {
  return plainCase(generateCase(SEED, k, { intents: { exit: 1 }, size: 300 }), branches);
}

/** What differs although it must not. */
function differences(before: GeneratedCase, { rewritten, registers, moreCycles }: Rewritten): string[] {
  const [expected, actual] = [runWhole(before), runWhole(rewritten)];
  const found: string[] = [];
  const same = (what: string, one: unknown, other: unknown): void => {
    if (String(one) !== String(other)) found.push(`${what}: ${String(one)} but ${String(other)}`);
  };
  same("stop", stopText(expected.stop), stopText(actual.stop));
  same("cycles", (expected.state.cycles ?? 0n) + moreCycles, actual.state.cycles);
  same("output", hex(expected.state.output), hex(actual.state.output));
  same("reservation", expected.state.reservation, actual.state.reservation);
  for (let r = 0; r < 32; r++) {
    same(`x${r}`, expected.state.registers?.[r], actual.state.registers?.[registers[r]]);
  }
  const { pageCount = 0 } = expected.state.memory ?? {};
  for (let page = 0; page < pageCount; page++) {
    if (page * PAGE >= codeStart(before.program.base) && page * PAGE < codeEnd(before.program.base)) continue;
    same(`page ${page}`, pageOf(expected, page), pageOf(actual, page));
    same(`flags of page ${page}`, expected.state.pageFlags?.[page], actual.state.pageFlags?.[page]);
  }
  return found;
}

function pageOf({ state }: Finish, page: number): string {
  return state.memory?.isUntouched(page) ? "" : hex(state.memory?.pageView(page)).replace(/^0+$/, "");
}

function hex(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString("hex");
}

describe.each(REWRITINGS.map((rewriting) => [rewriting.name, rewriting] as const))("%s", (_name, rewriting) => {
  test("changes nothing but what it says, and most programs", () => {
    let done = 0;
    for (let k = 0; k < CASES; k++) {
      const before = original(k, !rewriting.withoutBranches);
      const result = rewriting.rewrite(new Random(SEED, k), before);
      if (!result) continue;
      done++;
      const found = differences(before, result);
      if (found.length > 0) throw new Error(`case ${k}: ${found.slice(0, 5).join("; ").slice(0, 500)}`);
    }
    expect(done).toBeGreaterThan(CASES * (rewriting.name === "loop unrolling" ? 0.05 : 0.5));
  });

  test("really writes another program", () => {
    const result = firstResult(rewriting);
    expect(Buffer.compare(result.rewritten.world.program, result.before.world.program)).not.toBe(0);
  });
});

function firstResult(rewriting: Rewriting): Rewritten & { before: GeneratedCase } {
  for (let k = 0; k < CASES; k++) {
    const before = original(k, !rewriting.withoutBranches);
    const result = rewriting.rewrite(new Random(SEED, k), before);
    if (result) return { ...result, before };
  }
  throw new Error(`nothing to rewrite by ${rewriting.name}`);
}

test("plain programs keep most of what they were, and exit", () => {
  let [kept, all] = [0, 0];
  for (let k = 0; k < CASES; k++) {
    const whole = generateCase(SEED, k, { intents: { exit: 1 }, size: 300 });
    const plain = plainCase(whole, true);
    kept += plain.program.items.length;
    all += whole.program.items.length;
    expect(runWhole(plain).stop.kind).toBe("exit");
  }
  expect(kept / all).toBeGreaterThan(0.5);
});
