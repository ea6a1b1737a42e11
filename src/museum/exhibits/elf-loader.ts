import { parseElf } from "../../machine/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { afterEachSegment, loads, parseBeyondFile, TailKeepingMemory } from "../faults/loading.ts";
import { withMemory } from "../faults/parts.ts";
import { AT_LOAD, rowsOf } from "../rows.ts";

const { fault } = rowsOf("ELF/loader");

const CLASS = 4;
const CLASS_64 = 2;
const ADDRESSES = 2n ** 64n;

/** Faults of reading program files and putting them into memory. */
export const ELF_LOADER: readonly (Exhibit | Absent)[] = [
  fault(
    "elf-class-not-checked",
    ["documented", "nervosnetwork/ckb-vm@87b19cf"],
    "A program file is read as a 64-bit one whatever its class byte says",
    AT_LOAD,
    loads((program, version) => parseElf(program.length > CLASS ? program.with(CLASS, CLASS_64) : program, version)),
  ),
  fault(
    "invalid-file-offset-crashes",
    ["documented", "nervosnetwork/ckb-vm#62, nervosnetwork/ckb-vm@73318ab"],
    "A segment whose bytes lie beyond the end of the file is loaded as far as there are any",
    AT_LOAD,
    loads(parseBeyondFile),
  ),
  fault(
    "roundup-overflow-near-top",
    ["documented", "nervosnetwork/ckb-vm@1813a95"],
    "A segment that ends at 2^64 or behind it is taken for an empty one rather than refused",
    AT_LOAD,
    loads((program, version) => {
      const { actions, entry } = parseElf(program, version);
      const empty = { address: 0n, size: 0n, offsetFromAddress: 0n };
      return {
        actions: actions.map((each) => (each.address + each.size < ADDRESSES ? each : { ...each, ...empty })),
        entry,
      };
    }),
  ),
  fault(
    "unaligned-exec-segment-fails",
    ["documented", "nervosnetwork/ckb-vm@7168502, nervosnetwork/ckb-vm#99"],
    "In every version the bytes before a segment in its first page are cleared by an ordinary store, which code refuses",
    AT_LOAD,
    afterEachSegment(({ memory }, { address, offsetFromAddress }) => {
      memory.fillBytes(address, Number(offsetFromAddress), 0);
    }),
  ),
  fault(
    "zero-length-segment-processed",
    ["documented", "libriscv/libriscv@cb1c4222"],
    "An empty segment adds its flags to the page it points at",
    AT_LOAD,
    afterEachSegment(({ memory }, { address, size, flags }) => {
      if (size === 0n && memory.writeXorExecute) memory.setFlag(address >> 12n, flags);
    }),
  ),
  fault(
    "bss-tail-of-last-page-not-zeroed",
    ["plausible", "nervosnetwork/ckb-vm@065a645, nervosnetwork/ckb-vm@1cedc61"],
    "Where a segment is loaded over other data, what follows its bytes in their last page stays",
    [...AT_LOAD, "ecall"],
    withMemory(TailKeepingMemory),
  ),
];
