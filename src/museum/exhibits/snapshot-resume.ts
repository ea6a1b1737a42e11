import { XLEN_MAX } from "../../isa/index.ts";
import { CycleCounter, FLAG_FREEZED } from "../../machine/index.ts";
import { AFTER_RESUME, IN_FETCH } from "../../laws/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { LOADING } from "../faults/access-names.ts";
import { withoutLastPage } from "../faults/capturing.ts";
import { withCounter } from "../faults/parts.ts";
import { cacheLeft, parentInCache } from "../faults/read-caches.ts";
import {
  FlagsFirst,
  LastFlagMissed,
  onSnapshotBytes,
  PartialContent,
  resuming,
  withFlags,
} from "../faults/resuming.ts";
import { withContext } from "../faults/tracking.ts";
import { fetchedBeforeResume, trackedPagesKept, unnamedPagesKept } from "../faults/used-machines.ts";
import { IN_BOTH, IN_RESUMING, rowsOf } from "../rows.ts";

const { fault, equivalent } = rowsOf("snapshot resume");

/** Whoever sets its limit ends what was counted. */
class RestartedCounter extends CycleCounter {
  override get limit(): bigint {
    return super.limit;
  }

  override set limit(value: bigint) {
    super.limit = value;
    this.spent = 0n;
  }
}

/** Faults of resuming snapshots. */
export const SNAPSHOT_RESUME: readonly (Exhibit | Absent)[] = [
  fault(
    "resume-cycles-not-restored",
    ["documented", "libriscv/libriscv@f8addc60"],
    "A resumed machine counts from what it has counted itself, which is nothing in a fresh one",
    IN_RESUMING,
    resuming((_snapshot, { cycles }) => ({ cycles })),
  ),
  fault(
    "resume-fork-read-cache-points-to-parent",
    ["documented", "libriscv/libriscv@67761704"],
    "Loads of a resumed machine find a page as it was before its first store, until they have looked at another page",
    LOADING,
    parentInCache(),
  ),
  fault(
    "resume-repeat-inconsistent",
    ["documented", "nervosnetwork/ckb#4066"],
    "A run that is suspended a second time, and every time from there on, loses the last page that is stored by content",
    IN_RESUMING,
    {
      gives: (snapshot, resumed) =>
        resumed ? { ...snapshot, dirtyPages: withoutLastPage(snapshot.dirtyPages) } : snapshot,
    },
  ),
  fault(
    "resume-stale-page-cache",
    ["documented", "libriscv/libriscv@48d30871"],
    "A resumed machine finds old bytes in the page that it loaded from last before, until it loads from another one",
    LOADING,
    cacheLeft(),
  ),
  fault(
    "resume-dependent-register-order",
    ["analogue", "firecracker-microvm/firecracker#4666"],
    "Setting the limit sets the cycles to zero, and comes after them",
    IN_RESUMING,
    withCounter(RestartedCounter),
  ),
  fault(
    "resume-dirty-partial-page-accepted",
    ["analogue", "firecracker-microvm/firecracker@a174b0311"],
    "Content that is no whole number of pages is resumed",
    IN_RESUMING,
    withContext(PartialContent),
  ),
  fault(
    "resume-old-pages-kept",
    ["analogue", "unicorn-engine/unicorn#1968"],
    "A machine that is used again keeps the pages that the snapshot does not name",
    IN_RESUMING,
    unnamedPagesKept(),
  ),
  fault(
    "resume-runs-before-complete",
    ["analogue", "google/gvisor@13a98df49"],
    "The fetch at pc is made before memory is resumed, out of what was there before",
    [AFTER_RESUME, IN_FETCH],
    fetchedBeforeResume,
  ),
  equivalent(
    "resume-state-sanity-missing",
    ["analogue", "firecracker-microvm/firecracker@2b90129e2"],
    "Lists of fewer than 32 registers are resumed",
    "A target takes snapshots as values with 32 registers: no leg can be given fewer, so none can show what would become of them. Shorter lists exist in JSON text alone, and there the decoder refuses them, which is a test of the encodings (test/snapshot/json.test.ts).",
  ),
  fault(
    "resume-aliases-snapshot-buffer",
    ["plausible", "modelled on firecracker-microvm/firecracker#4301"],
    "A resumed machine runs on the bytes of its snapshot",
    IN_BOTH,
    onSnapshotBytes(),
  ),
  fault(
    "resume-dirty-flag-not-set",
    ["plausible", "setting the flags of dirty pages; nervosnetwork/ckb-vm#218"],
    "Pages that are stored by content come back with DIRTY alone",
    IN_RESUMING,
    resuming(({ dirtyPages }) => ({ dirtyPages: withFlags(dirtyPages, () => 0) })),
  ),
  fault(
    "resume-flag-last-page-missed",
    ["plausible", "the loop over the pages of a run"],
    "The last page of every run comes back without its flags",
    IN_RESUMING,
    withContext(LastFlagMissed),
  ),
  fault(
    "resume-flag-set-before-store",
    ["plausible", "the counterpart of nervosnetwork/ckb-vm@7168502"],
    "Pages have their flags before their bytes, so that executable ones refuse these",
    IN_RESUMING,
    withContext(FlagsFirst),
  ),
  fault(
    "resume-frozen-bit-stripped",
    ["plausible", "which flags resuming sets"],
    "No page that is resumed is frozen",
    IN_RESUMING,
    resuming(({ pagesFromSource, dirtyPages }) => ({
      pagesFromSource: withFlags(pagesFromSource, (flag) => flag & ~FLAG_FREEZED),
      dirtyPages: withFlags(dirtyPages, (flag) => flag & ~FLAG_FREEZED),
    })),
  ),
  fault(
    "resume-lr-defaults-to-zero",
    ["plausible", "modelled on nervosnetwork/ckb-vm#394"],
    "Where a snapshot has no load reservation, the resumed machine has one of address 0",
    IN_RESUMING,
    resuming(({ loadReservationAddress: address }) => ({
      loadReservationAddress: address === XLEN_MAX ? 0n : address,
    })),
  ),
  fault(
    "resume-lr-not-restored",
    ["plausible", "what comes last in resuming; nervosnetwork/ckb-vm#407"],
    "The load reservation stays what it is in the machine",
    IN_RESUMING,
    resuming((_snapshot, { memory }) => ({ loadReservationAddress: memory.reservation })),
  ),
  equivalent(
    "resume-next-pc-not-updated",
    ["plausible", "the counterpart of nervosnetwork/ckb-standalone-debugger#177"],
    "Resuming sets pc, and leaves the next pc what it was",
    "The next pc is set from the address of each instruction, or of each block, before that is executed, and it becomes pc only behind it. An instruction that cannot be fetched or decoded does not make it pc either. So nothing reads the next pc that a resumed machine began with.",
  ),
  fault(
    "resume-source-flag-not-set",
    ["plausible", "setting the flags of pages from sources; nervosnetwork/ckb-vm#218"],
    "Pages from sources come back without flags",
    IN_RESUMING,
    resuming(({ pagesFromSource }) => ({ pagesFromSource: withFlags(pagesFromSource, () => 0) })),
  ),
  fault(
    "resume-tracked-map-not-cleared",
    ["plausible", "clearing the tracked pages before a resume"],
    "What a context tracked before a resume is tracked after it",
    IN_BOTH,
    trackedPagesKept(),
  ),
  fault(
    "resume-version-check-missing",
    ["plausible", "the first test of a resume; nervosnetwork/ckb@bd24f171d"],
    "Snapshots of all versions are resumed",
    IN_RESUMING,
    resuming((_snapshot, { version }) => ({ version })),
  ),
  fault(
    "resume-x0-restored",
    ["plausible", "whether the registers that are restored begin with x0"],
    "x0 is zero behind a resume, where the original restores it like the others",
    IN_RESUMING,
    resuming(({ registers }) => ({ registers: registers.map((value, r) => (r === 0 ? 0n : value)) })),
  ),
];
