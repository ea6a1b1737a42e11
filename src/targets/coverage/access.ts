import type { Instruction } from "../../isa/index.ts";
import { ROW_INSTRUCTIONS, ROW_NAMES, isFused } from "./rows.ts";

/** What instructions do to memory, and how many bytes wide. */
export const ACCESSES: readonly string[] = [
  "load 1", "load 2", "load 4", "load 8", "store 1", "store 2", "store 4", "store 8",
  "lr 4", "lr 8", "sc 4", "sc 8", "amo 4", "amo 8",
]; // prettier-ignore

/** Bytes of each of `ACCESSES`. */
export const ACCESS_WIDTHS: readonly number[] = ACCESSES.map((access) => Number(access.split(" ")[1]));

/** True if each of `ACCESSES` stores; sc does even when it fails. */
export const ACCESS_STORES: readonly boolean[] = ACCESSES.map((access) => !access.startsWith("l"));

const WIDTHS: Readonly<Record<string, number>> = { b: 1, h: 2, w: 4, d: 8 };

/** Index in `ACCESSES` of what a row does to memory; -1 for nothing. No fused sequence touches memory. */
export const ROW_ACCESSES: readonly number[] = ROW_NAMES.map((_, row) =>
  isFused(row) ? -1 : ACCESSES.indexOf(accessOf(ROW_INSTRUCTIONS[row].base)),
);

/** By the syntax, which has an address, and the letters that the manual's names are made of. */
function accessOf({ name, operands, extension, endsBlock, field }: Instruction): string {
  if (!operands.includes("(") || endsBlock) return "none";
  if (extension !== "A") return `${field.has("rd") ? "load" : "store"} ${WIDTHS[name.charAt(1)]}`;
  const kind = name.startsWith("lr.") ? "lr" : name.startsWith("sc.") ? "sc" : "amo";
  return `${kind} ${WIDTHS[name.slice(-1)]}`;
}
