import { snapshotFault as fault, type SeededFault } from "./fault.ts";

const NO_RESERVATION = (1n << 64n) - 1n;
const FLAG_FROZEN = 1;
const FLAG_EXECUTABLE = 2;
const PAGE = 4096n;

// What is handed over at cut 0: registers, of which all but sp are 0; pc; no reservation; the page of sp, which is dirty
// where arguments were written or, in version 0, their number; and the code. Of that, pages that are whole in the file are
// handed over by reference where the world marks the program; everything else of it is dirty. (reference/ckb-vm/elf.md 5,
// snapshot.md)
// A page of the code is whole in the file where a page of bytes stands before its first instruction; a data segment of a
// page is whole too. Other data is dirty, and zeros are as dirty as anything else. None of these needs an instruction.

/** Faults in what one leg hands to the next. */
export const SNAPSHOT_FAULTS: readonly SeededFault[] = [
  fault("register 9 is lost", ["addi"], (given) => ({ ...given, registers: given.registers.with(9, 0n) })),
  fault("register 31 is lost", ["addi"], (given) => ({ ...given, registers: given.registers.with(31, 0n) })),
  fault("sp is lost", [""], (given) => ({ ...given, registers: given.registers.with(2, 0n) })),
  fault("the reservation is lost", ["lr.w|lr.d"], (given) => ({ ...given, loadReservationAddress: NO_RESERVATION })),
  fault("the reservation is rounded to 8 bytes", ["addi lr.w|lr.d"], ({ loadReservationAddress: at, ...given }) => ({
    ...given,
    loadReservationAddress: at === NO_RESERVATION ? at : at & ~7n,
  })),
  fault("cycles are one more", [""], (given) => ({ ...given, cycles: given.cycles + 1n })),
  // Two bytes before the entry.
  fault("pc is rounded up to a multiple of 4", [""], (given) => ({
    ...given,
    pc: given.pc + (given.pc % 4n),
  })),
  fault("the last dirty run is lost", [""], (given) => ({ ...given, dirtyPages: given.dirtyPages.slice(0, -1) })),
  fault("the first dirty run is lost", [""], (given) => ({ ...given, dirtyPages: given.dirtyPages.slice(1) })),
  // Three runs: that of the code, and two more from data or the page of sp. Where code and its lead stand apart over the end of
  // a page, the jump between them stays: neither goes without the other.
  fault("a dirty run in the middle is lost", ["", "jal"], ({ dirtyPages, ...given }) => ({
    ...given,
    dirtyPages: dirtyPages.length < 3 ? dirtyPages : dirtyPages.toSpliced(1, 1),
  })),
  fault("flags of dirty pages are all dirty alone", [""], ({ dirtyPages, ...given }) => ({
    ...given,
    dirtyPages: dirtyPages.map((run) => ({ ...run, flag: run.flag & ~(FLAG_EXECUTABLE | FLAG_FROZEN) })),
  })),
  fault("pages of sources are not frozen", [""], ({ pagesFromSource, ...given }) => ({
    ...given,
    pagesFromSource: pagesFromSource.map((run) => ({ ...run, flag: run.flag & ~FLAG_FROZEN })),
  })),
  fault("pages of sources cannot be executed", [""], ({ pagesFromSource, ...given }) => ({
    ...given,
    pagesFromSource: pagesFromSource.map((run) => ({ ...run, flag: run.flag & ~FLAG_EXECUTABLE })),
  })),
  fault("the first source run is lost", [""], (given) => ({
    ...given,
    pagesFromSource: given.pagesFromSource.slice(1),
  })),
  fault("offsets in sources are a page too large", [""], ({ pagesFromSource, ...given }) => ({
    ...given,
    pagesFromSource: pagesFromSource.map((run) => ({ ...run, offset: run.offset + PAGE })),
  })),
  fault("the version is always 1", [""], { taken: (taken) => ({ ...taken, version: 1 }) }),
  fault("a resumed leg keeps the limit of the leg before", [""], {
    leg: (leg, { maxCycles }) => ({ ...leg, maxCycles }),
  }),
  // Something in a dirty page: the code, if it is not a whole one.
  fault("dirty content is shifted by a byte", [""], ({ dirtyPages, ...given }) => ({
    ...given,
    dirtyPages: dirtyPages.map(({ content, ...run }) => ({
      ...run,
      content: Uint8Array.from(content, (_, k) => content[k - 1] ?? 0),
    })),
  })),
  // The page of sp under version 0, or where an argument is empty but for its end; or data.
  fault("pages of zeros are taken as clean", [""], ({ dirtyPages, ...given }) => ({
    ...given,
    dirtyPages: dirtyPages.filter(({ content }) => content.some((byte) => byte !== 0)),
  })),
];
