import { withState } from "../altered.ts";
import { changed, meaning } from "../law-counts.ts";
import type { Faults } from "./faulty-target.ts";

/** What breaks law rewritten. Each shows in nothing but another program: what it does to one program, it always does. */
export const REWRITTEN_FAULTS = {
  "loses a bit in some registers": () =>
    meaning("add", (right) => (h, i) => (right(h, i), i.rd > 17 && i.rd < 28 && (h.x[i.rd] |= 1n))),
  "adds one more by a 16-bit instruction": () =>
    meaning("addi", (right) => (h, i) => (right(h, i), i.length === 2 && i.rd < 32 && (h.x[i.rd] += 1n))),
  "computes with the address of an instruction": () =>
    meaning("xor", (right) => (h, i) => (right(h, i), i.pc & 0x1000 && i.rd < 32 && (h.x[i.rd] ^= 4n))),
  "charges by the place where code ends": () =>
    changed((f) => withState(f, { cycles: f.state.cycles! + (f.state.pc! & 0xffen) })),
  "changes a register by a no-op": () =>
    meaning("lui", (right) => (h, i) => (right(h, i), i.rd === 32 && (h.x[31] += 1n))),
  "leaves a link by jumps without one": () =>
    meaning("jal", (right) => (h, i) => (right(h, i), i.rd === 32 && (h.x[5] = BigInt(i.pc)))),
  "changes a register by branches": () => meaning("bne", (right) => (h, i) => (right(h, i), (h.x[31] += 1n))),
  "stores zero in every other page": () =>
    meaning("sd", (right) => (h, i) => (h.address(i) & 0x1000 ? h.store64(h.address(i), 0) : right(h, i))),
} as const satisfies Faults;
