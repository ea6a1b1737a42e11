import { roundUpToPage } from "../../machine/index.ts";
import { Snapshot2Context } from "../../snapshot/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { STORING } from "../faults/access-names.ts";
import {
  AnyOffset,
  CleanResume,
  IdOfEntryBefore,
  LateFlags,
  ObjectIds,
  UntrackedResume,
  WrittenSources,
} from "../faults/runs-of-sources.ts";
import { SHARED_PAGES } from "../faults/shared-pages.ts";
import { FilledUp, LateSize, TrackedAsAsked, UnmarkedSize, UnstoredSize } from "../faults/storing.ts";
import {
  CleanUntracking,
  DirtyTracking,
  EarlyFlags,
  InvertedUntracking,
  loadedLength,
  marksProgram,
  tracks,
  withContext,
  wrap,
} from "../faults/tracking.ts";
import { AT_LOAD, IN_BOTH, rowsOf } from "../rows.ts";

const { fault, equivalent } = rowsOf("data source tracking");

/** Where tracking goes wrong: in a call, in marking the program, in resuming; and where that shows. */
const CALL_OR_RESUME = ["ecall", ...AT_LOAD, ...IN_BOTH];
/** The same of what only calls do. */
const CALL = ["ecall", ...IN_BOTH];

/** Faults of what is remembered about pages that come from data sources. */
export const DATA_SOURCE_TRACKING: readonly (Exhibit | Absent)[] = [
  fault(
    "raw-write-to-tracked-page-lost",
    ["documented", "nervosnetwork/ckb-vm#423, nervosnetwork/ckb-vm@bae0fb8"],
    "A tracked page that an ordinary store has changed is still taken from its data source when the run is resumed",
    IN_BOTH,
    withContext(WrittenSources),
  ),
  fault(
    "size-word-not-written",
    ["documented", "nervosnetwork/ckb-vm#434, nervosnetwork/ckb-vm@ef3b064"],
    "A call that loads data leaves the word at its size pointer as it was",
    ["ecall"],
    withContext(UnstoredSize),
  ),
  fault(
    "store-bytes-short-read-zero-fills",
    ["documented", "risc0/risc0#1557"],
    "A call that loads less than was asked for fills the rest of what was asked for with zeroes",
    ["ecall"],
    withContext(FilledUp),
  ),
  fault(
    "data-page-restored-from-wrong-source",
    ["analogue", "google/gvisor@faf07bade"],
    "Pages that are resumed from a data source are remembered as those of the piece that the entry before names",
    IN_BOTH,
    withContext(IdOfEntryBefore),
  ),
  fault(
    "parent-hole-missing",
    ["analogue", "checkpoint-restore/criu#2997, checkpoint-restore/criu#2995, checkpoint-restore/criu@164bc4bdf"],
    "What was resumed by content and not written since is missing from the next snapshot, as if the one before were at hand",
    IN_BOTH,
    withContext(CleanResume),
  ),
  fault(
    "source-mutated-after-track",
    ["analogue", "firecracker-microvm/firecracker#4301"],
    "Tracked pages share their storage with the data source, so that stores to them change what is loaded from it later",
    [...STORING, "ecall"],
    SHARED_PAGES,
  ),
  fault(
    "track-leaves-dirty",
    ["analogue", "firecracker-microvm/firecracker#4536"],
    "Pages that are tracked stay dirty, so that snapshots store them by content",
    CALL_OR_RESUME,
    withContext(DirtyTracking),
  ),
  fault(
    "untrack-condition-inverted",
    ["analogue", "AFLplusplus/LibAFL#3084"],
    "Untracking passes over the pages that are tracked, which stay so and clean, and marks only the others",
    CALL,
    withContext(InvertedUntracking),
  ),
  equivalent(
    "mark-program-ignores-base-offset",
    ["plausible", "the caller says where in its piece the program file begins"],
    "Marking the program leaves out where in its piece the program file begins",
    "A program file is always all of piece 0: booting marks it with offset 0, the only caller there is, and adding 0 or leaving it out is the same.",
  ),
  fault(
    "mark-program-ignores-segment-lead",
    ["plausible", "a segment begins somewhere in its first page"],
    "Marking the program takes a segment to begin where its first page begins",
    [...AT_LOAD, ...IN_BOTH],
    marksProgram((action) => ({
      ...action,
      offsetFromAddress: 0n,
      source: { start: action.source.start, end: action.source.start + loadedLength(action) },
    })),
  ),
  fault(
    "mark-program-uses-memsz",
    ["plausible", "what of a segment comes from the file is the shorter of two lengths"],
    "Marking the program takes all of a segment in memory to come from the file, zeroes behind its data included",
    [...IN_BOTH, ...AT_LOAD],
    marksProgram((action) => {
      const { start } = action.source;
      return { ...action, source: { start, end: start + wrap(action.size - action.offsetFromAddress) } };
    }),
  ),
  fault(
    "second-generation-source-lost",
    ["plausible", "resuming tracks again what came from data sources"],
    "Pages that are resumed from a data source are not tracked again, and stay dirty",
    IN_BOTH,
    withContext(UntrackedResume),
  ),
  fault(
    "size-word-after-data",
    ["plausible", "the order in which a call that loads data stores and tracks"],
    "A call that loads data stores the size behind the data, over it where they overlap",
    ["ecall"],
    withContext(LateSize),
  ),
  fault(
    "size-word-written-to-clean-page-stays-tracked",
    ["plausible", "the store of the size is an ordinary one"],
    "The size that a call stores does not make its page dirty",
    CALL,
    withContext(UnmarkedSize),
  ),
  fault(
    "source-id-compared-by-reference",
    ["plausible", "objects are compared by identity in the host language"],
    "Equal ids that were given in different calls are taken for different ones, so that runs of pages are not joined",
    IN_BOTH,
    withContext(ObjectIds),
  ),
  fault(
    "source-merge-ignores-id",
    ["plausible", "how runs of pages from data sources are joined; google/gvisor@faf07bade"],
    "Pages of different pieces whose offsets go on are joined to one run of the first piece",
    IN_BOTH,
    { leg: { context: (source) => new Snapshot2Context(source, () => true) } },
  ),
  fault(
    "source-merge-ignores-offset",
    ["plausible", "how runs of pages from data sources are joined"],
    "Neighbouring pages of one piece are joined to one run although their offsets do not go on",
    IN_BOTH,
    withContext(AnyOffset),
  ),
  fault(
    "track-flag-before-clear",
    ["plausible", "DIRTY is cleared before the flags are read"],
    "The flags that are remembered of a tracked page are those from before, DIRTY included",
    IN_BOTH,
    withContext(EarlyFlags),
  ),
  fault(
    "track-length-not-reduced-by-gap",
    ["plausible", "what lies before the first whole page is taken off the length"],
    "Tracking counts its length from the first whole page on rather than from the start",
    CALL_OR_RESUME,
    tracks((asked, lead) => (asked.length < lead ? asked : { ...asked, length: wrap(asked.length + lead) })),
  ),
  fault(
    "track-offset-ignores-alignment",
    ["plausible", "what lies before the first whole page is added to the offset; checkpoint-restore/criu@38daf50f2"],
    "Tracking takes the first whole page to come from where in the piece the start came from",
    CALL_OR_RESUME,
    tracks((asked, lead) => ({ ...asked, offset: wrap(asked.offset - lead) })),
  ),
  fault(
    "track-partial-tail",
    ["plausible", "tracking ends where less than a page is left"],
    "A last page of which only a part comes from the data source is tracked as if all of it did",
    CALL_OR_RESUME,
    tracks((asked, lead) =>
      asked.length < lead ? asked : { ...asked, length: wrap(lead + roundUpToPage(asked.length - lead)) },
    ),
  ),
  fault(
    "track-small-unaligned-underflow",
    ["plausible", "a length that ends before the first whole page; nervosnetwork/ckb-vm#420"],
    "Tracking less than what lies before the first whole page goes on as if the length were nearly 2^64",
    CALL_OR_RESUME,
    tracks((asked, lead) =>
      asked.length < lead
        ? {
            id: asked.id,
            start: wrap(asked.start + lead),
            length: wrap(asked.length - lead),
            offset: wrap(asked.offset + lead),
          }
        : asked,
    ),
  ),
  fault(
    "track-stale-flag",
    ["plausible", "flags are remembered when a page is tracked"],
    "Snapshots give pages from data sources the flags they have now rather than those they were tracked with",
    IN_BOTH,
    withContext(LateFlags),
  ),
  fault(
    "track-uses-requested-length",
    ["plausible", "risc0/risc0#1557; the length that was asked for is not the length that came"],
    "A call that loads less than was asked for tracks all that was asked for",
    CALL,
    withContext(TrackedAsAsked),
  ),
  fault(
    "untrack-does-not-dirty",
    ["plausible", "untracking marks the pages it touches"],
    "Pages that are untracked are not made dirty, so that snapshots know nothing of them",
    CALL,
    withContext(CleanUntracking),
  ),
  equivalent(
    "untrack-keeps-map-entry",
    ["plausible", "untracking removes the entries of the pages it touches"],
    "Pages that are untracked are made dirty but their entries stay",
    "Snapshots pass over the entries of dirty pages, and untracking makes the page dirty first. DIRTY is cleared again only by tracking the page, which replaces its entry in the same step, and by a reset, which comes with an empty context; host calls cannot clear it. So an entry that stayed is never read.",
  ),
];
