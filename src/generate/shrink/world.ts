import { DEFAULT_WORLD } from "../../case/index.ts";
import { rebuildCase, type GeneratedCase } from "../case.ts";
import { needsFusion } from "../families/far-jump.ts";
import type { Surroundings } from "../surroundings.ts";
import { changes, type Pass } from "./pass.ts";

/** Makes a world more usual: each field in turn. What programs may do only becomes more by it. */
export const usualWorld: Pass = function* (original, from) {
  const { world, program } = original;
  // With a disabled instruction on purpose, another version or ISA set would be another program.
  // Nor may what is fused be taken apart where the way depends on it.
  const free = program.items.every((item) => item.kind !== "fault" && !needsFusion(item));
  const fields: Partial<Surroundings>[] = [
    { args: [] },
    { sources: [] },
    { markProgram: DEFAULT_WORLD.markProgram },
    { cost: DEFAULT_WORLD.cost },
    ...(free ? [{ version: 2 as const }, { version: 1 as const }, { isa: DEFAULT_WORLD.isa }] : []),
    { memorySize: DEFAULT_WORLD.memorySize },
    ...world.args.map((_, k) => ({ args: world.args.toSpliced(k, 1) })),
    ...world.sources.map((_, k) => ({ sources: world.sources.toSpliced(k, 1) })),
  ];
  yield* changes(fields.length, from, (k) => [withWorld(original, fields[k])]);
};

function withWorld(original: GeneratedCase, fields: Partial<Surroundings>): GeneratedCase {
  return rebuildCase(original, original.program, { ...original.world, ...fields }, original.cuts);
}
