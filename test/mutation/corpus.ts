import { readFileSync } from "node:fs";
import { deserialize } from "node:v8";
import { checkDirected } from "../../src/campaign/directed-check.ts";
import type { CaseFile } from "../../src/case/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import type { Check } from "./check.ts";

/**
 * The directed programs, solo and as relays. They come as machine code that the unmutated assembler wrote: were they
 * assembled here, a mutated encoder and a mutated decoder could agree. The file is what `write-corpus.ts` wrote.
 */
export function corpusChecks(file: string): Check[] {
  const cases = deserialize(readFileSync(file)) as readonly CaseFile[];
  return cases.map((each, k) => ({
    name: each.name,
    run: async () => {
      const { verdict, reason } = await checkDirected(each, new ReferenceTarget(), k);
      if (verdict !== "passed") throw new Error(`${verdict}: ${reason}`);
    },
  }));
}
