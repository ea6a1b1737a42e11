import { findInstruction } from "../../isa/index.ts";
import { FaultError, MACHINE_PARTS, type Memory } from "../../machine/index.ts";
import type { FaultOptions } from "../faulty-target.ts";
import { JUMPS } from "./places.ts";

const RD_FIELD = 31 << 7;
const LENGTH = 4;

/** RORW before an instruction that goes on elsewhere is taken for one to x0. */
export function dropsWordRotate(): FaultOptions {
  const fetch = (memory: Memory, pc: number): number => {
    const word = MACHINE_PARTS.fetch(memory, pc);
    return findInstruction(word)?.name === "rorw" && isJump(memory, pc + LENGTH) ? word & ~RD_FIELD : word;
  };
  return { parts: { fetch } };
}

const JUMP_NAMES = JUMPS.split(" ");

function isJump(memory: Memory, pc: number): boolean {
  try {
    return JUMP_NAMES.includes(findInstruction(MACHINE_PARTS.fetch(memory, pc))?.base.name ?? "");
  } catch (error) {
    // What cannot be fetched is no jump; it is a fault when execution gets there.
    if (error instanceof FaultError) return false;
    throw error;
  }
}
