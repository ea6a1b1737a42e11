// No store changes an executable page, and nothing is executed from any other page.
import type { World } from "../case/index.ts";
import type { Finish, Target } from "../targets/target.ts";
import { ontoCode } from "./access-faults.ts";
import { runners } from "./chain.ts";
import { codeImage, type CodeImage } from "./code-image.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { ask, codeMayChange, endOf, faultStop, type Point, type Probe } from "./probe.ts";
import { sitesOf } from "./sites.ts";
import { brokenOn, type Breach } from "./verdict.ts";

const NAME = "permissions";
const EXECUTABLE = 2;
/** Pages of code that are compared in one case. */
const PAGES_MAX = 64;

/**
 * At the end of the whole run, the executable pages are those of the program file, with its bytes; and legs from there, made
 * to store to such a page and to execute from others, fault.
 */
export const permissionsLaw: Law = {
  name: NAME,
  sentence: "No store changes an executable page, and nothing is executed from any other page.",
  preconditions:
    "Targets run the world and show flags and memory; pages are writable or executable, never both, and code cannot change. Where targets can be resumed, such stores and fetches are also provoked.",
  brokenBy: [
    "canary-permissions",
    "stores everywhere",
    "fetches from everywhere",
    "changes a byte of code",
    "takes its permission from a page of code",
    "makes data executable",
  ],
  cuts: false,
  needs: { observes: ["memory", "pageFlags"] },
  every: 10,
  exercises: {
    "executable page compared": 0.5,
    "store to an executable page": 0.3,
    "sc to an executable page": 0.1,
    "amo to an executable page": 0.1,
    "a fetch from a page that is not executable": 0.5,
  },
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = runners(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const { world } = checked;
    const changing = codeMayChange(world);
    if (changing !== undefined) return { kind: "unsupported", reason: changing };
    const image = codeImage(world.program);
    if (!image) return { kind: "unsupported", reason: "the program headers are not where they must be" };
    const book = new EvidenceBook();
    for (const target of book.turns(usable)) {
      const { finish, point } = await endOf(checked, target, book);
      const { memory, pageFlags } = finish.state;
      if (!finish.started || !memory || !pageFlags) continue;
      const changed = changedCode(finish, image, target, book);
      if (changed) return brokenOn(NAME, target.name, changed, book);
      for (const probe of point ? probesOf(world, point, image) : []) {
        const breach = await ask(world, target, point!, probe, book);
        if (breach) return brokenOn(NAME, target.name, breach, book);
      }
    }
    if (book.comparisons === 0)
      return { kind: "unsupported", reason: "no target loads the program and shows its memory" };
    return { kind: "held", evidence: book.evidence() };
  },
};

/** Whether the executable pages are other ones, or other bytes, than the program file says. */
function changedCode(finish: Finish, { pages }: CodeImage, target: Target, book: EvidenceBook): Breach | undefined {
  const { memory, pageFlags } = finish.state;
  const differences: Difference[] = [];
  for (const [page, flags] of pageFlags!.entries()) {
    const is = (flags & EXECUTABLE) !== 0;
    if (is === pages.has(page)) continue;
    const [expected, actual] = [`${pages.has(page)}`, `${is}`];
    differences.push({ what: `page ${page} is executable`, expected, actual });
  }
  for (const [page, bytes] of [...pages].slice(0, PAGES_MAX)) {
    const view = memory!.pageView(page);
    const at = Buffer.compare(bytes, view) === 0 ? -1 : bytes.findIndex((byte, k) => byte !== view[k]);
    if (at < 0) continue;
    const what = `memory at 0x${(page * 4096 + at).toString(16)}`;
    differences.push({ what, expected: `0x${bytes[at].toString(16)}`, actual: `0x${view[at].toString(16)}` });
  }
  book.comparisons++;
  book.exercise("executable page compared", Math.min(pages.size, PAGES_MAX));
  if (differences.length === 0) return undefined;
  const [expectedFrom, actualFrom] = ["the program file", `solo on ${target.name}`];
  return { expectedFrom, actualFrom, expected: finish, actual: finish, differences: differences.slice(0, 8) };
}

function probesOf(world: World, point: Point, { pages, seed }: CodeImage): Probe[] {
  const { found } = sitesOf(world);
  const numbers = [...pages.keys()];
  const probes: Probe[] = [];
  for (const kind of ["store", "sc", "amo"] as const) {
    const site = found.get(kind);
    if (!site) continue;
    const probe = ontoCode(site, world, point, numbers[seed % numbers.length], seed + probes.length);
    if (probe) probes.push(probe);
  }
  for (const page of notExecutable(point.finish, seed)) {
    probes.push({
      what: "a fetch from a page that is not executable",
      pc: BigInt(page) * 4096n + BigInt((seed & 1023) * 4),
      cycles: 1000n,
      stop: faultStop({ name: "MemWriteOnExecutablePage", page: BigInt(page) }),
      changes: {},
    });
  }
  return probes;
}

/** A page that was written and one that was not, neither of them executable, where there are such. */
function notExecutable({ state }: Finish, seed: number): number[] {
  const flags = state.pageFlags!;
  const pick = (isWanted: (flag: number) => boolean): number[] => {
    for (let k = 0; k < flags.length; k++) {
      const page = (seed + k) % flags.length;
      if (isWanted(flags[page])) return [page];
    }
    return [];
  };
  return [...pick((flag) => (flag & 6) === 4), ...pick((flag) => flag === 0)];
}
