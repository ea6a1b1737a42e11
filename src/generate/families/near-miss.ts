import { ZERO_VARIABLE, type FusionPattern, type RegisterPattern } from "../../isa/fuse.ts";
import { INSTRUCTIONS, type Instruction } from "../../isa/index.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import { registerFields } from "../register-fields.ts";
import { onlyComputes } from "../rows.ts";
import { fusedAt } from "../steps.ts";
import { bindRegisters, partsOf } from "./fusible.ts";

/** A sequence that violates one condition of a rule and meets all others. */
export interface NearMiss {
  /** What is wrong with it. */
  readonly what: string;
  readonly ops: readonly Op[];
}

/** Makes one kind of near misses; undefined if there is none here. */
type Violate = (grower: Grower, pattern: FusionPattern) => readonly Op[] | undefined;

const TRIES = 3;
const NOP = op(row("addi"), 0, 0, 0, 0);
const C_NOP = op(row("c.nop"), 0, 0, 0, 0);

/** A near miss of a rule, or undefined if none of the kinds that were drawn can be had. */
export function pickNearMiss(grower: Grower, pattern: FusionPattern): NearMiss | undefined {
  for (let tries = 0; tries < TRIES; tries++) {
    const kind = grower.random.weighted(WEIGHTS);
    const miss = kind === VIOLATIONS.length ? sameRegisters(grower, pattern) : missBy(grower, pattern, kind);
    if (miss) return miss;
  }
  return undefined;
}

function missBy(grower: Grower, pattern: FusionPattern, kind: number): NearMiss | undefined {
  const [what, violate] = VIOLATIONS[kind];
  const ops = violate(grower, pattern);
  return ops && !isMatched(grower, pattern, ops) ? { what, ops } : undefined;
}

/** True if the rule matches, in the version at hand or, if that has no such rule, in one that has. */
function isMatched({ version }: Grower, { index, rule }: FusionPattern, ops: readonly Op[]): boolean {
  const matched = rule.versions.includes(version) ? version : rule.versions[0];
  return fusedAt(ops, 0, matched, 0)?.index === index;
}

/** Two registers are the same that must differ. */
function sameRegisters(grower: Grower, pattern: FusionPattern): NearMiss | undefined {
  if (pattern.distinct.length === 0) return undefined;
  const pair = grower.random.pick(pattern.distinct);
  const registers = bindRegisters(grower, pattern, pair);
  if (!registers) return undefined;
  const what = pair.map((variable) => (variable === ZERO_VARIABLE ? "x0" : `r${variable}`)).join(" = ");
  return { what, ops: partsOf(grower, pattern, registers) };
}

/** One register is another one than its name stands for elsewhere in the sequence. */
const otherRegister: Violate = (grower, pattern) => {
  const { random } = grower;
  const parts = intact(grower, pattern);
  const places = repeatedPlaces(pattern);
  if (!parts || places.length === 0) return undefined;
  const { part, field } = random.pick(places);
  const other = field === "rd" ? grower.destination() : random.chance(10) ? 0 : grower.source();
  return other === parts[part][field] ? undefined : parts.with(part, { ...parts[part], [field]: other });
};

/** The operands of one instruction are swapped. */
const swappedOperands: Violate = (grower, pattern) => {
  const parts = intact(grower, pattern);
  if (!parts) return undefined;
  const places: number[] = [];
  for (let k = 0; k < parts.length; k++) {
    const { rs1, rs2, instruction } = parts[k];
    if (instruction && registerFields(instruction).rs2 && rs1 !== rs2) places.push(k);
  }
  if (places.length === 0) return undefined;
  const k = grower.random.pick(places);
  return parts.with(k, { ...parts[k], rs1: parts[k].rs2, rs2: parts[k].rs1 });
};

/** An instruction stands between two of the sequence. */
const oneBetween: Violate = (grower, pattern) => {
  const { random, groups } = grower;
  const between = random.pick([NOP, C_NOP, grower.randomOp(random.pick(random.pick(groups)))]);
  return intact(grower, pattern)?.toSpliced(random.between(1, pattern.parts.length - 1), 0, between);
};

/** The last instruction is missing. */
const lastMissing: Violate = (grower, pattern) => intact(grower, pattern)?.slice(0, -1);

/** One instruction is another one with the same operands, `addi` for `addiw`. */
const similarInstruction: Violate = (grower, pattern) => {
  const parts = intact(grower, pattern);
  if (!parts) return undefined;
  const k = grower.random.below(parts.length);
  const similar = similarTo(pattern.parts[k].base).filter((other) => grower.rows.enabled.includes(other));
  return similar.length === 0 ? undefined : parts.with(k, { ...parts[k], instruction: grower.random.pick(similar) });
};

const VIOLATIONS: readonly (readonly [what: string, violate: Violate])[] = [
  ["another register", otherRegister],
  ["swapped operands", swappedOperands],
  ["one in between", oneBetween],
  ["last one missing", lastMissing],
  ["similar instruction", similarInstruction],
];

/** About how many ways there are to violate a rule: of each kind above, and of two registers that must differ. */
const WEIGHTS = [4, 5, 2, 1, 3, 5];

function intact(grower: Grower, pattern: FusionPattern): Op[] | undefined {
  const registers = bindRegisters(grower, pattern);
  return registers && partsOf(grower, pattern, registers);
}

/** A register of one instruction of a sequence. */
interface Place {
  readonly part: number;
  readonly field: RegisterPattern["field"];
}

const knownPlaces = new Map<FusionPattern, readonly Place[]>();

/** The registers that occur elsewhere in the sequence too. */
function repeatedPlaces(pattern: FusionPattern): readonly Place[] {
  let places = knownPlaces.get(pattern);
  if (!places) {
    const all = pattern.parts.flatMap(({ registers }, part) => registers.map((register) => ({ ...register, part })));
    places = all.filter(({ variable }) => all.filter((place) => place.variable === variable).length > 1);
    knownPlaces.set(pattern, places);
  }
  return places;
}

const known = new Map<Instruction, readonly Instruction[]>();

/** Instructions with the operands of `base` whose names begin as its name does; of `lui`, `auipc`, and the other way. */
function similarTo(base: Instruction): readonly Instruction[] {
  let similar = known.get(base);
  if (!similar) {
    similar = INSTRUCTIONS.filter(
      (other) =>
        other !== base &&
        other.length === 4 &&
        onlyComputes(other) &&
        other.operands === base.operands &&
        (other.name.slice(0, 2) === base.name.slice(0, 2) || base.operands.includes("upper")),
    );
    known.set(base, similar);
  }
  return similar;
}
