import { INSTRUCTIONS, XLEN_MAX } from "../../isa/index.ts";
import { productFamily, type CellFamily } from "./family.ts";
import { ROW_COUNT } from "./rows.ts";

const ROWS = INSTRUCTIONS.filter(({ extension, name }) => extension === "A" && name.startsWith("sc."));
const OUTCOMES = ["succeeds", "fails for another reservation", "fails without a reservation"];

/** sc x what the reservation was. */
export const STORE_CONDITIONALS: CellFamily = productFamily(
  "sc",
  "an sc succeeds, or fails because of the reservation that there is",
  [ROWS.map(({ key }) => key), OUTCOMES],
  () => true,
);

/** The position of a row among the store-conditionals; -1 for all other rows. */
export const ROW_STORE_CONDITIONALS: readonly number[] = Array.from({ length: ROW_COUNT }, (_, row) =>
  ROWS.findIndex(({ index }) => index === row),
);

/** @param position of its row @param address that it stores to @param reservation right before it */
export function storeConditionalCell(position: number, address: bigint, reservation: bigint): number {
  const outcome = address === reservation ? 0 : reservation === XLEN_MAX ? 2 : 1;
  return position * OUTCOMES.length + outcome;
}
