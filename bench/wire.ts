import type { Case } from "../src/case/index.ts";
import { generateCase } from "../src/generate/index.ts";
import { LAWS } from "../src/laws/index.ts";
import { ReferenceTarget, unsupportedReason, type Target } from "../src/targets/index.ts";
import { ADAPTERS, adapterProgram, adapterTarget, isBuilt, type Adapter } from "../src/cli/adapters.ts";
import { RELAY_SIZE } from "./relays.ts";
import { msPerUnit, NotHereError, type Opened, type Row, type Work } from "./row.ts";

const SEED = 7n;
/** Relay checks that are started together; the target says how many of them it takes at once. */
const BATCH = 64;
const LEGS = 64;
const MADE = 512;
/** Makes generated programs execute about 1,000 instructions in one leg. */
const LEG_SIZE = 900;

/** Relay checks through the wire; and single legs (boot, run, whole finish) in process and through the wire. */
export const WIRE_ROWS: readonly Row[] = [
  {
    name: "wire-relay",
    what: "relay checks through the wire, ckb-vm:plain",
    unit: "/s",
    goal: 3000,
    warmUpMs: 3000,
    open: async () => openRelays(await openAdapter(ADAPTERS[0]), (k) => generateCase(SEED, k, { size: RELAY_SIZE })),
  },
  {
    name: "wire-relay-made",
    what: "the same checks of cases that were made before",
    unit: "/s",
    warmUpMs: 3000,
    open: async () => openRelays(await openAdapter(ADAPTERS[0]), madeBefore()),
  },
  { name: "legs-reference", what: "legs in process", unit: "/s", open: () => openLegs(new ReferenceTarget()) },
  ...ADAPTERS.filter(({ folder }) => folder === "ckb-vm").map((adapter) => ({
    name: `legs-${adapter.engine}`,
    what: `legs through the wire, ${adapter.name}`,
    unit: "/s",
    open: async () => openLegs(await openAdapter(adapter)),
  })),
];

async function openAdapter(adapter: Adapter): Promise<Target> {
  if (!isBuilt(adapter)) throw new NotHereError(`not built; build it with: ${adapterProgram(adapter).howToBuild}`);
  return adapterTarget(adapter, { policy: [], timeoutMs: undefined });
}

function closing(target: Target): Pick<Opened, "close"> {
  return { close: async () => target.close?.() };
}

/** Cases of which each call gives another, with a world that nobody has seen before: nothing of it was prepared. */
function madeBefore(): (k: number) => Case {
  const made = Array.from({ length: MADE }, (_, k) => generateCase(SEED, k, { size: RELAY_SIZE }));
  return (k) => ({ ...made[k % MADE], world: { ...made[k % MADE].world } });
}

/** Whole checks, as many at once as a campaign has with this target. */
function openRelays(target: Target, caseAt: (k: number) => Case): Opened {
  const [relayLaw] = LAWS;
  let next = 0;
  const total = { checks: 0, legs: 0 };
  const batch = async (): Promise<Work> => {
    const end = next + BATCH;
    let held = 0;
    const inTurn = async (): Promise<void> => {
      while (next < end) {
        const k = next++;
        const verdict = await relayLaw.check(caseAt(k), [target]);
        if (verdict.kind === "broken") throw new Error(`case ${k} is broken`);
        // What a target does not run costs nothing and counts for nothing.
        if (verdict.kind === "unsupported") continue;
        held++;
        total.legs += verdict.evidence.legs;
      }
    };
    await Promise.all(Array.from({ length: target.parallel ?? 1 }, inTurn));
    total.checks += held;
    return { count: held };
  };
  return {
    sample: async (timeMs) => 1000 / (await msPerUnit(timeMs, batch)),
    about: () => `${(total.legs / total.checks).toFixed(1)} legs each`,
    ...closing(target),
  };
}

function openLegs(target: Target): Opened {
  const cases = Array.from({ length: 2 * LEGS }, (_, k) => generateCase(SEED, k, { size: LEG_SIZE }))
    .filter(({ world }) => unsupportedReason(target, world) === undefined)
    .slice(0, LEGS);
  const batch = async (): Promise<Work> => {
    const leg = { start: "boot", snapshot: false } as const;
    await Promise.all(cases.map(async ({ world, budget }) => target.run(world, { ...leg, maxCycles: budget })));
    return { count: cases.length };
  };
  return { sample: async (timeMs) => 1000 / (await msPerUnit(timeMs, batch)), ...closing(target) };
}
