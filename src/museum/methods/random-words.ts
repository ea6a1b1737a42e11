import { writeElf } from "../../assembler/index.ts";
import { DEFAULT_WORLD, type Case } from "../../case/index.ts";
import { Random } from "../../generate/index.ts";
import { comparing } from "./comparing.ts";

const ENTRY = 0x10000n;
const WORDS = 64;
const BUDGET = 2000n;
const READABLE_EXECUTABLE = 5;

/** (b) Programs of random words: most end at the first word that is no instruction, or at the first access. */
export const randomWords = comparing(
  "random words",
  "programs of 64 uniformly random 32-bit words, compared with the reference, solo and cut once",
  (seed, k) => wordsCase(new Random(seed, k)),
);

function wordsCase(random: Random): Case {
  const words = Uint32Array.from({ length: WORDS }, () => random.next());
  const data = new Uint8Array(words.buffer);
  const segment = { address: ENTRY, flags: READABLE_EXECUTABLE, data, memoryBytes: data.length };
  const program = writeElf({ entry: ENTRY, segments: [segment] });
  return { world: { ...DEFAULT_WORLD, program }, cuts: [BigInt(random.below(WORDS))], budget: BUDGET };
}
