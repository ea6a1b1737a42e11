// What mutants are asked, in this order: the directed corpus, which is cheap, the laws, the unit tests.
import { collected } from "./as-vitest.ts";
import { corpusChecks } from "./corpus.ts";
import { lawChecks } from "./laws.ts";
import "./unit.ts";

const file = process.env["RVRELAY_MUTATION_CORPUS"];
if (file === undefined) throw new Error("RVRELAY_MUTATION_CORPUS is not set: npm run mutation sets it");

/** Seconds of work for what others tell as well. */
const SLOW = /run in two parts ends as run in one|from 0 to the total of|enters its code everywhere/;
const unit = collected.filter(({ name }) => !SLOW.test(name));

export const checks = [...corpusChecks(file), ...lawChecks(), ...unit];
