import { expect, test } from "vitest";
import { FUSION_PATTERNS, matchesRegisters, type Matchable } from "../../src/isa/fuse.ts";

// The generator asks about steps of which not all are instructions.

const none: Matchable = { instruction: undefined, rd: 10, rs1: 10, rs2: 11 };

test.each(FUSION_PATTERNS.map((pattern) => [pattern.rule.name, pattern] as const))(
  "%s begins and goes on with instructions only",
  (_, pattern) => {
    const [head] = pattern.parts;
    expect(matchesRegisters(pattern, [none], () => none)).toBe(false);
    expect(matchesRegisters(pattern, [{ ...none, instruction: head.base }, none], () => none)).toBe(false);
  },
);
