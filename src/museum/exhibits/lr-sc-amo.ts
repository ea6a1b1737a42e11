import { SCRATCH, signed, XLEN_MAX, type Hart, type Meaning, type Operands } from "../../isa/index.ts";
import { setWord } from "../../isa/hart.ts";
import { outOfBound } from "../../machine/fault.ts";
import { FaultError, Memory } from "../../machine/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { AMO, AMO_W, STORES } from "../faults/access-names.ts";
import { meaningOf } from "../faults/operands.ts";
import { pagesOf, withoutPermission } from "../faults/pages.ts";
import { machineOf, withMemory } from "../faults/parts.ts";
import { meaning } from "../meanings.ts";
import { AT_LOAD, rowsOf } from "../rows.ts";

const { fault } = rowsOf("LR/SC/AMO");

const SWAP_W = meaningOf("amoswap.w");

/** What the minimum and maximum of a word store, of the old word and all of rs2. */
const WIDE_CHOICES: Readonly<Record<string, (old: bigint, b: bigint) => bigint>> = {
  "amomin.w": (old, b) => (signed(b) < signed(old) ? b : old),
  "amomax.w": (old, b) => (signed(b) >= signed(old) ? b : old),
  "amominu.w": (old, b) => (b < BigInt.asUintN(32, old) ? b : old),
  "amomaxu.w": (old, b) => (b >= BigInt.asUintN(32, old) ? b : old),
};

/** The value in memory that an atomic named `name` works on, as it gets to rd, in the scratch slot. */
function loadOld(h: Hart, i: Operands, name: string): void {
  if (name.endsWith(".w")) setWord(h, SCRATCH, h.load32(h.address(i)));
  else h.load64(h.address(i), SCRATCH);
}

/** An atomic whose rd is rs2 works on what it has loaded. */
function readingLate(right: Meaning, name: string): Meaning {
  return (h, i) => {
    if (i.rd !== i.rs2) return right(h, i);
    loadOld(h, i, name);
    right(h, { ...i, rs2: SCRATCH });
  };
}

/** Words get to rd with zeroes above them. */
function zeroExtending(right: Meaning): Meaning {
  return (h, i) => {
    // What cannot be loaded leaves rd alone; what cannot be stored does not.
    h.load32(h.address(i));
    try {
      right(h, i);
    } finally {
      h.w[2 * i.rd + 1] = 0;
    }
  };
}

/** Zero stands for no reservation until there has been one. */
class ZeroReservationMemory extends Memory {
  override reservation = 0n;

  override reset(): void {
    super.reset();
    this.reservation = 0n;
  }
}

const DOUBLEWORD = 8n;
const STORE_WIDTHS: Readonly<Record<string, bigint>> = { sb: 1n, sh: 2n, sw: 4n, sd: 8n };

/** Faults of atomics. */
export const LR_SC_AMO: readonly (Exhibit | Absent)[] = [
  fault(
    "amo-fault-reported-as-load",
    ["documented", "riscv-software-src/riscv-isa-sim@bf8d2b71"],
    "An AMO to a page that cannot be stored to gives the fault of a load that fails: out of bound",
    AMO.split(" "),
    meaning(AMO, (right) => (h, i) => {
      const address = h.address(i);
      try {
        right(h, i);
      } catch (error) {
        const refused = error instanceof FaultError && error.fault.name === "MemWriteOnExecutablePage";
        throw refused ? outOfBound(BigInt(address)) : error;
      }
    }),
  ),
  fault(
    "amo-minmax-w-compares-64-bits",
    ["documented", "nervosnetwork/ckb-vm@02540fe"],
    "The minimum and maximum of a word are found by comparing it with all 64 bits of rs2",
    Object.keys(WIDE_CHOICES),
    meaning(Object.keys(WIDE_CHOICES).join(" "), (_, name) => (h, i) => {
      loadOld(h, i, name);
      h.x[SCRATCH] = WIDE_CHOICES[name](h.x[SCRATCH], h.x[i.rs2]);
      SWAP_W(h, { ...i, rs2: SCRATCH });
    }),
  ),
  fault(
    "amo-minmax-w-signedness",
    ["documented", "sysprog21/rv32emu#352"],
    "AMOMIN.W and AMOMAX.W compare as if there were no signs",
    ["amomin.w", "amomax.w"],
    meaning("amomin.w amomax.w", (_, name) => meaningOf(name.replace(".", "u."))),
  ),
  fault(
    "amo-rd-equals-rs2-clobber",
    ["documented", "libriscv/libriscv@15e50fdc"],
    "An AMO reads rs2 after it has written rd, so that with one register for both the old value is its operand",
    AMO.split(" "),
    meaning(AMO, readingLate),
  ),
  fault(
    "amo-w-rd-not-sign-extended",
    ["documented", "sysprog21/semu#6"],
    "LR.W and the AMOs of words give rd the word with zeroes above it",
    `lr.w ${AMO_W}`.split(" "),
    meaning(`lr.w ${AMO_W}`, zeroExtending),
  ),
  fault(
    "amoand-uses-rs1",
    ["documented", "d0iasm/rvemu@67ee7f2"],
    "AMOAND.D combines memory with the address",
    ["amoand.d"],
    meaning("amoand.d", (right) => (h, i) => right(h, { ...i, rs2: i.rs1 })),
  ),
  fault(
    "amoswap-also-writes-rs2",
    ["documented", "libriscv/libriscv@e1dcf42c"],
    "AMOSWAP gives rs2 what was in memory, as well as rd",
    ["amoswap.w", "amoswap.d"],
    meaning("amoswap.w amoswap.d", (right) => (h, i) => {
      right(h, i);
      if (i.rs2 !== 0) h.x[i.rs2] = h.x[i.rd];
    }),
  ),
  fault(
    "lr-d-reads-32-bits",
    ["documented", "d0iasm/rvemu@3eabb84"],
    "LR.D loads a word",
    ["lr.d"],
    meaning("lr.d", () => meaningOf("lr.w")),
  ),
  fault(
    "sc-w-writes-eight-bytes",
    ["documented", "nervosnetwork/ckb-vm@bcca103"],
    "SC.W stores a doubleword",
    ["sc.w"],
    meaning("sc.w", () => meaningOf("sc.d")),
  ),
  fault(
    "sc-without-lr-to-zero-succeeds",
    ["documented", "nervosnetwork/ckb-vm#394"],
    "A machine begins with a reservation of address 0",
    AT_LOAD,
    withMemory(ZeroReservationMemory),
  ),
  fault(
    "amo-skips-write-permission",
    ["inferred", "nervosnetwork/ckb-vm#373"],
    "An AMO stores to executable pages",
    AMO.split(" "),
    meaning(AMO, (right, name) => (h, i) => {
      const { memory } = machineOf(h);
      const pages = pagesOf(memory, h.address(i), name.endsWith(".w") ? 4 : 8);
      withoutPermission(memory, pages, () => right(h, i));
    }),
  ),
  fault(
    "reservation-lost-on-plain-store",
    ["plausible", "riscv/sail-riscv@04dfbad3"],
    "A store to the reserved doubleword ends the reservation",
    [...STORES.split(" "), "sc.w", "sc.d"],
    meaning(STORES, (right, name) => (h, i) => {
      const start = BigInt(h.address(i));
      right(h, i);
      const end = start + STORE_WIDTHS[name];
      if (start < h.reservation + DOUBLEWORD && h.reservation < end) h.reservation = XLEN_MAX;
    }),
  ),
];
