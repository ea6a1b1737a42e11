import type { Instruction } from "../../src/isa/index.ts";

/** What ckb-vm calls the instruction that this row stands for: `AMOADD_W`, `ADDUW`, `FENCEI`. */
export function crateName({ base }: Instruction): string {
  return base.name.toUpperCase().replaceAll(".", base.extension === "A" ? "_" : "");
}
