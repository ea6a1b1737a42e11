// Seeded faults by law, for the tests of the laws and for the table of what breaks each.
import { BUDGETS_FAULTS } from "./budgets.ts";
import { CANONICAL_FAULTS } from "./canonical.ts";
import { COMPLETE_FAULTS } from "./complete.ts";
import { CYCLES_FAULTS } from "./cycles.ts";
import { DECODING_FAULTS } from "./decoding.ts";
import { DIFFERENTIAL_FAULTS } from "./differential.ts";
import { ENCODINGS_FAULTS } from "./encodings.ts";
import { ENDS_FAULTS } from "./ends.ts";
import { EVERY_INSTRUCTION_FAULTS } from "./every-instruction.ts";
import { FAITHFUL_FAULTS } from "./faithful.ts";
import { FAULTS_FAULTS } from "./faults.ts";
import { FUSION_FAULTS } from "./fusion.ts";
import { HOST_CALLS_FAULTS } from "./host-calls.ts";
import { INSIDE_CALL_FAULTS } from "./inside-call.ts";
import { LOADING_FAULTS } from "./loading.ts";
import { MINIMAL_FAULTS } from "./minimal.ts";
import { NORMAL_FORM_FAULTS } from "./normal-form.ts";
import { PERMISSIONS_FAULTS } from "./permissions.ts";
import { REFINE_FAULTS } from "./refine.ts";
import { RELAY_FAULTS } from "./relay.ts";
import { REPEATABLE_FAULTS } from "./repeatable.ts";
import { RESERVATIONS_FAULTS } from "./reservations.ts";
import { RESUME_SNAPSHOT_FAULTS } from "./resume-snapshot.ts";
import { REWRITTEN_FAULTS } from "./rewritten.ts";
import { SOURCES_FAULTS } from "./sources.ts";
import { SPLIT_FAULTS } from "./split.ts";
import { UNALIASED_FAULTS } from "./unaliased.ts";
import { UNTOUCHED_FAULTS } from "./untouched.ts";
import { VERSION_FAULTS } from "./version.ts";
import { ZERO_FAULTS } from "./zero.ts";
import type { Faults } from "./faulty-target.ts";

/** The faults of each law by its name; every law has some. */
export const SEEDED_FAULTS: ReadonlyMap<string, Faults> = new Map<string, Faults>([
  ["relay", RELAY_FAULTS],
  ["split", SPLIT_FAULTS],
  ["refine", REFINE_FAULTS],
  ["every-instruction", EVERY_INSTRUCTION_FAULTS],
  ["ends", ENDS_FAULTS],
  ["budgets", BUDGETS_FAULTS],
  ["inside-call", INSIDE_CALL_FAULTS],
  ["resume-snapshot", RESUME_SNAPSHOT_FAULTS],
  ["faithful", FAITHFUL_FAULTS],
  ["normal-form", NORMAL_FORM_FAULTS],
  ["minimal", MINIMAL_FAULTS],
  ["canonical", CANONICAL_FAULTS],
  ["complete", COMPLETE_FAULTS],
  ["unaliased", UNALIASED_FAULTS],
  ["encodings", ENCODINGS_FAULTS],
  ["version", VERSION_FAULTS],
  ["sources", SOURCES_FAULTS],
  ["repeatable", REPEATABLE_FAULTS],
  ["zero", ZERO_FAULTS],
  ["untouched", UNTOUCHED_FAULTS],
  ["permissions", PERMISSIONS_FAULTS],
  ["faults", FAULTS_FAULTS],
  ["decoding", DECODING_FAULTS],
  ["loading", LOADING_FAULTS],
  ["host-calls", HOST_CALLS_FAULTS],
  ["cycles", CYCLES_FAULTS],
  ["fusion", FUSION_FAULTS],
  ["reservations", RESERVATIONS_FAULTS],
  ["rewritten", REWRITTEN_FAULTS],
  ["differential", DIFFERENTIAL_FAULTS],
]);
