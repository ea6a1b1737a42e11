import type { Random } from "../../generate/index.ts";
import { REGISTER_COUNT } from "../../isa/index.ts";
import { compareFinishes, runLeg, type Bounds, type Location, type Sides } from "../../laws/index.ts";
import { TargetError, type Target, type WorldSnapshot } from "../../targets/index.ts";
import type { Explanation } from "../investigation.ts";
import { operandsAt } from "../operands-at.ts";
import { registerText } from "../state-values.ts";
import { freedomOf } from "./judge.ts";

const ONES = 2n ** 64n - 1n;
/** Values that are tried of a register: those with which instructions most often differ. */
const PLAIN: readonly bigint[] = [0n, 1n, 2n, ONES, 2n ** 31n, 2n ** 32n - 1n, 2n ** 63n, 2n ** 63n - 1n];
const RANDOM_VALUES = 4;
/** Values that are named in a line. */
const NAMED_MAX = 3;

/**
 * How much registers have to do with the failure: right before the instruction where the sides part, or in the snapshot that is
 * resumed wrongly, each of them is given other values, and both targets go on from there for that one instruction. Targets
 * that take no snapshots are not asked.
 */
export async function explainRegisters(
  location: Location,
  targets: readonly Target[],
  random: Random,
  bounds: Bounds,
): Promise<Explanation[]> {
  const { there, wrongAfterLoading, inFetch } = location;
  const limit = location.wrongAfterCut ?? location.cycles;
  if (!there || limit === undefined || wrongAfterLoading || inFetch) return [];
  const [yardstick, target] = [there.expectedOn, there.actualOn].map((name) =>
    targets.find((each) => each.name === name),
  );
  if (!yardstick?.capabilities.snapshots || !target?.capabilities.snapshots) return [];
  const { world } = there.located;
  const from = location.wrongAfterCut ?? (limit > 0n ? limit - 1n : 0n);
  const { snapshot } = await runLeg(yardstick, world, { start: "boot", maxCycles: from, snapshot: true });
  if (!snapshot) return [];
  const differs = async (start: WorldSnapshot): Promise<boolean> => {
    try {
      const leg = { start, maxCycles: limit, snapshot: false } as const;
      const [one, other] = [await runLeg(yardstick, world, leg), await runLeg(target, world, leg)];
      return compareFinishes(one, other, ["maxCycles", "output"]).length > 0;
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      return false;
    }
  };
  // What a target has kept from before may be what is wrong: then a snapshot does not say it.
  if (!(await differs(snapshot))) return [];
  const chosen = registersOf(location, there);
  const explained: Explanation[] = [];
  for (const register of chosen) {
    if (bounds.isOver()) return explained;
    const present = snapshot.registers[register];
    const values = [...PLAIN, ...randomValues(random, RANDOM_VALUES)].filter((value) => value !== present);
    const [same, mended]: [bigint[], bigint[]] = [[], []];
    for (const value of values)
      ((await differs(withRegisters(snapshot, [[register, value]]))) ? same : mended).push(value);
    explained.push(explanation(register, present, same, mended));
  }
  const others = Array.from({ length: REGISTER_COUNT - 1 }, (_, k) => k + 1).filter((each) => !chosen.includes(each));
  let same = 0;
  const mending: string[] = [];
  for (let k = 0; k < RANDOM_VALUES; k++) {
    const values = randomValues(random, others.length);
    if (
      await differs(
        withRegisters(
          snapshot,
          others.map((register, n) => [register, values[n]] as const),
        ),
      )
    )
      same++;
  }
  // Which of them it is: each by itself.
  for (const register of same === RANDOM_VALUES ? [] : others) {
    if (bounds.isOver()) break;
    const values = [0n, ...randomValues(random, 1)].filter((value) => value !== snapshot.registers[register]);
    for (const value of values) {
      if (await differs(withRegisters(snapshot, [[register, value]]))) continue;
      mending.push(registerText(register));
      break;
    }
  }
  const counts = { tried: RANDOM_VALUES, same };
  const freedom = freedomOf(counts);
  const part = "all other registers";
  const which = mending.length === 0 ? "no one of them alone" : `what matters is the value of ${mending.join(", ")}`;
  const text =
    freedom === "free"
      ? "any values of them give the same failure"
      : `with other values ${same} of ${RANDOM_VALUES} times the same failure; ${which}`;
  return [...explained, { kind: "register", part, freedom, text, ...counts }];
}

/** The registers that the instruction reads; after a resume, those that are lost. */
function registersOf({ pc, fused, wrongAfterResume }: Location, { before, located }: Sides): number[] {
  if (wrongAfterResume) {
    const names = wrongAfterResume.map(({ what }) => what);
    return Array.from({ length: REGISTER_COUNT - 1 }, (_, k) => k + 1).filter((register) =>
      names.includes(registerText(register).split("/")[1]),
    );
  }
  const memory = before?.state.memory;
  if (!memory) return [];
  return [...operandsAt(memory, pc, located.world, fused?.length).reads];
}

function explanation(
  register: number,
  present: bigint,
  same: readonly bigint[],
  mended: readonly bigint[],
): Explanation {
  const name = registerText(register);
  const counts = { tried: same.length + mended.length, same: same.length };
  const freedom = freedomOf(counts);
  const text =
    freedom === "free"
      ? `any value of ${name} gives the same failure`
      : freedom === "needed"
        ? `only ${hex(present)} of those tried gives the failure`
        : `fails with ${named(same)}, not with ${named(mended)}`;
  return { kind: "register", part: name, freedom, text, ...counts };
}

function withRegisters(snapshot: WorldSnapshot, values: readonly (readonly [number, bigint])[]): WorldSnapshot {
  const registers = snapshot.registers.slice();
  for (const [register, value] of values) registers[register] = value;
  return { ...snapshot, registers };
}

function randomValues(random: Random, count: number): bigint[] {
  return Array.from({ length: count }, () => (BigInt(random.next()) << 32n) | BigInt(random.next()));
}

function named(values: readonly bigint[]): string {
  const more = values.length - NAMED_MAX;
  return values.slice(0, NAMED_MAX).map(hex).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
