import type { GeneratedCase } from "../case.ts";
import { loadNumber } from "../constant.ts";
import { CODE_ROOM, type GeneratedProgram } from "../program.ts";
import { isUsed } from "./addresses.ts";
import { USUAL_BASE } from "./measure.ts";
import { isAnywhere } from "./parts.ts";
import { changes, type Pass } from "./pass.ts";
import { withProgram } from "./with-program.ts";

const MAY_NOT_FIT = true;
const PAGE = 4096;
/** What a 16-bit instruction moves the ones behind it by. */
const HALF_WORD = 2;
const WORD = 4;

/**
 * Moves code by bytes that nothing executes instead of instructions: a page of them for a room that is jumped over, or for
 * data that fills a page, also by a system call; two for a 16-bit instruction; as many as it takes to set a pointer that
 * nothing uses.
 */
export const bytesBeforeCode: Pass = function* (original, from) {
  const { program } = original;
  const { items, lead, data, pointers } = program;
  yield* changes(items.length + 2 + pointers.length, from, function* (k): Generator<GeneratedCase> {
    const item = items.at(k);
    if (item) {
      const others = { ...program, items: items.toSpliced(k, 1) };
      if (lead.length > HALF_WORD) for (const bytes of [0, HALF_WORD]) yield* withLead(original, others, bytes);
      if (item.endsAt !== undefined || item.kind === "system") yield* withLead(original, others, PAGE);
      else if (item.ops.some(({ instruction }) => instruction?.length === HALF_WORD)) {
        yield* withLead(original, others, HALF_WORD);
      }
    } else if (k === items.length) {
      if (data.length > 0) yield* withLead(original, { ...program, data: [] }, PAGE);
    } else if (k > items.length + 1) {
      const { register, address } = pointers[k - items.length - 2];
      if (isUsed(program, register)) return;
      const others = { ...program, pointers: pointers.toSpliced(k - items.length - 2, 1) };
      yield* withLead(original, others, lead.length + WORD * loadNumber(register, address).length);
    } else
      for (const shorter of [HALF_WORD, PAGE]) if (shorter < lead.length) yield* withLead(original, program, shorter);
  });
};

function* withLead(original: GeneratedCase, program: GeneratedProgram, bytes: number): Generator<GeneratedCase> {
  const led = { ...program, lead: new Uint8Array(bytes) };
  yield* withProgram(original, led, MAY_NOT_FIT);
  if (led.base === USUAL_BASE || !isAnywhere(led)) return;
  yield* withProgram(original, { ...led, base: USUAL_BASE, codeRoom: CODE_ROOM }, MAY_NOT_FIT);
}
