import { describe } from "vitest";
import { sourcesLaw, sourcesLawOf } from "../../src/laws/sources-law.ts";
import { breaks, directedCase, generatedCases } from "./faulty.ts";
import { SOURCES_FAULTS } from "./seeded/sources.ts";

const all = sourcesLawOf({ tried: Infinity, triedReal: Infinity });

describe("sources, everything tried", () => {
  breaks(all, SOURCES_FAULTS, [directedCase(), directedCase([1500n]), ...generatedCases().slice(0, 12)]);
});

describe("sources", () => {
  const { "keeps pieces as they were": caches, "takes length 0 for nothing": skips } = SOURCES_FAULTS;
  breaks(sourcesLaw, { "keeps pieces as they were": caches, "takes length 0 for nothing": skips });
});
