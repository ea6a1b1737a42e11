import type { World } from "../../src/case/index.ts";
import type { CaseOptions } from "../../src/generate/index.ts";
import { instructionsNamed, type Instruction, type Meaning } from "../../src/isa/index.ts";
import { ReferenceTarget, type Finish, type Leg, type Target, type WorldSnapshot } from "../../src/targets/index.ts";

/** A fault seeded on purpose, and the smallest forms in which it can show. */
export interface SeededFault {
  readonly name: string;
  readonly law: "differential" | "relay";
  readonly targets: readonly Target[];
  /**
   * The names of the instructions that are left, in their order, set-up included, the call of exit left aside; where the
   * minimum can be had in several ways, each of them. `*` is any one instruction, `a|b` one of these. From the manual and
   * by reasoning, never from a run.
   */
  readonly forms: readonly string[];
  /** Cuts that are left. */
  readonly cuts: number;
  /** What the cases are like in which it is looked for. */
  readonly options?: CaseOptions;
}

/** The base row called `name`. */
export function baseRow(name: string): Instruction {
  return instructionsNamed(name)[0];
}

/** A fault in the meaning of an instruction, in all its forms. It shows in one run, without cuts. */
export function instructionFault(
  row: string,
  what: string,
  forms: readonly string[],
  wrong: Meaning,
  options?: CaseOptions,
): SeededFault {
  const faulty = new (class extends ReferenceTarget {
    override readonly name = "faulty";
  })({ meanings: new Map([[baseRow(row), wrong]]) });
  const targets = [new ReferenceTarget(), faulty];
  return { name: `${row} ${what}`, law: "differential", targets, forms, cuts: 0, ...(options && { options }) };
}

/** Changes what a leg is given and what it gives. */
export interface LegDamage {
  readonly given?: (snapshot: WorldSnapshot, world: World) => WorldSnapshot;
  readonly leg?: (leg: Leg, snapshot: WorldSnapshot) => Leg;
  readonly taken?: (snapshot: WorldSnapshot, world: World, leg: Leg) => WorldSnapshot;
}

/** A reference that resumes something else than it was given, or hands over something else than it has. */
class Damaged extends ReferenceTarget {
  override readonly name = "damaged";
  readonly #damage: LegDamage;

  constructor(damage: LegDamage) {
    super();
    this.#damage = damage;
  }

  override run(world: World, whole: Leg): Finish {
    const { given, leg: change, taken } = this.#damage;
    let leg = whole;
    if (leg.start !== "boot") {
      if (given) leg = { ...leg, start: given(leg.start, world) };
      if (change) leg = change(leg, leg.start as WorldSnapshot);
    }
    const finish = super.run(world, leg);
    return taken && finish.snapshot ? { ...finish, snapshot: taken(finish.snapshot, world, whole) } : finish;
  }
}

/** A fault in what is handed over. It shows with one cut, unless more are asked for. */
export function snapshotFault(
  name: string,
  forms: readonly string[],
  damage: LegDamage | NonNullable<LegDamage["given"]>,
  { cuts = 1, options }: { cuts?: number; options?: CaseOptions } = {},
): SeededFault {
  const targets = [new Damaged(typeof damage === "function" ? { given: damage } : damage)];
  return { name, law: "relay", targets, forms, cuts, ...(options && { options }) };
}

/** True if `names` are what a form says. */
export function hasForm(form: string, names: readonly string[]): boolean {
  const wanted = form.split(" ").filter(Boolean);
  return (
    wanted.length === names.length && wanted.every((each, k) => each === "*" || each.split("|").includes(names[k]))
  );
}
