import type { Case } from "../case/index.ts";
import { instructionsNamed, REGISTER_NAMES } from "../isa/index.ts";
import type { Stop, Target } from "../targets/target.ts";
import { runners } from "./chain.ts";
import type { Difference } from "./difference.ts";
import type { Divergence } from "./law.ts";
import { UNKNOWN_TEXT, type Location } from "./location.ts";
import { isWrongAtLimit } from "./locate-at-limit.ts";
import { isFollowed, locateDivergence, suspectsOf } from "./locate-divergence.ts";

/**
 * What kind of failure a divergence is. Two cases of one origin fail for the same reason, as far as can be told from
 * outside; while a case is shrunk its origin must not change, or it would become a case of something else.
 */
export interface Origin {
  readonly law: string;
  /**
   * Where the two sides part: the mnemonic of the first differing instruction (of a compressed one, what it stands for),
   * `AFTER_LOADING`, `AFTER_RESUME`, `IN_SNAPSHOT`, `IN_FETCH` or `AT_LIMIT`. Left out where that cannot be found out.
   */
  readonly place?: string;
  /** The instructions of the fused sequence that `place` begins, by name; left out where it is executed alone. */
  readonly fused?: readonly string[];
  /**
   * What is wrong at that place, each once, in the order of the alphabet. Right after a resume: the registers, by name, and
   * other parts of the state; or the fault with which nothing was resumed. Of an instruction, none: what follows from it
   * may differ in anything at the end. Without a place, the parts that differ at the end.
   */
  readonly parts: readonly string[];
  /** Without a place, where the two sides stopped, if by different kinds or faults: `exit, fault MemOutOfBound`. */
  readonly stops?: string;
}

/** The place of an origin where a snapshot is wrong, although what is resumed from it is not. */
export const IN_SNAPSHOT = "in the snapshot";
/** The place of an origin where a program was loaded otherwise than it should. */
export const AFTER_LOADING = "right after loading";
/** The place of an origin where a state is wrong before any instruction of a leg ran. */
export const AFTER_RESUME = "right after resume";
/** The place of an origin where nothing can be fetched, and the sides take that in different ways. */
export const IN_FETCH = "in a fetch";
/** The place of an origin where every instruction is right, and a run does not stop where its limit is. */
export const AT_LIMIT = "at the limit";

/**
 * The origin of a divergence of `broken`, as far as its law can tell. Where runs can be followed, it takes some dozens of
 * them. @throws TargetError
 */
export async function originOf(broken: Case, all: readonly Target[], divergence: Divergence): Promise<Origin> {
  if (divergence.loading) return originOfLoading(divergence);
  if (!isFollowed(divergence.law)) return originAtEnd(divergence);
  const { targets } = runners(broken.world, all);
  if (targets.length === 0) return originAtEnd(divergence);
  const location = await locateDivergence(broken, targets, divergence);
  if (location && (await isAtLimit(broken, targets, divergence))) return atLimit(divergence);
  return (location && originAt(divergence.law, location)) ?? originAtEnd(divergence);
}

/** True if a target that took part goes wrong where its limit is, and not at an instruction. @throws TargetError */
export async function isAtLimit(broken: Case, targets: readonly Target[], { legs }: Divergence): Promise<boolean> {
  for (const suspect of suspectsOf(legs, targets)) {
    const target = targets.find(({ name }) => name === suspect);
    if (target && (await isWrongAtLimit(broken, targets[0], target))) return true;
  }
  return false;
}

/** The origin of what is wrong at the limit. */
export function atLimit({ law }: Divergence): Origin {
  return { law, place: AT_LIMIT, parts: [] };
}

/** The origin of what is loaded otherwise than it should. */
export function originOfLoading({ law, differences }: Divergence): Origin {
  return { law, place: AFTER_LOADING, parts: partsOf(differences, partAfterResume) };
}

/** The origin that a location tells, if it does. */
export function originAt(law: string, location: Location): Origin | undefined {
  if (location.reached) return undefined;
  const { wrongAfterResume, wrongAfterLoading, inFetch, text } = location;
  if (inFetch) return { law, place: IN_FETCH, parts: [] };
  if (wrongAfterLoading) return { law, place: AFTER_LOADING, parts: partsOf(wrongAfterLoading, partAfterResume) };
  if (wrongAfterResume) return { law, place: AFTER_RESUME, parts: partsOf(wrongAfterResume, partAfterResume) };
  if (text === UNKNOWN_TEXT) return undefined;
  return { law, place: mnemonicOf(text), parts: [], ...(location.fused && { fused: location.fused }) };
}

/** The name of what an instruction stands for. */
export function mnemonicOf(text: string): string {
  // Ordering bits are part of the text, not of the name.
  const mnemonic = text.split(" ", 1)[0].replace(/\.(?:aq|rl|aqrl|tso)$/, "");
  return instructionsNamed(mnemonic).at(0)?.base.name ?? mnemonic;
}

/** The origin that two finishes tell by themselves: no place. */
export function originAtEnd({ law, expected, actual, differences }: Divergence): Origin {
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
    isSamePlace(smaller, origin) &&
    smaller.stops === origin.stops &&
    smaller.parts.length > 0 === origin.parts.length > 0 &&
    smaller.parts.every((part) => origin.parts.includes(part))
  );
}

/** An instruction of a fused sequence may be what is wrong in it; what was not fused may not become so. */
function isSamePlace(smaller: Origin, origin: Origin): boolean {
  const { place, fused } = smaller;
  if (fused) return place === origin.place && fused.every((name) => origin.fused?.includes(name));
  return place === origin.place || (place !== undefined && origin.fused?.includes(place) === true);
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
