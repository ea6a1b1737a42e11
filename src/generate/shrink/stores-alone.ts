import { loadNumber } from "../constant.ts";
import { baseOp, type Op } from "../op.ts";
import { stores } from "../rows.ts";
import { accessNearZero } from "./addresses.ts";

const SP = 2;
const A0 = 10;
/** Addresses from x0 that every instruction can name, 8 bytes of each being in the first page. */
const NEAR_ZERO = 0x7ff;
/** Of more stores, each by itself would be too many tries. */
const STORES_MAX = 40;

/** Each store of a list of instructions by itself, near x0, at what is left of its address there: of sp, 1 and -1. */
export function* storesAlone(ops: readonly Op[]): Generator<Op[]> {
  const places = [...ops.keys()].filter((n) => {
    const { instruction } = ops[n];
    return instruction !== undefined && stores(instruction);
  });
  if (places.length > STORES_MAX) return;
  for (const value of [undefined, 1, -1]) {
    for (const n of places) {
      const access = baseOp(ops[n]);
      const address = addressIn(ops, n) & NEAR_ZERO;
      const register = value === undefined ? SP : A0;
      const setUp = value === undefined ? [] : loadNumber(register, value);
      yield [...setUp, ...accessNearZero({ ...access, rs1: 0, rs2: register }, address)];
    }
  }
}

/** The address of an access among other instructions, its base being what was last loaded to it; 0 if nothing is. */
function addressIn(ops: readonly Op[], n: number): number {
  const { rs1, imm } = baseOp(ops[n]);
  let address = 0;
  for (const { instruction, rd, imm: loaded } of ops.slice(0, n).map(baseOp)) {
    if (rd === rs1 && instruction?.field.has("rd")) address = instruction.name === "lui" ? loaded : address + loaded;
  }
  return address + imm;
}
