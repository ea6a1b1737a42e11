import { XLEN_MAX } from "../../isa/index.ts";
import type { WorldSnapshot } from "../../targets/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { asNumber, byFlag, withNumbers, writing, writingBytes } from "../faults/codecs.ts";
import { IN_BOTH, IN_RESUMING, IN_TAKING, rowsOf } from "../rows.ts";

const { fault } = rowsOf("serialization");

const LOW_WORD = 0xffff_ffffn;
/** Digits behind the point, where 15 are written in all. */
const FRACTION_DIGITS = 14;
const RESERVATION_BYTES = 8;
const S0 = 8;
const S1 = 9;

/** Faults of writing snapshots down and of reading them. */
export const SERIALIZATION: readonly (Exhibit | Absent)[] = [
  fault(
    "length-32-bit-overflow",
    ["analogue", "checkpoint-restore/criu@053a22a23"],
    "Offsets and lengths of pages from sources are written and read modulo 2^32",
    IN_BOTH,
    { resumes: shortened, gives: shortened },
  ),
  fault(
    "nondeterministic-number-format",
    ["analogue", "a-b-street/abstreet#689"],
    "Cycles are written with 15 digits and an exponent",
    IN_TAKING,
    writing(({ cycles }) => ({ cycles: inDigits(cycles) })),
  ),
  fault(
    "unsorted-runs-on-output",
    ["analogue", "checkpoint-restore/criu@eb5a37885"],
    "Runs are written flag by flag, and only then by address",
    IN_TAKING,
    writing(({ pagesFromSource, dirtyPages }) => ({
      pagesFromSource: byFlag(pagesFromSource),
      dirtyPages: byFlag(dirtyPages),
    })),
  ),
  fault(
    "reservation-omitted-by-codec",
    ["inferred", "nervosnetwork/ckb-vm#407"],
    "The encoding has no load reservation, so that it is none when it is read",
    IN_TAKING,
    // It comes last, and all ones say that there is none.
    writingBytes((bytes) => bytes.fill(0xff, -RESERVATION_BYTES)),
  ),
  fault(
    "content-hex-leading-zero",
    ["plausible", "content written as one number"],
    "Content loses the zero bytes that it begins with",
    IN_TAKING,
    writing(({ dirtyPages }) => ({ dirtyPages: dirtyPages.map(asNumber) })),
  ),
  fault(
    "register-array-order",
    ["plausible", "modelled on unicorn-engine/unicorn@44413942"],
    "x8 and x9 are read in another order than they are written in",
    IN_BOTH,
    writing(({ registers }) => {
      const read = registers.slice();
      [read[S0], read[S1]] = [registers[S1], registers[S0]];
      return { registers: read };
    }),
  ),
  fault(
    "u64-read-as-signed",
    ["plausible", "integers of the host language"],
    "Numbers from 2^63 on are read as negative ones, and written again as they should be",
    IN_RESUMING,
    {
      resumes: (snapshot) => withNumbers(snapshot, (value) => BigInt.asIntN(64, value)),
      gives: (snapshot) => withNumbers(snapshot, (value) => BigInt.asUintN(64, value)),
    },
  ),
];

function shortened(snapshot: WorldSnapshot): WorldSnapshot {
  const pagesFromSource = snapshot.pagesFromSource.map((run) => ({
    ...run,
    offset: run.offset & LOW_WORD,
    length: run.length & LOW_WORD,
  }));
  return { ...snapshot, pagesFromSource };
}

/** What is read of a number that was written with few digits; more than 64 bits hold is the most they hold. */
function inDigits(value: bigint): bigint {
  const read = BigInt(Number(Number(value).toExponential(FRACTION_DIGITS)));
  return read > XLEN_MAX ? XLEN_MAX : read;
}
