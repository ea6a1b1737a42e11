import type { Case } from "../case/index.ts";
import { instructionsNamed } from "../isa/index.ts";
import type { Stop, Target } from "../targets/target.ts";
import type { Difference } from "./difference.ts";
import type { Divergence } from "./law.ts";
import { locate, type Location } from "./locate.ts";

/**
 * What kind of failure a divergence is. Two cases of one origin fail for the same reason, as far as can be told from
 * outside; while a case is shrunk its origin must not change, or it would become a case of something else.
 */
export interface Origin {
  readonly law: string;
  /** Where the two sides stopped, if they stopped by different kinds or faults: `exit, fault MemOutOfBound`. */
  readonly stops?: string;
  /** The parts of the state that differ, each once, in the order of the alphabet; with different stops, none. */
  readonly parts: readonly string[];
}

/** Laws that compare runs which can be followed instruction by instruction. */
const FOLLOWED: readonly string[] = ["relay", "differential"];
/** What `originPlace` says where a state is wrong before any instruction ran. */
export const AFTER_RESUME = "right after resume";

/** The origin of a divergence. */
export function originOf({ law, expected, actual, differences }: Divergence): Origin {
  const stops = [stopKind(expected.stop), stopKind(actual.stop)];
  if (stops[0] !== stops[1]) return { law, stops: stops.join(", "), parts: [] };
  return { law, parts: [...new Set(differences.map(partOf))].toSorted() };
}

/** True if `smaller` may be what is left of `origin`: nothing differs in it that did not differ before. */
export function isWithin(smaller: Origin, origin: Origin): boolean {
  return (
    smaller.law === origin.law &&
    smaller.stops === origin.stops &&
    smaller.parts.every((part) => origin.parts.includes(part))
  );
}

/**
 * Where the two sides of a broken case part: the mnemonic of the first differing instruction (of a compressed one, what it
 * stands for), or `AFTER_RESUME`. Undefined where that cannot be found out, as for laws that compare no runs. It takes
 * some dozens of runs. @throws TargetError
 */
export async function originPlace(
  broken: Case,
  targets: readonly Target[],
  { law, legs }: Pick<Divergence, "law" | "legs">,
): Promise<string | undefined> {
  if (!FOLLOWED.includes(law)) return undefined;
  const location = await locate(broken, targets, law, legs[0]);
  return location && placeOf(location);
}

function placeOf({ wrongAfterCut, text }: Location): string | undefined {
  if (wrongAfterCut !== undefined) return AFTER_RESUME;
  // Ordering bits are part of the text, not of the name.
  const mnemonic = text.split(" ", 1)[0].replace(/\.(?:aq|rl|aqrl)$/, "");
  return instructionsNamed(mnemonic).at(0)?.base.name ?? mnemonic;
}

function stopKind(stop: Stop): string {
  return stop.kind === "fault" ? `fault ${stop.fault.name}` : stop.kind;
}

const SINGLE = ["pc", "cycles", "max cycles", "reservation", "output", "page count", "started", "loaded bytes"];

/** The part of the state that a difference is in. Of registers, it is left open which: shrinking renames them. */
function partOf({ what }: Difference): string {
  if (SINGLE.includes(what)) return what;
  if (what.startsWith("memory")) return "memory";
  if (what.startsWith("flags")) return "page flags";
  if (what.startsWith("snapshot")) return "snapshot";
  // An exit code is what a0 was; a fault's payload follows from registers too.
  return "registers";
}
