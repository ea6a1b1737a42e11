import { describe } from "vitest";
import { CANARIES, ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { targetContract } from "./target-contract.ts";

// The canary of the law repeatable and the one of the law differential break the contract: that is what they are for.
const targets: readonly Target[] = [
  new ReferenceTarget(),
  ...[...CANARIES].filter(([name]) => name === "canary").map(([, open]) => open()),
];

describe.each(targets.map((target) => [target.name, target] as const))("target %s", (_, target) => {
  targetContract(() => target);
});
