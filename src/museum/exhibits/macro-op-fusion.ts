import { DISCARD, SCRATCH, type FusionRule } from "../../isa/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import {
  executePart,
  fusingMore,
  meaningOfFused,
  patternsNamed,
  RememberingMachine,
  type MoreFused,
} from "../faults/fusing.ts";
import { withMachine } from "../faults/parts.ts";
import { rowsOf } from "../rows.ts";

const { fault } = rowsOf("macro-op fusion");

const RA = 1;

/** A far jump of version 1 in later ones, by way of another register than ra: that register stays as it was. */
function skippingTemporary(name: string): MoreFused {
  const [pattern] = patternsNamed(name, 1);
  return {
    pattern,
    when: ([{ rd }]) => rd !== RA && rd !== DISCARD,
    meaning: (h, [upper, jalr]) => {
      const before = h.x[upper.rd];
      executePart(h, upper);
      executePart(h, jalr);
      h.x[upper.rd] = before;
    },
  };
}

/** A far jump of version 2 whose sum needs more than 32 bits; it wraps, as it does in version 1. */
function wrappingFarJump(): MoreFused {
  const [pattern] = patternsNamed("FAR_JUMP_REL", 2);
  const [{ rule }] = patternsNamed("FAR_JUMP_REL", 1);
  return {
    pattern,
    // Whose sum fits has been fused already.
    when: () => true,
    meaning: rule.meaning!,
  };
}

const WIDE = ["WIDE_MUL", "WIDE_MULU", "WIDE_MULSU", "WIDE_DIV", "WIDE_DIVU"];

/** Pairs of a quotient and a remainder, or of the halves of a product, whichever registers they have. */
const WIDE_OF_ANY: readonly MoreFused[] = WIDE.flatMap((name) => patternsNamed(name, 1)).map((pattern) => ({
  pattern: { ...pattern, distinct: [] },
  when: () => true,
  meaning: (h, [head, tail]) => {
    // The second one first, and aside, so that both have the operands that there were before.
    tail.meaning(h, { ...tail, rd: SCRATCH });
    const low = h.x[SCRATCH];
    executePart(h, head);
    h.x[tail.rd] = low;
  },
}));

/** A register 0 that a pair names is one like the others. */
function withoutZero({ name }: FusionRule): FusionRule["meaning"] {
  if (!WIDE.includes(name)) return undefined;
  return (h, parts) => {
    for (const part of parts) part.meaning(h, { ...part, rd: part.rd === DISCARD ? 0 : part.rd });
  };
}

/** Faults of macro-op fusion. */
export const MACRO_OP_FUSION: readonly (Exhibit | Absent)[] = [
  fault(
    "auipc-jalr-imm-wraps-32",
    ["documented", "nervosnetwork/ckb-vm#321"],
    "A relative far jump adds its two immediates in 32 bits in version 2 too",
    ["auipc", "jalr"],
    fusingMore(2, [wrappingFarJump()]),
  ),
  fault(
    "far-jump-abs-skips-temp",
    ["documented", "nervosnetwork/ckb-vm#321"],
    "LUI and JALR by way of another register than ra are fused in version 2 too, and leave that register as it was",
    ["lui", "jalr"],
    fusingMore(2, [skippingTemporary("FAR_JUMP_ABS")]),
  ),
  fault(
    "far-jump-rel-skips-temp",
    ["documented", "nervosnetwork/ckb-vm#321"],
    "AUIPC and JALR by way of another register than ra are fused in version 2 too, and leave that register as it was",
    ["auipc", "jalr"],
    fusingMore(2, [skippingTemporary("FAR_JUMP_REL")]),
  ),
  fault(
    "fused-carry-alias-order",
    ["documented", "nervosnetwork/ckb-vm#502"],
    "A fused sum and its carry, or a difference and its borrow, that go to one register leave the sum there",
    ["add", "sub"],
    meaningOfFused(({ name }, [sum, carry]) =>
      (name === "ADCS" || name === "SBBS") && sum.rd === carry.rd ? (h, [part]) => executePart(h, part) : undefined,
    ),
  ),
  fault(
    "wide-mul-same-destination",
    ["documented", "nervosnetwork/ckb-vm#204"],
    "The halves of a product, or quotient and remainder, are fused even if the first one overwrites an operand, which the second one has as it was",
    ["mulh", "mulhu", "mulhsu", "div", "divu"],
    fusingMore(1, WIDE_OF_ANY),
  ),
  fault(
    "wide-mul-writes-x0",
    ["documented", "nervosnetwork/ckb-vm#204"],
    "The fused halves of a product, or quotient and remainder, are stored in x0 where they go there",
    ["mulh", "mulhu", "mulhsu", "div", "divu"],
    meaningOfFused(withoutZero),
  ),
  fault(
    "jump-into-middle-of-fused-pair",
    ["plausible", "nervosnetwork/ckb-vm@d7da547"],
    "A jump to the second instruction of a sequence that was fused before executes all of the sequence",
    ["lui", "auipc", "add", "sub", "mul", "rem", "remu", "addiw", "addi", "jalr", "sltu"],
    withMachine(RememberingMachine),
  ),
];
