import { beforeAll, describe, expect, test } from "vitest";
import { accessWidth } from "../../../src/generate/rows.ts";
import { runWhole } from "../run.ts";
import { casesOf, eachStep, type Step } from "./steps.ts";

const [FREEZED, EXECUTABLE, DIRTY, PAGE] = [1, 2, 4, 4096];
const KINDS = ["load", "store", "lr", "sc", "amo"];

describe("what 1400 cases access", () => {
  const reached = new Set<string>();
  const sp = new Set<string>();

  beforeAll(() => {
    for (const generated of casesOf("page-states", 1400, { families: ["page-states", "calls"], size: 300 })) {
      eachStep(generated, (step) => {
        for (const what of outcomes(step)) reached.add(what);
        const { instruction, rd } = step.op;
        if (instruction?.name.endsWith("sp")) sp.add(rd === 2 ? `${instruction.name} into sp` : instruction.name);
      });
    }
  }, 60_000);

  const states = ["source", "frozen source", "frozen dirty", "dirty"];

  test.each(KINDS.flatMap((kind) => states.map((state) => [kind, state])))("%s on a %s page", (kind, state) => {
    expect(reached).toContain(`${kind} on ${state}`);
  });

  test.each(KINDS)("%s over the border between a source page and a frozen one, from either side", (kind) => {
    expect(reached).toContain(`${kind} from source to frozen source`);
    expect(reached).toContain(`${kind} from frozen source to source`);
  });

  test.each(["load", "lr"])("%s from code into data, and from data into code", (kind) => {
    for (const state of ["source", "dirty", "frozen source"])
      expect(reached).toContain(`${kind} from executable to ${state}`);
    for (const state of ["source", "dirty"]) expect(reached).toContain(`${kind} from ${state} to executable`);
  });

  test("through sp, and into it", () => {
    expect(sp).toEqual(new Set(["c.lwsp", "c.ldsp", "c.swsp", "c.sdsp", "c.lwsp into sp", "c.ldsp into sp"]));
  });
});

test("with any items taken away, programs still end by exit", () => {
  for (const generated of casesOf("page-states", 60)) expect(runWhole(generated).stop.kind).toBe("exit");
});

function* outcomes({ op, address, machine: { memory } }: Step): Generator<string> {
  const { instruction } = op;
  const kind = /^(lr|sc|amo|l|s)(?=[.a-z])/.exec(instruction?.base.name ?? "")?.[1];
  const width = instruction?.operands.includes("(") ? accessWidth(instruction) : 0;
  if (kind === undefined || width === 0) return;
  const name = { l: "load", s: "store" }[kind] ?? kind;
  const [first, last] = [address, address + width - 1].map((byte) => Math.floor(byte / PAGE));
  const stateOf = (page: number): string => {
    const flags = memory.fetchFlag(page);
    if (flags & EXECUTABLE) return "executable";
    if (memory.isUntouched(page) && !(flags & DIRTY)) return "untouched";
    // Nothing but a source fills a page without making it dirty.
    return `${flags & FREEZED ? "frozen " : ""}${flags & DIRTY ? "dirty" : "source"}`;
  };
  yield first === last ? `${name} on ${stateOf(first)}` : `${name} from ${stateOf(first)} to ${stateOf(last)}`;
}
