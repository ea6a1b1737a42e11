import { rebuildCase } from "../case.ts";
import { layOut } from "../layout.ts";
import { codeEnd } from "../program.ts";
import { SAME_REGISTERS, type Rewriting } from "./rewriting.ts";

const PAGE = 4096;
const PAGES = [1, 2, 3, 5, 8];

/** The code some pages further up. */
export const relocation: Rewriting = {
  name: "relocation",
  sentence: "With its code at another address, a program ends in the same state after the same cycles.",
  withoutBranches: false,
  rewrite(random, original) {
    const { program, world, cuts } = original;
    const { segments } = layOut(program);
    if (segments.length > 1) return undefined;
    const [{ address, size }] = segments;
    const room = codeEnd(address, program.codeRoom) - address - size;
    const possible = PAGES.filter((pages) => pages * PAGE <= room);
    if (possible.length === 0) return undefined;
    const shift = random.pick(possible) * PAGE;
    const moved = { ...program, base: program.base + shift, codeRoom: program.codeRoom - shift };
    return {
      rewritten: rebuildCase(original, moved, world, cuts),
      registers: SAME_REGISTERS,
      moreCycles: 0n,
    };
  },
};
