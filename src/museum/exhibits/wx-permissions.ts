import { loadProgramWithMetadata, FaultError } from "../../machine/index.ts";
import { outOfBound } from "../../machine/fault.ts";
import { fetch } from "../../machine/fetch.ts";
import { AFTER_RESUME } from "../../laws/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { STORING } from "../faults/access-names.ts";
import { withMemory } from "../faults/parts.ts";
import {
  ExchangingMachine,
  ExchangingMemory,
  exchangingFaults,
  KEEPING_PERMISSIONS,
  RememberingStoreMachine,
  StaleVerdictMemory,
  WrappingCheckMemory,
} from "../faults/permissions.ts";
import { AT_LOAD, FETCH, rowsOf } from "../rows.ts";

const { fault } = rowsOf("W^X/permissions");

/** Faults of permissions. */
export const WX_PERMISSIONS: readonly (Exhibit | Absent)[] = [
  fault(
    "jump-to-non-executable-error-differs",
    ["documented", "nervosnetwork/ckb-vm#489"],
    "Fetching from a page that is not executable is out of bound",
    FETCH,
    {
      parts: {
        fetch: (memory, pc) => {
          try {
            return fetch(memory, pc);
          } catch (error) {
            const refused = error instanceof FaultError && error.fault.name === "MemWriteOnExecutablePage";
            throw refused ? outOfBound(BigInt(pc)) : error;
          }
        },
      },
    },
  ),
  fault(
    "page-cached-before-check",
    ["documented", "libriscv/libriscv@481a3eb4"],
    "After a store that was refused, the next one to that page is made, by whoever uses the machine next",
    STORING,
    {
      leg: { machine: (options) => new RememberingStoreMachine(options) },
      leftover: ({ machine }, { machine: last }) => {
        if (machine instanceof RememberingStoreMachine && last instanceof RememberingStoreMachine) {
          machine.takeOver(last);
        }
      },
    },
  ),
  fault(
    "permission-range-overflow",
    ["documented", "nervosnetwork/ckb-vm@1813a95"],
    "A store that ends behind 2^64 is refused for the sake of the first page of memory if that is executable",
    STORING,
    withMemory(WrappingCheckMemory),
  ),
  fault(
    "wrong-permission-error-kind",
    ["documented", "nervosnetwork/ckb-vm#306"],
    "Writing to an executable page gives the fault of a frozen one, and filling a frozen one that of an executable one",
    [...STORING, "ecall"],
    {
      parts: { memory: (size, writeXorExecute) => new ExchangingMemory(size, writeXorExecute) },
      leg: {
        machine: (options) => new ExchangingMachine(options),
        load: (...loaded) => exchangingFaults(() => loadProgramWithMetadata(...loaded)),
      },
    },
  ),
  fault(
    "permission-reset-skipped",
    ["analogue", "bytecodealliance/wasmtime#13008"],
    "A machine that is used for another program keeps the permissions of pages that this program has nothing in",
    [...AT_LOAD, AFTER_RESUME, "ecall"],
    KEEPING_PERMISSIONS,
  ),
  fault(
    "stale-write-permission-cache",
    ["plausible", "libriscv/libriscv@77bed108"],
    "A page that was stored to before it became executable can be stored to afterwards",
    STORING,
    withMemory(StaleVerdictMemory),
  ),
];
