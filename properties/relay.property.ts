import { test } from "vitest";
import { LAWS } from "../src/laws/index.ts";
import { assertLaw } from "./assert-law.ts";

for (const law of LAWS) test(law.sentence, async () => assertLaw(law, { cases: 1500 }));
