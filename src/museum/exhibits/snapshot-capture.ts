import { XLEN_MAX } from "../../isa/index.ts";
import { FLAG_EXECUTABLE, Machine, MEMORY_SIZE_DEFAULT, PAGE_SIZE } from "../../machine/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import {
  capturing,
  capturingRuns,
  cutAt,
  joinedAndKept,
  JoinedOverGaps,
  liveRun,
  oneBehind,
  oneLonger,
  PairForgotten,
  pagesOfRun,
  runsOf,
} from "../faults/capturing.ts";
import { withContext } from "../faults/tracking.ts";
import { dirtyListKept } from "../faults/used-machines.ts";
import { IN_BOTH, IN_TAKING, rowsOf } from "../rows.ts";

const { fault } = rowsOf("snapshot capture");

const USUAL_PAGES = MEMORY_SIZE_DEFAULT / PAGE_SIZE;
const BITMAP_WORD_PAGES = 64;
const LOW_WORD = 0xffff_ffffn;
const NEWEST_VERSION = 2;

/** Faults of taking snapshots. */
export const SNAPSHOT_CAPTURE: readonly (Exhibit | Absent)[] = [
  fault(
    "capture-constant-page-count",
    ["documented", "nervosnetwork/ckb-vm#360"],
    "Snapshots look through the pages of a memory of 4 MiB, whatever the size of the machine's; of a smaller one there is none",
    IN_TAKING,
    {
      ...capturingRuns((runs) => runs.flatMap((run) => cutAt(run, USUAL_PAGES))),
      finish: ({ snapshot, ...finish }, _leg, { memorySize }) =>
        snapshot && memorySize >= MEMORY_SIZE_DEFAULT ? { ...finish, snapshot } : finish,
    },
  ),
  fault(
    "capture-extra-page-at-boundary",
    ["documented", "libriscv/libriscv@833ad35a"],
    "Every run that is stored by content has the page behind it too",
    IN_TAKING,
    capturingRuns((runs, memory) => runs.map((run) => oneLonger(run, memory))),
  ),
  fault(
    "capture-mid-update-registers",
    ["documented", "succinctlabs/sp1@187e1c2c5"],
    "The cycles in a snapshot are those from before the instruction that was executed last",
    IN_TAKING,
    capturing(({ cycles }, machine) => {
      const last = machine instanceof Machine ? machine.lastOperation : undefined;
      return { cycles: cycles - BigInt(last?.cost ?? 0) };
    }),
  ),
  fault(
    "capture-omits-exec-and-flags",
    ["documented", "nervosnetwork/ckb-vm#218"],
    "Executable pages are not stored by content",
    IN_TAKING,
    capturingRuns((runs) => runs.filter(({ flag }) => (flag & FLAG_EXECUTABLE) === 0)),
  ),
  fault(
    "capture-without-reservation",
    ["documented", "nervosnetwork/ckb-vm#407"],
    "No snapshot has a load reservation",
    IN_TAKING,
    capturing(() => ({ loadReservationAddress: XLEN_MAX })),
  ),
  fault(
    "capture-aliases-live-memory",
    ["analogue", "unicorn-engine/unicorn#2125"],
    "What a snapshot stores by content is the machine's own memory, where that stands in one piece",
    IN_TAKING,
    capturingRuns((runs, memory) => runs.map((run) => liveRun(run, memory))),
  ),
  fault(
    "capture-dirty-bitmap-last-word",
    ["analogue", "firecracker-microvm/firecracker@7c422d71a"],
    "Pages behind the last whole group of 64 are not stored",
    IN_TAKING,
    capturingRuns((runs, { pageCount }) =>
      runs.flatMap((run) => cutAt(run, pageCount - (pageCount % BITMAP_WORD_PAGES))),
    ),
  ),
  fault(
    "capture-dirty-set-not-cleared",
    ["analogue", "AFLplusplus/LibAFL#3542"],
    "A machine that goes on stores again what its snapshot before stored, as it was then, and adds what else is dirty",
    IN_BOTH,
    dirtyListKept(),
  ),
  fault(
    "capture-discards-neighbour",
    ["analogue", "qemu/qemu@45e6cee42b"],
    "With a page the other one of its pair, even and odd, is tracked no longer",
    ["ecall", ...IN_TAKING],
    withContext(PairForgotten),
  ),
  fault(
    "capture-last-run-updated-on-skip",
    ["analogue", "qemu/qemu@3fd3c4b37c"],
    "A page from a source is joined to the run before the dirty pages in front of it, as if they were in that run",
    IN_TAKING,
    withContext(JoinedOverGaps),
  ),
  fault(
    "capture-one-page-run-dropped",
    ["analogue", "checkpoint-restore/criu@cc3a3c475"],
    "Runs of one dirty page are not stored",
    IN_TAKING,
    capturingRuns((runs) => runs.filter(({ content }) => content.length !== PAGE_SIZE)),
  ),
  fault(
    "capture-page-offset-minus-one",
    ["analogue", "checkpoint-restore/criu@b742c125f"],
    "Every page of a stored run but the first has the bytes of the page before it",
    IN_TAKING,
    capturingRuns((runs) => runs.map(oneBehind)),
  ),
  fault(
    "capture-register-upper-half-lost",
    ["analogue", "firecracker-microvm/firecracker CHANGELOG, V0 to V31 in snapshots up to 1.1.3"],
    "Snapshots have the lower words of registers only",
    IN_TAKING,
    capturing(({ registers }) => ({ registers: registers.map((value) => value & LOW_WORD) })),
  ),
  fault(
    "capture-version-constant",
    ["inferred", "nervosnetwork/ckb@bd24f171d"],
    "Every snapshot says that it is of version 2",
    IN_TAKING,
    capturing(() => ({ version: NEWEST_VERSION })),
  ),
  fault(
    "capture-coalesce-also-pushes",
    ["plausible", "what is joined must not be stored by itself as well"],
    "A page that was joined to the run before it is stored once more, in a run of its own",
    IN_TAKING,
    capturingRuns((runs) => runs.flatMap(joinedAndKept)),
  ),
  fault(
    "capture-coalesce-ignores-flag",
    ["plausible", "the condition under which dirty pages are joined"],
    "Dirty neighbours are one run whatever their flags, with those of the first",
    IN_TAKING,
    capturingRuns((runs) => runsOf(runs.flatMap(pagesOfRun), () => true)),
  ),
  fault(
    "capture-max-cycles-is-remaining",
    ["plausible", "modelled on nervosnetwork/ckb@b6e2afcbe"],
    "The limit in a snapshot is what is left of it",
    IN_TAKING,
    capturing(({ cycles, maxCycles }) => ({ maxCycles: BigInt.asUintN(64, maxCycles - cycles) })),
  ),
];
