import type { Encoding } from "../snapshot/encodings.ts";
import type { WorldSnapshot } from "../targets/target.ts";
import type { Difference } from "./difference.ts";
import type { MakeQuestion } from "./reader-question.ts";

const BELOW_ZERO = -1n;
const ABOVE_U64 = 2n ** 64n;

/** What a writer must refuse about a small snapshot: values that their types do not hold. Cut to their type they would be read as others. */
export function writerQuestions(encoding: Encoding, sample: WorldSnapshot): MakeQuestion[] {
  const [source, ...sources] = sample.pagesFromSource;
  const [dirty, ...others] = sample.dirtyPages;
  const { registers } = sample;
  const unfit: readonly (readonly [string, Partial<WorldSnapshot>])[] = [
    ["pc below zero", { pc: BELOW_ZERO }],
    ["pc above 64 bits", { pc: ABOVE_U64 }],
    ["cycles below zero", { cycles: BELOW_ZERO }],
    ["a version below zero", { version: -1 }],
    ["a version above 32 bits", { version: 2 ** 32 }],
    ["a version that is no integer", { version: 1.5 }],
    ["a flag below zero", { dirtyPages: [{ ...dirty, flag: -1 }, ...others] }],
    ["a flag above 8 bits", { dirtyPages: [{ ...dirty, flag: 256 }, ...others] }],
    ["a flag of a source above 8 bits", { pagesFromSource: [{ ...source, flag: 256 }, ...sources] }],
    ["an id above 64 bits", { pagesFromSource: [{ ...source, id: ABOVE_U64 }, ...sources] }],
    ["31 registers", { registers: registers.slice(1) }],
    ["33 registers", { registers: BigUint64Array.of(...registers, 0n) }],
  ];
  return unfit.map(([what, parts]) => () => ({
    kind: "unfit values",
    ask: () => unwritten(what, encoding, { ...sample, ...parts }),
  }));
}

/** A snapshot that cannot be written, and a RangeError that says so. */
function unwritten(what: string, { name, encode }: Encoding, snapshot: WorldSnapshot): Difference[] {
  const difference = { what: `${name} of ${what}`, expected: "a RangeError" };
  try {
    encode(snapshot);
  } catch (error) {
    return error instanceof RangeError ? [] : [{ ...difference, actual: String(error) }];
  }
  return [{ ...difference, actual: "written" }];
}
