import { HOST_CALLS, SYSTEM_CALLS } from "../../case/index.ts";
import { productFamily, type CellFamily } from "./family.ts";

const RESULTS = ["a0 = 0", "a0 = 1", "a0 larger", "a0 unchanged", "fault"] as const;
type Result = (typeof RESULTS)[number];

/** What each call can do to a0 or end in (docs/case-files.md); whatever is missing here counts as a number nobody answers. */
const CALLS: readonly { readonly name: string; readonly number: number; readonly results: readonly Result[] }[] = [
  { name: "VM version", number: SYSTEM_CALLS.vmVersion, results: ["a0 = 0", "a0 = 1", "a0 larger"] },
  { name: "current cycles", number: SYSTEM_CALLS.currentCycles, results: ["a0 larger"] },
  { name: "load cell data", number: SYSTEM_CALLS.loadCellData, results: ["a0 = 0", "a0 = 1", "fault"] },
  { name: "debug", number: SYSTEM_CALLS.debug, results: ["a0 unchanged", "fault"] },
  { name: "host: pause", number: HOST_CALLS.pause, results: ["a0 = 0"] },
  { name: "host: reset", number: HOST_CALLS.reset, results: ["a0 = 1", "a0 unchanged", "fault"] },
  { name: "host: set flags", number: HOST_CALLS.setFlags, results: ["a0 = 0", "fault"] },
  { name: "host: clear flags", number: HOST_CALLS.clearFlags, results: ["a0 = 0", "fault"] },
  { name: "host: init pages", number: HOST_CALLS.initPages, results: ["a0 = 0", "a0 = 1", "fault"] },
  { name: "host: yield", number: HOST_CALLS.yield, results: ["fault"] },
  { name: "host: snapshot", number: HOST_CALLS.snapshot, results: ["fault"] },
  { name: "host: add cycles", number: HOST_CALLS.addCycles, results: ["a0 = 0", "fault"] },
  { name: "host: set register", number: HOST_CALLS.setRegister, results: ["a0 = 0", "a0 unchanged"] },
  { name: "a number that nobody answers", number: -1, results: ["fault"] },
];
const UNANSWERED = CALLS.length - 1;
/** Calls that leave a0 alone, whatever it is. */
const KEEPING: readonly number[] = [SYSTEM_CALLS.debug];

/** System call x what came of it. Exit (93) is among the stops. */
export const SYSTEM_CALL_RESULTS: CellFamily = productFamily(
  "system calls",
  "a system call gives a result, or ends the leg in a fault",
  [CALLS.map(({ name }) => name), RESULTS],
  ([call, result]) => CALLS[call].results.includes(RESULTS[result]),
);

/**
 * The cell of a call that came back, or -1 if it has none.
 * @param number a7 before it @param before a0 before it @param after a0 behind it
 */
export function answeredCell(number: number, before: bigint, after: bigint): number {
  const call = CALLS.findIndex((each) => each.number === number);
  if (call < 0) return -1;
  const { results } = CALLS[call];
  const changed: Result = after === 0n ? "a0 = 0" : after === 1n ? "a0 = 1" : "a0 larger";
  const unchanged = after === before && (KEEPING.includes(number) || !results.includes(changed));
  const result = unchanged ? "a0 unchanged" : changed;
  return results.includes(result) ? call * RESULTS.length + RESULTS.indexOf(result) : -1;
}

/** The cell of a call that ended the leg in a fault. @param refused true for InvalidEcall */
export function faultedCallCell(number: number, refused: boolean): number {
  const call = CALLS.findIndex((each) => each.number === number);
  return (refused || call < 0 ? UNANSWERED : call) * RESULTS.length + RESULTS.indexOf("fault");
}
