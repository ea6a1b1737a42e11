import type { Absent, Exhibit } from "../exhibit.ts";
import { ClearedByPage, emptyEntriesHit, RereadOnce, survivingResume, throughCache } from "../faults/decoder-caches.ts";
import { FaultyTarget } from "../faulty-target.ts";
import { FETCH, IN_RESUMING, rowsOf } from "../rows.ts";

const { fault, equivalent } = rowsOf("instruction cache/SMC");

/** Faults of decoded instructions that are kept while code changes. */
export const INSTRUCTION_CACHE: readonly (Exhibit | Absent)[] = [
  equivalent(
    "fence-i-does-not-flush",
    ["documented", "libriscv/libriscv#386"],
    "FENCE.I leaves decoded instructions as they are",
    "That is CKB-VM's rule (reference/ckb-vm/decode.md 8), and so the reference does it: FENCE.I has no effect at all. A machine with the fault is the reference itself.",
  ),
  fault(
    "icache-sentinel-equals-valid-pc",
    [
      "documented",
      "nervosnetwork/ckb-vm#180, nervosnetwork/ckb-vm@2b6646d; nervosnetwork/ckb-vm#363, nervosnetwork/ckb-vm@8bfcecf",
    ],
    "At the address right behind memory an empty entry of the decoder cache is taken for an instruction",
    FETCH,
    emptyEntriesHit(({ size }) => size),
  ),
  fault(
    "trace-cache-default-matches-pc0",
    ["documented", "nervosnetwork/ckb-vm#47, nervosnetwork/ckb-vm@55bfa55, nervosnetwork/ckb-vm@e709b5b"],
    "At address 0 an empty entry of the decoder cache is taken for an instruction",
    "What is not executed is the instruction that a program has at address 0, whichever that is; the fault is in the address",
    emptyEntriesHit(() => 0),
  ),
  equivalent(
    "cache-not-flushed-on-unmap",
    ["analogue", "unicorn-engine/unicorn@bbbc7856"],
    "Instructions that were decoded stay executable when a host takes their page its X",
    "That is CKB-VM's rule (reference/ckb-vm/decode.md 8), and so the reference does it: an address that has its entry is not asked for permission again. A machine with the fault is the reference itself.",
  ),
  fault(
    "smc-only-first-store-flushes",
    ["analogue", "unicorn-engine/unicorn@97b10da1, unicorn-engine/unicorn#364"],
    "An instruction that has to be decoded anew is read anew the first time only, so that the second change is not seen",
    "What is executed is the instruction that stood at an address before the second change, whichever that is; the fault is in the cache",
    throughCache(() => new RereadOnce()),
  ),
  fault(
    "virtual-vs-physical-key",
    ["analogue", "unicorn-engine/unicorn@e189e1fb; nyx-fuzz/QEMU-Nyx@c023bfb750"],
    "A reset drops decoded instructions by page numbers though they are kept by address, so that all of them stay",
    "What is executed is the instruction that the program before the reset had at an address, whichever that is; the fault is in the cache",
    throughCache(() => new ClearedByPage()),
  ),
  fault(
    "cache-survives-resume",
    ["plausible", "libriscv/libriscv@48d30871, unicorn-engine/unicorn@bbbc7856"],
    "A machine that is used again still has what it decoded before it resumed a snapshot",
    [...IN_RESUMING, ...FETCH],
    (name) => new FaultyTarget(name, survivingResume()),
  ),
];
