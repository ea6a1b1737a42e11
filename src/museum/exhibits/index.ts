import type { Absent, Exhibit } from "../exhibit.ts";
import { ALU } from "./alu.ts";
import { B_EXTENSION } from "./b-extension.ts";
import { BRANCH_JUMP } from "./branch-jump.ts";
import { COMPRESSED } from "./compressed.ts";
import { DATA_SOURCE_TRACKING } from "./data-source-tracking.ts";
import { DECODE } from "./decode.ts";
import { LOAD_STORE } from "./load-store.ts";
import { MUL_DIV } from "./mul-div.ts";
import { SHIFT } from "./shift.ts";
import { W_OPS } from "./w-ops.ts";
import { MISALIGNED } from "./misaligned.ts";
import { LR_SC_AMO } from "./lr-sc-amo.ts";
import { ELF_LOADER } from "./elf-loader.ts";
import { INSTRUCTION_CACHE } from "./instruction-cache.ts";
import { SYSCALL_STACK_INIT } from "./syscall-stack-init.ts";
import { SNAPSHOT_CAPTURE } from "./snapshot-capture.ts";
import { SNAPSHOT_RESUME } from "./snapshot-resume.ts";
import { SERIALIZATION } from "./serialization.ts";
import { ERROR_ORDERING } from "./error-ordering.ts";
import { MACRO_OP_FUSION } from "./macro-op-fusion.ts";
import { CYCLES } from "./cycles.ts";
import { WX_PERMISSIONS } from "./wx-permissions.ts";
import { PAGE_FLAGS } from "./page-flags.ts";

/** Every row of the catalogue, category by category. */
export const CATALOGUE: readonly (Exhibit | Absent)[] = [
  ...BRANCH_JUMP,
  ...DATA_SOURCE_TRACKING,
  ...LOAD_STORE,
  ...ALU,
  ...B_EXTENSION,
  ...COMPRESSED,
  ...DECODE,
  ...MUL_DIV,
  ...SHIFT,
  ...W_OPS,
  ...MISALIGNED,
  ...LR_SC_AMO,
  ...ELF_LOADER,
  ...INSTRUCTION_CACHE,
  ...SYSCALL_STACK_INIT,
  ...SNAPSHOT_CAPTURE,
  ...SNAPSHOT_RESUME,
  ...SERIALIZATION,
  ...ERROR_ORDERING,
  ...MACRO_OP_FUSION,
  ...CYCLES,
  ...WX_PERMISSIONS,
  ...PAGE_FLAGS,
];

/** The rows that can be put into the reference. */
export const EXHIBITS: readonly Exhibit[] = CATALOGUE.filter((row) => row.kind === "exhibit");
