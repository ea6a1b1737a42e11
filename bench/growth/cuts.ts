import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { longProgram } from "../exhaustive.ts";
import type { Series } from "./series.ts";

const CUTS = [1, 3, 10, 30, 100, 300, 1000, 2000];

/** One program of about 2,000 instructions, cut more and more often. */
export const CUT_SERIES: readonly Series[] = [
  {
    name: "cuts",
    what: "a relay check of one program of about 2,000 instructions",
    x: "cuts",
    y: "ms",
    sizes: CUTS,
    prepare(size) {
      const target = new ReferenceTarget();
      const { checked, boundaries } = longProgram(target);
      // Evenly over the run, each behind an instruction; the last one is where the program ends.
      const count = Math.min(size, boundaries.length - 1);
      const cuts = Array.from(
        { length: count },
        (_, k) => boundaries[Math.floor(((k + 1) * (boundaries.length - 1)) / (count + 1))],
      );
      const [relayLaw] = LAWS;
      return {
        size: count,
        async once() {
          const verdict = await relayLaw.check({ ...checked, cuts }, [target]);
          if (verdict.kind !== "held") throw new Error(`the check is ${verdict.kind}`);
          if (verdict.evidence.cuts < count) throw new Error(`${verdict.evidence.cuts} of ${count} cuts were made`);
        },
      };
    },
  },
];
