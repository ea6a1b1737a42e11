import { codeEnd } from "../program.ts";
import { codeBytesMax } from "./code-bytes.ts";
import { costAlike } from "./exact-cycles.ts";
import { SAME_REGISTERS, type Rewriting } from "./rewriting.ts";

const PAGE = 4096;
const PAGES = [0, 1, 2, 3, 5, 8];

/** The code some pages further up, its functions before or behind the rest of it. */
export const relocation: Rewriting = {
  name: "relocation",
  sentence: "With its code at another address, a program ends in the same state after the same cycles.",
  withoutBranches: false,
  blind: false,
  rewrite(random, program) {
    const { base, codeRoom } = program;
    const room = codeEnd(base, codeRoom) - base - codeBytesMax(program);
    const hasFunctions = program.items.some(({ kind }) => kind === "function");
    const functions = hasFunctions && random.chance(50) ? "before" : "behind";
    const same = functions === program.functions;
    const possible = PAGES.filter((pages) => pages * PAGE <= room && !(same && pages === 0));
    if (possible.length === 0) return undefined;
    const shift = random.pick(possible) * PAGE;
    const moved = { ...program, base: base + shift, codeRoom: codeRoom - shift, functions } as const;
    if (!same && !costAlike(program, moved)) return undefined;
    return { program: moved, registers: SAME_REGISTERS, moreCycles: 0n };
  },
};
