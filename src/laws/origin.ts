import type { Case } from "../case/index.ts";
import { instructionsNamed, REGISTER_NAMES } from "../isa/index.ts";
import type { Stop, Target } from "../targets/target.ts";
import type { Difference } from "./difference.ts";
import type { Divergence } from "./law.ts";
import { locate, UNKNOWN_TEXT, type Location } from "./locate.ts";

/**
 * What kind of failure a divergence is. Two cases of one origin fail for the same reason, as far as can be told from
 * outside; while a case is shrunk its origin must not change, or it would become a case of something else.
 */
export interface Origin {
  readonly law: string;
  /**
   * Where the two sides part: the mnemonic of the first differing instruction (of a compressed one, what it stands for), or
   * `AFTER_RESUME`. Left out where that cannot be found out, as for laws that compare no runs.
   */
  readonly place?: string;
  /**
   * What is wrong at that place, each once, in the order of the alphabet. Right after a resume: the registers, by name, and
   * other parts of the state; or the fault with which nothing was resumed. Of an instruction, none: what follows from it
   * may differ in anything at the end. Without a place, the parts that differ at the end.
   */
  readonly parts: readonly string[];
  /** Without a place, where the two sides stopped, if by different kinds or faults: `exit, fault MemOutOfBound`. */
  readonly stops?: string;
}

/** Laws that compare runs which can be followed instruction by instruction. */
const FOLLOWED: readonly string[] = ["relay", "differential"];
/** The place of an origin where a state is wrong before any instruction ran. */
export const AFTER_RESUME = "right after resume";

/** The origin of a divergence of `broken`. Where runs can be followed, it takes some dozens of them. @throws TargetError */
export async function originOf(broken: Case, targets: readonly Target[], divergence: Divergence): Promise<Origin> {
  const { law, legs } = divergence;
  const location = FOLLOWED.includes(law) ? await locate(broken, targets, law, legs[0]) : undefined;
  return (location && originAt(law, location)) ?? originAtEnd(divergence);
}

/** The origin that a location tells, if it does. */
function originAt(law: string, { wrongAfterResume, text }: Location): Origin | undefined {
  if (wrongAfterResume) return { law, place: AFTER_RESUME, parts: partsOf(wrongAfterResume, partAfterResume) };
  if (text === UNKNOWN_TEXT) return undefined;
  // Ordering bits are part of the text, not of the name.
  const mnemonic = text.split(" ", 1)[0].replace(/\.(?:aq|rl|aqrl)$/, "");
  return { law, place: instructionsNamed(mnemonic).at(0)?.base.name ?? mnemonic, parts: [] };
}

function originAtEnd({ law, expected, actual, differences }: Divergence): Origin {
  const stops = [stopKind(expected.stop), stopKind(actual.stop)];
  if (stops[0] !== stops[1]) return { law, stops: stops.join(", "), parts: [] };
  return { law, parts: partsOf(differences, partOf) };
}

/**
 * True if `smaller` may be what is left of `origin`: the same law at the same place, and of what is wrong nothing that was
 * not wrong before, but something if there was.
 */
export function isWithin(smaller: Origin, origin: Origin): boolean {
  return (
    smaller.law === origin.law &&
    smaller.place === origin.place &&
    smaller.stops === origin.stops &&
    smaller.parts.length > 0 === origin.parts.length > 0 &&
    smaller.parts.every((part) => origin.parts.includes(part))
  );
}

function stopKind(stop: Stop): string {
  return stop.kind === "fault" ? `fault ${stop.fault.name}` : stop.kind;
}

function partsOf(differences: readonly Difference[], nameOf: (difference: Difference) => string): string[] {
  return [...new Set(differences.map(nameOf))].toSorted();
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

/** The same with the name of a register, as a snapshot that loses one loses no other; of a stop, its kind or fault. */
function partAfterResume(difference: Difference): string {
  const { what, actual } = difference;
  if (what === "stop") return actual.replace(/^(fault \w+).*/, "$1");
  return REGISTER_NAMES.includes(what) ? what : partOf(difference);
}
