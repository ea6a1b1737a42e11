// Each word is the instruction that the table says, or none.
import type { World } from "../case/index.ts";
import { decode } from "../isa/index.ts";
import { runners } from "./chain.ts";
import { caseNumber } from "./choice.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { nearMiss } from "./near-misses.ts";
import { planted } from "./planted-page.ts";
import { ask, codeMayChange, endOf, executedNothing, faultStop, type Point, type Probe } from "./probe.ts";
import { freePages } from "./snapshot-edits.ts";
import { brokenOn } from "./verdict.ts";

const NAME = "decoding";
const PAGE = 4096;
const FLAG_EXECUTABLE = 2;
const FLAG_DIRTY = 4;
/** Words that are asked of one case. */
const WORDS = 16;
/** Bytes for each: it, a jump to itself behind it, and room. */
const SPACING = 16;
/** `jal zero, .`: whatever comes before it, a block ends there, and nothing is fused with it. */
const JUMP_TO_ITSELF = 0x6f;

/**
 * In the snapshot of the end of a run, a page that nobody used is filled with words that are nearly instructions. A leg from
 * each that may spend nothing ends by its budget if the word is an instruction, and by InvalidInstruction if it is none, for
 * decoding comes before the look at what is left (reference/ckb-vm/semantics.md 1): nothing is executed either way.
 */
export const decodingLaw: Law = {
  name: NAME,
  sentence: "Each word is the instruction that the table says, or none.",
  preconditions:
    "Targets run the world, take and give snapshots, and a page is left that nobody used; code cannot change.",
  brokenBy: [
    "canary-decoding",
    "takes a reserved bit of OP words for nothing",
    "runs words of extensions that the world lacks",
    "knows no HINTs",
    "gives another word as payload",
  ],
  cuts: false,
  every: 5,
  needs: { snapshots: true },
  exercises: { "word that is no instruction": 0.5, "word that is an instruction": 0.3, "word of 16 bits": 0.4 },
  async check(checked, targets): Promise<Verdict> {
    const { world } = checked;
    const { targets: all, reason } = runners(world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const usable = all.filter(({ capabilities }) => capabilities.snapshots);
    if (usable.length === 0) return { kind: "unsupported", reason: `${all[0].name} gives no snapshots` };
    const changing = codeMayChange(world);
    if (changing !== undefined) return { kind: "unsupported", reason: changing };
    const book = new EvidenceBook();
    const words = Array.from({ length: WORDS }, (_, k) => nearMiss(caseNumber(checked) + k));
    for (const target of book.turns(usable)) {
      const { finish, point } = await endOf(checked, target, book);
      const free = point && freePages(world, point.snapshot, 1);
      if (!point || free === undefined || executedNothing(finish)) continue;
      const page = Number(free) / PAGE;
      const withWords = plant(point, page, words);
      for (const [k, { word, length }] of words.entries()) {
        const breach = await ask(world, target, withWords, probeOf(world, page * PAGE + k * SPACING, word), book);
        if (length === 2) book.exercise("word of 16 bits");
        if (breach) return brokenOn(NAME, target.name, breach, book);
      }
    }
    if (book.comparisons === 0) return { kind: "unsupported", reason: "no target runs the program and leaves a page" };
    return { kind: "held", evidence: book.evidence() };
  },
};

function probeOf({ isa, version }: World, address: number, word: number): Probe {
  const pc = BigInt(address);
  const fault = { name: "InvalidInstruction", pc, instruction: word } as const;
  return decode(word, isa, version)
    ? { what: "word that is an instruction", pc, cycles: 0n, stop: { kind: "budget" }, changes: {} }
    : { what: "word that is no instruction", pc, cycles: 0n, stop: faultStop(fault), changes: {} };
}

/** The point with a page of code. */
function plant(point: Point, page: number, words: readonly { readonly word: number; readonly length: 2 | 4 }[]): Point {
  const content = new Uint8Array(PAGE);
  const view = new DataView(content.buffer);
  for (const [k, { word, length }] of words.entries()) {
    if (length === 2) view.setUint16(k * SPACING, word, true);
    else view.setUint32(k * SPACING, word, true);
    view.setUint32(k * SPACING + length, JUMP_TO_ITSELF, true);
  }
  return planted(point, { page, flag: FLAG_EXECUTABLE | FLAG_DIRTY, content });
}
