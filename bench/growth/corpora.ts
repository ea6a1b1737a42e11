import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeCase } from "../../src/case/index.ts";
import { caseForFile, generateCase } from "../../src/generate/index.ts";
import { readCases } from "../../src/cli/corpus.ts";
import type { Series } from "./series.ts";

const SIZES = [10, 100, 1000, 10_000, 100_000];
const SEED = 1n;
/** Executed instructions of a case: what is kept has been shrunk. */
const SIZE = 20;
const FILES_A_FOLDER = 1000;

/** Reading a corpus: folders of case files, each assembled. */
export const CORPUS_SERIES: readonly Series[] = [
  {
    name: "corpus",
    what: "reading a folder of case files",
    x: "case files",
    y: "ms",
    sizes: SIZES,
    prepare(size) {
      const folder = mkdtempSync(join(tmpdir(), "rvrelay-corpus-"));
      for (let k = 0; k < size; k++) {
        const inside = join(folder, String(Math.floor(k / FILES_A_FOLDER)));
        if (k % FILES_A_FOLDER === 0) mkdirSync(inside);
        const kept = caseForFile(generateCase(SEED, k, { size: SIZE, intents: { exit: 1 } }));
        writeFileSync(join(inside, `${k}.S`), writeCase(kept, { sections: kept.sections }));
      }
      return {
        once() {
          const read = readCases([folder]).length;
          if (read !== size) throw new Error(`${read} of ${size} cases were read`);
        },
        close: () => rmSync(folder, { recursive: true, force: true }),
      };
    },
    limit: "all cases of a corpus are held in memory",
  },
];
