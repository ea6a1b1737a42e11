import { INSTRUCTIONS } from "../isa/index.ts";
import type { Parts } from "./missed-cells.ts";

/** Why random cases hit some cells of a family far less often than their parts would suggest. */
export interface Reason {
  readonly family: string;
  readonly sentence: string;
  /** True for the cells that it explains. */
  explains(parts: Parts): boolean;
}

const OUTSIDE = "an access outside memory ends its program, and few programs are made to end so";
const CODE = "a store to code ends its program, but for the few worlds without W^X";

const FAR_CLASSES: readonly string[] = [
  "32-bit negative",
  "beside a 32-bit border",
  "beyond 32 bits positive",
  "beyond 32 bits negative",
  "beside a 64-bit border",
];
/** From these an immediate can still lead back into memory. */
const NEAR_CLASSES: readonly string[] = ["-1", "small negative"];

const FIRST_CLASSES: readonly string[] = ["0", "1", "small positive"];

/** Those that are no address of code, but for programs that have theirs in the first page. */
const SMALL_CLASSES: readonly string[] = ["0", "1", "small positive", ...NEAR_CLASSES];

/** Rows whose rs1 is an address: of memory, or of the next instruction. */
const ADDRESSING = new Set(INSTRUCTIONS.filter(({ base }) => base.operands.includes("(")).map(({ key }) => key));
const JUMPING = new Set(INSTRUCTIONS.filter(({ base }) => base.name === "jalr").map(({ key }) => key));
const ATOMIC = new Set(INSTRUCTIONS.filter(({ extension }) => extension === "A").map(({ key }) => key));
const STORING = new Set(
  INSTRUCTIONS.filter(
    ({ key, base }) => ADDRESSING.has(key) && (isAtomicStore(base.name) || !base.field.has("rd")),
  ).map(({ key }) => key),
);

function isAtomicStore(name: string): boolean {
  return name.startsWith("sc.") || name.startsWith("amo");
}

/** Of an access as its families name it. */
function stores(access: string): boolean {
  return !access.startsWith("l");
}

/** All reasons there are; the first that explains a cell is shown beside it. */
export const REASONS: readonly Reason[] = [
  {
    family: "operands",
    sentence: OUTSIDE,
    explains: ([row, source, kind]) =>
      source === "rs1" &&
      ADDRESSING.has(row) &&
      (FAR_CLASSES.includes(kind) || (ATOMIC.has(row) && NEAR_CLASSES.includes(kind))),
  },
  {
    family: "operands",
    sentence: "few accesses are to the first bytes of memory",
    explains: ([row, source, kind]) => source === "rs1" && ADDRESSING.has(row) && FIRST_CLASSES.includes(kind),
  },
  {
    family: "operands",
    sentence: "few programs have code near address 0 to jump to",
    explains: ([row, source, kind]) => source === "rs1" && JUMPING.has(row) && SMALL_CLASSES.includes(kind),
  },
  { family: "accesses", sentence: OUTSIDE, explains: ([, , state]) => state === "outside" },
  {
    family: "accesses",
    sentence: CODE,
    explains: ([access, , state]) => state === "executable" && stores(access),
  },
  { family: "border accesses", sentence: OUTSIDE, explains: ([, , to]) => to === "to outside" },
  {
    family: "border accesses",
    sentence: CODE,
    explains: ([access, from, to]) => stores(access) && (from === "from executable" || to === "to executable"),
  },
  { family: "cuts before", sentence: OUTSIDE, explains: ([, page]) => page === "outside" },
  { family: "cuts before", sentence: CODE, explains: ([row, page]) => page === "executable" && STORING.has(row) },
  { family: "cuts after", sentence: CODE, explains: ([row, page]) => page === "executable" && STORING.has(row) },
];

/** Why a cell is met less often than its parts are; undefined if it should not be. */
export function reasonFor(family: string, parts: Parts): string | undefined {
  return REASONS.find((reason) => reason.family === family && reason.explains(parts))?.sentence;
}
