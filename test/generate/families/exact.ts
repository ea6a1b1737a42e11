import { cycleBounds } from "../../../src/generate/bounds.ts";
import type { GeneratedCase } from "../../../src/generate/index.ts";
import { layOut } from "../../../src/generate/layout.ts";
import { runWhole } from "../run.ts";

/** @throws Error naming the case unless it takes as many cycles as its shape says, to the cycle */
export function mustBeExact(generated: GeneratedCase): void {
  const { least, most } = cycleBounds(layOut(generated.program), generated.world);
  const cycles = Number(runWhole(generated).state.cycles);
  if (cycles !== least || cycles !== most) {
    throw new Error(`${generated.provenance} takes ${cycles} cycles, not ${least} to ${most}`);
  }
}
