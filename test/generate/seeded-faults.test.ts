import { expect, test } from "vitest";
import type { World } from "../../src/case/index.ts";
import { generateCase, shrinkCase, type GeneratedCase } from "../../src/generate/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget, type Finish, type Leg, type WorldSnapshot } from "../../src/targets/index.ts";

const SEED = 77;
const CASES_MAX = 400;
const NO_RESERVATION = 2n ** 64n - 1n;

/** A reference that resumes something else than it was given. */
class Damaged extends ReferenceTarget {
  readonly #damage: (snapshot: WorldSnapshot) => WorldSnapshot;

  constructor(damage: (snapshot: WorldSnapshot) => WorldSnapshot) {
    super();
    this.#damage = damage;
  }

  override run(world: World, leg: Leg): Finish {
    return super.run(world, leg.start === "boot" ? leg : { ...leg, start: this.#damage(leg.start) });
  }
}

/** What is wrong, and how many instructions (set-up and exit left aside) are enough to show it. */
const FAULTS: readonly [name: string, instructions: number, damage: (snapshot: WorldSnapshot) => WorldSnapshot][] = [
  ["the reservation is lost", 2, (snapshot) => ({ ...snapshot, loadReservationAddress: NO_RESERVATION })],
  ["register 9 is lost", 2, (snapshot) => ({ ...snapshot, registers: snapshot.registers.with(9, 0n) })],
  ["only one run of source pages is kept", 8, (snapshot) => ({ ...snapshot, pagesFromSource: snapshot.pagesFromSource.slice(0, 1) })],
  ["pc must be a multiple of 4", 3, (snapshot) => ({ ...snapshot, pc: snapshot.pc + (snapshot.pc % 4n) })],
]; // prettier-ignore

test.each(FAULTS)("%s: found, and shrunk to %i instructions and one cut", async (_, instructions, damage) => {
  const target = new Damaged(damage);
  const [relay] = LAWS.filter(({ name }) => name === "relay");
  const fails = async (checked: GeneratedCase) => (await relay.check(checked, [target])).kind === "broken";
  let first: GeneratedCase | undefined;
  for (let k = 0; k < CASES_MAX && !first; k++) {
    const generated = generateCase(SEED, k);
    if (await fails(generated)) first = generated;
  }
  if (!first) throw new Error(`not found in ${CASES_MAX} cases`);
  const { smallest, complete } = await shrinkCase(first, fails);
  expect(complete).toBe(true);
  expect(await fails(smallest)).toBe(true);
  expect(smallest.cuts).toHaveLength(1);
  expect(smallest.program.items.flatMap(({ ops }) => ops).length).toBeLessThanOrEqual(instructions);
});
