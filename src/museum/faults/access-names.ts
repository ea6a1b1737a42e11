import { INSTRUCTIONS } from "../../isa/index.ts";

/** Loads of the base instruction set, by name. */
export const LOADS = "lb lh lw ld lbu lhu lwu";

/** Stores of the base instruction set, by name. */
export const STORES = "sb sh sw sd";

const AMOS = INSTRUCTIONS.map(({ name }) => name).filter((name) => name.startsWith("amo"));

/** The 18 read-modify-write atomics, by name. */
export const AMO = AMOS.join(" ");

/** Those of them that work on words. */
export const AMO_W = AMOS.filter((name) => name.endsWith(".w")).join(" ");

/** Every instruction that stores, SC and AMO too. */
export const STORING: readonly string[] = `${STORES} sc.w sc.d ${AMO}`.split(" ");

/** Every instruction that loads, atomics too. */
export const LOADING: readonly string[] = `${LOADS} lr.w lr.d sc.w sc.d ${AMO}`.split(" ");

/** Every instruction that writes a register, by name. */
export const WRITING = INSTRUCTIONS.filter((each) => each.base === each && each.field.has("rd"))
  .map(({ name }) => name)
  .join(" ");
