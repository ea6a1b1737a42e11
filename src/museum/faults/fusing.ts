import type { FusedPart, FusionRule, Hart } from "../../isa/index.ts";
import {
  FUSION_PATTERNS,
  fuse,
  matchesRegisters,
  type Fusible,
  type Fusion,
  type FusionPattern,
} from "../../isa/fuse.ts";
import { Machine, type MachineOptions } from "../../machine/index.ts";
import type { FaultOptions } from "../faulty-target.ts";

type Fuse = typeof fuse;

/** The patterns of the rules called `name` that a version has. @throws RangeError if there is none */
export function patternsNamed(name: string, version: number): readonly FusionPattern[] {
  const found = FUSION_PATTERNS.filter(({ rule }) => rule.name === name && rule.versions.includes(version));
  if (found.length === 0) throw new RangeError(`version ${version} has no fused ${name}`);
  return found;
}

/** A fused sequence of another kind than the reference's: what fits `pattern`, if `when` says so too. */
export interface MoreFused {
  readonly pattern: FusionPattern;
  readonly when: (parts: readonly Fusible[]) => boolean;
  readonly meaning: (h: Hart, parts: readonly FusedPart[]) => void;
}

/** The reference, in versions from `version` on, with fused sequences beside its own. */
export function fusingMore(version: number, more: readonly MoreFused[]): FaultOptions {
  const wrong: Fuse = (head, given, partAt) => {
    const right = fuse(head, given, partAt);
    if (right !== undefined || given < version) return right;
    for (const { pattern, when, meaning } of more) {
      const parts = [head];
      const next = (k: number): typeof head | undefined => partAt(parts[k - 1].pc + parts[k - 1].length);
      if (!matchesRegisters(pattern, parts, next) || !when(parts)) continue;
      return { rule: { ...pattern.rule, meaning }, index: pattern.index, parts };
    }
    return undefined;
  };
  return { parts: { fuse: wrong } };
}

/** The reference with another meaning of fused sequences: undefined where it should be as it is. */
export function meaningOfFused(
  wrong: (rule: FusionRule, parts: readonly Fusible[]) => FusionRule["meaning"],
): FaultOptions {
  const changed: Fuse = (head, version, partAt) => {
    const right = fuse(head, version, partAt);
    const meaning = right && wrong(right.rule, right.parts);
    return right && meaning ? { ...right, rule: { ...right.rule, meaning } } : right;
  };
  return { parts: { fuse: changed } };
}

/** Executes a part as it stands. */
export function executePart(h: Hart, part: FusedPart): void {
  part.meaning(h, part);
}

/**
 * A machine that, once it has decoded a fused sequence, takes it for its second instruction too: whoever gets there
 * executes it from its beginning.
 */
export class RememberingMachine extends Machine {
  constructor(options: MachineOptions) {
    super({ ...options, parts: { ...options.parts, fuse: rememberingFuse() } });
  }
}

function rememberingFuse(): Fuse {
  // What was fused, by the address of its second part.
  const kept = new Map<number, Fusion<Fusible>>();
  return <T extends Fusible>(head: T, version: number, partAt: (pc: number) => T | undefined) => {
    const before = kept.get(head.pc) as Fusion<T> | undefined;
    if (before && before.parts[1].instruction === head.instruction) {
      const meaning: FusionRule["meaning"] = (h) => {
        const parts = before.parts as unknown as readonly FusedPart[];
        if (before.rule.meaning) before.rule.meaning(h, parts);
        else for (const part of parts) executePart(h, part);
      };
      return { rule: { ...before.rule, meaning }, index: before.index, parts: before.parts.slice(1) };
    }
    const right = fuse(head, version, partAt);
    if (right) kept.set(right.parts[1].pc, right);
    return right;
  };
}
