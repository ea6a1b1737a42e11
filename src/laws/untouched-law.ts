// Memory that nobody wrote reads as zero, and reading changes nothing.
import type { Finish, MemoryImage, Target } from "../targets/target.ts";
import { runners } from "./chain.ts";
import { codeImage } from "./code-image.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import {
  ask,
  behind,
  codeMayChange,
  costAt,
  endOf,
  executedNothing,
  pointing,
  type Point,
  type Probe,
} from "./probe.ts";
import type { World } from "../case/index.ts";
import { sitesOf, type Site } from "./sites.ts";
import { brokenOn, type Breach } from "./verdict.ts";

const NAME = "untouched";
const PAGE = 4096;
/** Pages of which a target says by itself that they are zero, and that are looked at all the same. */
const DOUBTED = 16;

/**
 * At the end of the whole run, pages that the snapshot leaves out have no flags and no bytes; and a leg from there that loads
 * from such a page gets zero, and leaves its flags alone.
 */
export const untouchedLaw: Law = {
  name: NAME,
  sentence: "Memory that nobody wrote reads as zero, and reading changes nothing.",
  preconditions:
    "Targets run the world, take and give snapshots, and show flags and memory; the host changes no flags. Targets that charge whole blocks are not asked to load, since they do not stop behind a load.",
  brokenBy: [
    "canary-untouched",
    "has a page that was never written and is not zero",
    "says of pages that they are zero, and they are not",
    "has flags on a page that nobody touched",
    "makes pages dirty by loads",
    "loads nothing by ld",
    "has wrong registers behind a resume",
  ],
  cuts: false,
  needs: { snapshots: true, observes: ["memory", "pageFlags"] },
  every: 10,
  exercises: { "page that nobody wrote": 0.5, "load from a page that nobody wrote": 0.4 },
  async check(checked, targets): Promise<Verdict> {
    const { world } = checked;
    const { targets: all, reason } = runners(world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const usable = all.filter(({ capabilities }) => capabilities.snapshots);
    if (usable.length === 0) return { kind: "unsupported", reason: `${all[0].name} gives no snapshots` };
    const changing = world.writeXorExecute ? codeMayChange(world) : undefined;
    if (changing !== undefined) return { kind: "unsupported", reason: changing };
    const book = new EvidenceBook();
    for (const target of book.turns(usable)) {
      const { finish, point } = await endOf(checked, target, book);
      if (!point || !finish.state.memory || !finish.state.pageFlags || executedNothing(finish)) continue;
      const seed = codeImage(world.program)?.seed ?? 0;
      const left = leftOut(point);
      const dirty = notClean(finish, left, seed, target, book);
      if (dirty) return brokenOn(NAME, target.name, dirty, book);
      const probe = loadFrom(left[seed % left.length], world, point, finish.state.memory);
      const breach = probe && (await ask(world, target, point, probe, book));
      if (breach) return brokenOn(NAME, target.name, breach, book);
    }
    if (book.comparisons === 0)
      return { kind: "unsupported", reason: "no target runs the program and shows its memory" };
    return { kind: "held", evidence: book.evidence() };
  },
};

/** The pages of which the snapshot says nothing. */
function leftOut({ finish, snapshot }: Point): number[] {
  const count = finish.state.pageFlags!.length;
  const told = new Uint8Array(count);
  const mark = (address: bigint, length: number): void => {
    const first = Number(address / 4096n);
    told.fill(1, first, first + Math.ceil(length / PAGE));
  };
  for (const { address, length } of snapshot.pagesFromSource) mark(address, Number(length));
  for (const { address, content } of snapshot.dirtyPages) mark(address, content.length);
  const left: number[] = [];
  for (let page = 0; page < count; page++) if (told[page] === 0) left.push(page);
  return left;
}

const ZERO = new Uint8Array(PAGE);

function notClean(
  finish: Finish,
  left: readonly number[],
  seed: number,
  target: Target,
  book: EvidenceBook,
): Breach | undefined {
  const { memory, pageFlags } = finish.state;
  const differences: Difference[] = [];
  for (const [k, page] of left.entries()) {
    const flags = pageFlags![page];
    if (flags !== 0) differences.push({ what: `flags of page ${page}`, expected: "0", actual: String(flags) });
    // What a target says of itself is believed of most pages only.
    const isDoubted = (k + seed) % Math.ceil(left.length / DOUBTED) === 0;
    if (memory!.isUntouched(page) && !isDoubted) continue;
    const view = memory!.pageView(page);
    if (Buffer.compare(view, ZERO) === 0) continue;
    const at = view.findIndex((byte) => byte !== 0);
    const what = `memory at 0x${(page * PAGE + at).toString(16)}`;
    differences.push({ what, expected: "0x0", actual: `0x${view[at].toString(16)}` });
  }
  book.comparisons++;
  book.exercise("page that nobody wrote", left.length);
  if (differences.length === 0) return undefined;
  const [expectedFrom, actualFrom] = ["pages that the snapshot leaves out", `solo on ${target.name}`];
  return { expectedFrom, actualFrom, expected: finish, actual: finish, differences: differences.slice(0, 8) };
}

function loadFrom(page: number | undefined, world: World, point: Point, memory: MemoryImage): Probe | undefined {
  const site = sitesOf(world).found.get("load") ?? sitesOf(world).found.get("lr");
  if (!site || page === undefined || site.decoded.rd > 31) return undefined;
  // Without W^X the program may have written something else there.
  if (!world.writeXorExecute && !isStillThere(site, world, memory)) return undefined;
  const address = BigInt(page) * 4096n + 8n * BigInt(page & 0xff);
  const set = pointing(site, address);
  const registers = point.snapshot.registers.slice();
  for (const [r, value] of set) registers[r] = value;
  registers[site.decoded.rd] = 0n;
  const reservation = site.name.startsWith("lr") ? { reservation: address } : {};
  return {
    what: "load from a page that nobody wrote",
    pc: site.pc,
    registers: set,
    cycles: costAt(site, world),
    stop: { kind: "budget" },
    changes: { ...behind(site, world, point), registers, ...reservation },
  };
}

/** True if memory holds the instruction as the program file has it. */
function isStillThere({ pc, decoded }: Site, { program }: World, memory: MemoryImage): boolean {
  const [page, at] = [Number(pc / 4096n), Number(pc % 4096n)];
  const end = at + decoded.instruction.length;
  const bytes = codeImage(program)?.pages.get(page);
  return bytes !== undefined && Buffer.compare(bytes.subarray(at, end), memory.pageView(page).subarray(at, end)) === 0;
}
