import type { Target } from "../targets/index.ts";

/** What a fault is about. */
export type Category =
  | "decode"
  | "alu"
  | "W-ops"
  | "shift"
  | "mul/div"
  | "branch/jump"
  | "load/store"
  | "misaligned"
  | "LR/SC/AMO"
  | "compressed"
  | "B-extension"
  | "macro-op fusion"
  | "cycles"
  | "ELF/loader"
  | "W^X/permissions"
  | "page flags"
  | "snapshot capture"
  | "snapshot resume"
  | "data source tracking"
  | "serialization"
  | "instruction cache/SMC"
  | "syscall/stack init"
  | "error ordering";

/**
 * Where a fault comes from. `documented`: it is public that a RISC-V VM had it; `analogue`: another kind of system had it;
 * `inferred`: a regression test speaks of it; `plausible`: nobody is known to have had it.
 */
export type Provenance = "documented" | "analogue" | "inferred" | "plausible";

/** What every row of the catalogue says. */
export interface Row {
  /** Stable, in kebab case. */
  readonly id: string;
  readonly category: Category;
  readonly provenance: Provenance;
  /** `owner/repository#number`, `owner/repository@commit`, or what a plausible fault was thought of by. */
  readonly origin: string;
  /** What a machine with the fault does, in one sentence. */
  readonly does: string;
}

/** A fault of the history of VMs that can be put into the reference. */
export interface Exhibit extends Row {
  readonly kind: "exhibit";
  /**
   * What somebody who looks for the cause should be told, any of these: mnemonics of base instructions, names of fused
   * sequences, or a place of an `Origin` that is no instruction, such as `right after resume`. Empty where no single place
   * is at fault.
   */
  readonly places: readonly string[];
  /** Why no single place is at fault; present where `places` is empty, and only there. */
  readonly whyNoPlace?: string;
  /** A target with the fault, called `museum:ID`. */
  readonly open: () => Target;
}

/** A fault that cannot be seen here, or that needs what this project does not have. */
export interface Absent extends Row {
  readonly kind: "equivalent" | "not applicable";
  /** Why: for an equivalent one a proof. */
  readonly reason: string;
}
