import type { Instruction } from "../../isa/index.ts";
import { compressedForm } from "../compress.ts";
import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op } from "../op.ts";
import type { Random } from "../random.ts";
import { registerFields } from "../register-fields.ts";
import { otherRegister } from "../registers.ts";
import { pickPair, pickWordPair, type Relation } from "../relations.ts";
import { pickIdiomImmediate, pickImmediate, pickLopsided, pickValue } from "../values.ts";
import { keep } from "./chains.ts";
import { OPERAND } from "./fused-operands.ts";
import { operandRows, partnerOf } from "./operand-rows.ts";

/** Instructions on one pair: the pair is loaded once, which takes longer than they do. */
const LONGEST = 7;
const RELATIONS: readonly Relation[] = ["quotient", "product", "sum"];
/** Instructions of 100 that are of those for which the relation is made. */
const PERCENT_MEANT = 80;
/** Results of 100 that are stored. */
const PERCENT_KEPT = 40;
/** Instructions of 100 that are followed by the one that gives the other result of the same operands, where there is one. */
const PERCENT_PARTNER = 45;
/** Of 100 pairs, those that are for instructions of words. */
const PERCENT_WORDS = 25;
/** Results of 100 that take the place of an operand. */
const PERCENT_ONTO = 12;
/** Of 100 of these, and of 100 others, those in a compressed form if they have one: most such forms write what they read. */
const PERCENT_COMPRESSED_ONTO = 75;
const PERCENT_COMPRESSED = 30;
/** Registers of 100 that are x8 to x15 on purpose. */
const PERCENT_NEAR = 40;
/** Immediates of 100 that make the instruction an idiom. */
const PERCENT_IDIOM = 70;

/**
 * Several instructions on one pair of related operands: most of them are those for which quotient, product or sum of such
 * a pair turns over, each now and then the other way round, or of one of the two alone.
 */
export function growRelated(grower: Grower): void {
  const { random } = grower;
  const rows = operandRows(grower.rows);
  const relation = random.pick(RELATIONS);
  const areWords = random.chance(PERCENT_WORDS);
  const meant = areWords ? rows.words[relation] : rows.related[relation];
  const [one, other] = loadPair(grower, areWords ? pickWordPair(random, relation) : pickPair(random, relation));
  grower.note(relation);
  for (let left = random.between(2, LONGEST); left > 0; left--) {
    const row = random.pick(random.chance(PERCENT_MEANT) ? meant : rows.ofTwo);
    const [from, second] = sourcesOf(random, one, other);
    const partner = random.chance(PERCENT_PARTNER) ? partnerOf(row) : undefined;
    if (partner) {
      addBoth(grower, row, partner, from, second);
      continue;
    }
    if (addOne(grower, row, from, second, pickImmediate(random, row))) return;
  }
}

/** Adds two instructions, one right behind the other, that give two results of the same sources: where they fuse, fused. */
function addBoth(grower: Grower, row: Instruction, partner: Instruction, from: number, second: number): void {
  const { random } = grower;
  const first = otherRegister(grower, from, second);
  const last = otherRegister(grower, from, second, first);
  grower.add("code", [op(row, first, from, second, 0)]);
  grower.add("code", [op(partner, last, from, second, 0)]);
  if (random.chance(PERCENT_KEPT)) keep(grower, random.chance(50) ? first : last);
}

/**
 * Several instructions on one value, half of which is nothing, all ones or a sign: with the immediates by which they
 * negate, invert, compare with zero or do nothing, and with x0 and the same register twice for those of two registers.
 */
export function growIdioms(grower: Grower): void {
  const { random } = grower;
  const rows = operandRows(grower.rows);
  const register = grower.destination(random.chance(PERCENT_NEAR));
  grower.note(OPERAND);
  grower.add("code", loadConstant(register, random.chance(80) ? pickLopsided(random) : pickValue(random)));
  grower.note("idiom");
  for (let left = random.between(4, LONGEST + 1); left > 0; left--) {
    const kind = random.below(20);
    if (kind < 9) {
      const row = random.pick(rows.withImmediate);
      const imm = random.chance(PERCENT_IDIOM) ? pickIdiomImmediate(random, row) : pickImmediate(random, row);
      if (addOne(grower, row, register, 0, imm)) return;
    } else if (kind < 12 && rows.ofOne.length > 0) {
      if (addOne(grower, random.pick(rows.ofOne), register, 0, 0)) return;
    } else {
      const row = random.pick(random.chance(70) ? rows.related.sum : rows.ofTwo);
      const form = random.below(5);
      if (addOne(grower, row, form < 2 ? 0 : register, form === 2 || form === 3 ? 0 : register, 0)) return;
    }
  }
}

/**
 * Loads a pair into two registers that may be written.
 * @param percentNear how often of 100 the first of them is one of x8 to x15, which compressed instructions take
 */
export function loadPair(
  grower: Grower,
  [first, second]: readonly [bigint, bigint],
  percentNear = PERCENT_NEAR,
): readonly [number, number] {
  const one = grower.destination(grower.random.chance(percentNear));
  const other = otherRegister(grower, one);
  grower.note(OPERAND);
  grower.add("code", [...loadConstant(one, first), ...loadConstant(other, second)]);
  return [one, other];
}

/** Which of the pair is which operand: in their order mostly. */
function sourcesOf(random: Random, one: number, other: number): readonly [number, number] {
  const kind = random.below(16);
  if (kind < 12) return [one, other];
  if (kind < 14) return [other, one];
  return kind === 14 ? [one, one] : [other, other];
}

/**
 * Adds an instruction of 32 bits with these sources, in its compressed form often where it has one, and at times a store
 * of its result.
 * @param percentOnto how often of 100 it writes one of its sources
 * @returns true if it has done so: what was loaded there is gone
 */
export function addOne(
  grower: Grower,
  row: Instruction,
  from: number,
  second: number,
  imm: number,
  percentOnto = PERCENT_ONTO,
): boolean {
  const { random, version } = grower;
  const { rd, rs2, more } = registerFields(row);
  if (!rd) {
    grower.addBranch([op(row, 0, from, second, 0)]);
    return false;
  }
  const ontoItself = random.chance(percentOnto) ? (rs2 && random.chance(30) ? second : from) : 0;
  const to = ontoItself !== 0 ? ontoItself : otherRegister(grower, from, second);
  const made = op(row, to, from, second, imm, more ? random.next() & 0xfff : 0);
  const compressed = random.chance(ontoItself !== 0 ? PERCENT_COMPRESSED_ONTO : PERCENT_COMPRESSED);
  grower.add("code", [(compressed ? compressedForm(random, made, version) : undefined) ?? made]);
  if (random.chance(PERCENT_KEPT)) keep(grower, to);
  return ontoItself !== 0;
}
