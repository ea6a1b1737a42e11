import { readCase, type Case, type World } from "../../src/case/index.ts";
import { causeOf, LAWS, type Cause } from "../../src/laws/index.ts";
import { ReferenceTarget, type Finish, type Leg, type Target } from "../../src/targets/index.ts";

/** What causes are looked for with. */
export const reference = new ReferenceTarget();

/** A target with a name of its own that runs legs in its own way. */
export function running(run: (world: World, leg: Leg) => Finish): Target {
  return { name: "altered", capabilities: reference.capabilities, run };
}

/** The cause of what a law finds with the reference and `target`. */
export async function causeFor(law: string, checked: Case, target: Target): Promise<Cause> {
  const targets = [reference, target];
  const verdict = await LAWS.find(({ name }) => name === law)!.check(checked, targets);
  if (verdict.kind !== "broken") throw new Error(`${law} is ${verdict.kind}`);
  return causeOf(checked, targets, verdict.divergence);
}

/** A case of these lines in which each instruction costs one cycle. */
export function caseOf(lines: string, header = ""): Case {
  return readCase("x.S", `/* rvrelay case 1\n * cost: constant\n${header} */\n${lines}\n`).checked;
}
