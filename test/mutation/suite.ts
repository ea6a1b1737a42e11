// What mutants are asked, in this order: the directed corpus, which is cheap, the laws, the unit tests.
import { collected } from "./as-vitest.ts";
import { corpusChecks } from "./corpus.ts";
import { lawChecks } from "./laws.ts";
import "./unit.ts";

const file = process.env["RVRELAY_MUTATION_CORPUS"];
if (file === undefined) throw new Error("RVRELAY_MUTATION_CORPUS is not set: npm run mutation sets it");

/** Seconds of work on random cases, as the laws above do them. */
const LEFT_OUT = /no random case hits a cell|generated runs have the boundaries/;
/** Half a second each, so they come last. */
const SLOW =
  /run in two parts ends as run in one|from 0 to the total of|enters its code everywhere|recording changes nothing/;
const unit = [false, true].flatMap((isSlow) =>
  collected
    .filter(({ name }) => SLOW.test(name) === isSlow && !LEFT_OUT.test(name))
    .map((check) => ({ ...check, isSlow })),
);

export const checks = [...corpusChecks(file), ...lawChecks(), ...unit];
