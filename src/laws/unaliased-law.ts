// A snapshot shares nothing with the machine it came from, nor with the one it goes to, nor with the world.
import type { World } from "../case/index.ts";
import type { Finish, WorldSnapshot } from "../targets/target.ts";
import { runTaken } from "./asked-leg.ts";
import { verdictOf } from "./broken.ts";
import { chainTarget, relayers } from "./chain.ts";
import { caseNumber, cutsBelowBudget } from "./choice.ts";
import { compareFinishes } from "./compare.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { pagesOf } from "./snapshot-form.ts";
import { snapshotDifference } from "./snapshot-difference.ts";
import { pieceOf } from "./source-misbehaviours.ts";

const NAME = "unaliased";
const PAGE = 4096;

/**
 * A snapshot is resumed and run on, on both targets: it stays what it was, and so do the data pieces of the world. Then every
 * byte of it is changed: the finishes that were made of it stay what they were, their snapshots too, and a copy of what it
 * was finishes where it did.
 */
export const unaliasedLaw: Law = {
  name: NAME,
  sentence: "A snapshot shares nothing with the machine it came from, nor with the one it goes to, nor with the world.",
  preconditions: "Targets take and give snapshots; sources are stable.",
  brokenBy: [
    "canary-alias",
    "goes on in the bytes of the snapshot",
    "shows what is in a snapshot that was resumed",
    "hands over its own registers",
    "stores into pages that were handed over",
    "writes into the data pieces",
  ],
  cuts: false,
  needs: { snapshots: true },
  every: 10,
  exercises: { "cuts with dirty pages": 0.5, "cuts with pages from sources": 0.15 },
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = relayers(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const { world, budget } = checked;
    const book = new EvidenceBook();
    const [giver, target] = [chainTarget(checked, usable, 0), chainTarget(checked, usable, 1)];
    const cuts = cutsBelowBudget(checked);
    const leg = { start: "boot", maxCycles: cuts[(caseNumber(checked) >>> 4) % cuts.length] } as const;
    const before = await runTaken(giver, world, leg, book);
    if (!before.started) return { kind: "unsupported", reason: "the program cannot be loaded" };
    const { snapshot } = before;
    // From a run of its own: a snapshot that nobody has looked at may be handed over in another way.
    const was = copyOf((await runTaken(giver, world, leg, book)).snapshot);
    const pieces = piecesOf(world, snapshot);
    const maxCycles = before.stop.kind === "budget" ? budget : snapshot.cycles;
    const first = await runTaken(target, world, { start: snapshot, maxCycles }, book);
    const given = copyOf(first.snapshot);
    if (giver !== target) await runTaken(giver, world, { start: snapshot, maxCycles }, book);
    book.cut(giver, target);
    book.handedOver(was);
    book.comparisons += 3;
    const differences: Difference[] = [
      ...snapshotDifference(was, snapshot).map(named("after it was run on")),
      ...piecesOf(world, snapshot).flatMap((bytes, k) => piecesDifference(pieces[k], bytes, k)),
    ];
    if (differences.length === 0) spoil(snapshot);
    differences.push(...memoryDifference(before.state, was));
    const second = await runTaken(target, world, { start: was, maxCycles }, book);
    differences.push(
      ...compareFinishes(second, first),
      ...snapshotDifference(given, first.snapshot).map(named("given before the change")),
      ...snapshotDifference(given, second.snapshot).map(named("given after the change")),
    );
    const sides = {
      expectedFrom: `a copy of the snapshot on ${target.name}`,
      expected: second,
      actualFrom: `the snapshot by ${giver.name}, changed afterwards`,
      actual: first,
      targets: [giver, target],
    };
    return verdictOf(NAME, sides, differences, book);
  },
};

function named(when: string): (difference: Difference) => Difference {
  return ({ what, ...sides }) => ({ what: `${what} ${when}`, ...sides });
}

function copyOf(snapshot: WorldSnapshot): WorldSnapshot {
  return {
    ...snapshot,
    registers: snapshot.registers.slice(),
    pagesFromSource: snapshot.pagesFromSource.map((run) => ({ ...run })),
    dirtyPages: snapshot.dirtyPages.map((run) => ({ ...run, content: run.content.slice() })),
  };
}

/** Changes all that can be changed in place. */
function spoil({ registers, dirtyPages }: WorldSnapshot): void {
  for (let r = 0; r < registers.length; r++) registers[r] ^= 2n ** 64n - 1n;
  for (const { content } of dirtyPages) for (let k = 0; k < content.length; k++) content[k] ^= 0xff;
}

/** The machine that gave a snapshot still holds what it gave. */
function memoryDifference({ memory, registers }: Finish["state"], was: WorldSnapshot): Difference[] {
  const changed = (what: string): Difference => ({ what, expected: "unchanged", actual: "changed" });
  const differences: Difference[] = [];
  if (registers?.some((value, r) => value !== was.registers[r])) {
    differences.push(changed("registers of the machine that gave it"));
  }
  for (const run of memory ? was.dirtyPages : []) {
    pagesOf(run).forEach((page, k) => {
      const bytes = run.content.subarray(k * PAGE, (k + 1) * PAGE);
      if (Buffer.compare(memory!.pageView(page), bytes) !== 0) {
        differences.push(changed(`page ${page} of the machine that gave it`));
      }
    });
  }
  return differences;
}

/** Copies of the data pieces that a snapshot names. */
function piecesOf(world: World, { pagesFromSource }: WorldSnapshot): Uint8Array[] {
  const ids = new Set(pagesFromSource.map(({ id }) => id));
  return [...ids].map((id) => pieceOf(world, id)?.slice() ?? new Uint8Array(0));
}

function piecesDifference(was: Uint8Array, is: Uint8Array, k: number): Difference[] {
  return Buffer.compare(was, is) === 0 ? [] : [{ what: `data piece ${k}`, expected: "unchanged", actual: "changed" }];
}
