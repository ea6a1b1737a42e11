import { lessSigned } from "../../isa/hart.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { meaning } from "../meanings.ts";
import { rowsOf } from "../rows.ts";

const { fault } = rowsOf("branch/jump");

/** Faults of branches and jumps. */
export const BRANCH_JUMP: readonly (Exhibit | Absent)[] = [
  fault(
    "bge-strict",
    ["documented", "nervosnetwork/ckb-vm@de17f34"],
    "BGE is not taken where both operands are equal",
    ["bge"],
    meaning("bge", () => (h, i) => {
      if (lessSigned(h, i.rs2, i.rs1)) h.jump(i);
    }),
  ),
];
