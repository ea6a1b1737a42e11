import type { Case, World } from "../../case/index.ts";
import { dataPages, type Random } from "../../generate/index.ts";
import { ISA_A, ISA_B, ISA_MOP } from "../../isa/index.ts";
import type { Explanation, PartKind } from "../investigation.ts";
import { freedomOf, together, tryAll, type Judge, type Tried } from "./judge.ts";

/** A part of a world, and other worlds that differ in it alone. */
interface Part {
  readonly kind: PartKind;
  readonly part: string;
  /** What is said where all variations fail in the same way. */
  readonly free: string;
  readonly variations: readonly World[];
  /** What each variation is called, where it has a name: those that mend the failure are then told. */
  readonly names?: readonly string[];
}

/** Parts of one kind that are looked at. */
const PARTS_MAX = 16;
/** Random contents that are tried of each. */
const CONTENTS = 3;

/** How much arguments, data pieces, pages of data and settings of the world have to do with the failure. */
export async function explainWorld(whole: Case, random: Random, judge: Judge): Promise<Explanation[]> {
  const explained: Explanation[] = [];
  for (const { kind, part, free, variations, names } of partsOf(whole.world, random)) {
    if (judge.bounds.isOver()) break;
    const { assembly: _, ...rest } = whole;
    const all: Tried[] = [];
    for (const world of variations) all.push(await tryAll(judge, [{ ...rest, world }]));
    const counts = together(all);
    if (counts.tried === 0) continue;
    const freedom = freedomOf(counts);
    const namesOf = (same: number): string =>
      (names ?? []).filter((_name, k) => all[k].tried > 0 && all[k].same === same).join(", ");
    const some = names
      ? `the same failure with ${namesOf(1)}, not with ${namesOf(0)}`
      : `${counts.same} of ${counts.tried} other contents give the same failure`;
    const text = freedom === "free" ? free : freedom === "needed" ? "no other value gives the same failure" : some;
    explained.push({ kind, part, freedom, text, ...counts });
  }
  return explained;
}

function partsOf(world: World, random: Random): Part[] {
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => random.below(256));
  const contents = (length: number): Uint8Array[] => [
    new Uint8Array(length),
    ...Array.from({ length: CONTENTS }, () => bytes(length)),
  ];
  return [
    ...world.args.slice(0, PARTS_MAX).map((arg, k): Part => {
      const others = [...contents(arg.length), bytes(arg.length + 1), new Uint8Array(0)];
      const args = [world.args.toSpliced(k, 1), ...others.map((other) => world.args.with(k, other))];
      const variations = args.map((each) => ({ ...world, args: each }));
      return {
        kind: "argument",
        part: `argument ${k}`,
        free: "any text of it gives the same failure, none too",
        variations,
      };
    }),
    ...world.sources.slice(0, PARTS_MAX).map(({ id, bytes: content }, k): Part => {
      const others = contents(content.length).map((other) => world.sources.with(k, { id, bytes: other }));
      const variations = [world.sources.toSpliced(k, 1), ...others].map((sources) => ({ ...world, sources }));
      const part = `source 0x${id.toString(16)}`;
      return { kind: "source", part, free: "any bytes of it give the same failure, none too", variations };
    }),
    ...dataPages(world.program)
      .slice(0, PARTS_MAX)
      .map(({ page, bytes: content }, k): Part => {
        const variations = contents(content.length).map((other) => withData(world, k, other));
        return { kind: "page", part: `page ${page}`, free: "any content of it gives the same failure", variations };
      }),
    ...settingsOf(world),
  ];
}

const SIZES = [64, 256, 1024, 4096].map((kibibytes) => kibibytes * 1024);
const BITS = [
  ["a", ISA_A],
  ["b", ISA_B],
  ["mop", ISA_MOP],
] as const;

function settingsOf(world: World): Part[] {
  const setting = (
    part: string,
    free: string,
    changes: readonly Partial<World>[],
    names?: readonly string[],
  ): Part => ({
    kind: "world",
    part,
    free,
    ...(names && { names }),
    variations: changes.map((change) => ({ ...world, ...change })),
  });
  const sizes = SIZES.filter((memorySize) => memorySize !== world.memorySize);
  const versions = ([0, 1, 2] as const).filter((version) => version !== world.version);
  return [
    setting(
      "version",
      "every VM version gives the same failure",
      versions.map((version) => ({ version, ...(version === 0 && { isa: world.isa & ~ISA_MOP }) })),
      versions.map((version) => `version ${version}`),
    ),
    ...BITS.map(([name, bit]) => setting(`isa ${name}`, "the same with and without", [{ isa: world.isa ^ bit }])),
    setting(
      "memory size",
      "any size that holds the program gives the same failure",
      sizes.map((memorySize) => ({ memorySize })),
      sizes.map((memorySize) => `${memorySize / 1024} KiB`),
    ),
    setting("cost", "the same under either", [{ cost: world.cost === "real" ? "constant" : "real" }]),
    setting("mark-program", "the same with and without", [{ markProgram: !world.markProgram }]),
    setting("write-xor-execute", "the same with and without", [{ writeXorExecute: !world.writeXorExecute }]),
  ];
}

function withData(world: World, k: number, content: Uint8Array): World {
  const program = world.program.slice();
  dataPages(program)[k].bytes.set(content);
  return { ...world, program };
}
