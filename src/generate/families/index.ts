import { atomics } from "./atomics.ts";
import { chains } from "./chains.ts";
import { changedCode, hostedCode } from "./changed-code.ts";
import { compute, constants } from "./compute.ts";
import { detours } from "./detours.ts";
import type { Family } from "./family.ts";
import { branches, calls, loops } from "./flow.ts";
import { fusion } from "./fusion.ts";
import { hidden } from "./hidden.ts";
import { hostCalls } from "./host-calls.ts";
import { jumpTables } from "./jump-tables.ts";
import { kernels } from "./kernels.ts";
import { edges, memory, stack } from "./memory.ts";
import { operands } from "./operands.ts";
import { pageEnds } from "./page-ends.ts";
import { pageStates } from "./page-states.ts";
import { pages } from "./pages.ts";
import { reservations } from "./reservations.ts";
import { sources } from "./sources.ts";
import { system } from "./system.ts";
import { untouched } from "./untouched.ts";
import { writtenCode } from "./written-code.ts";

/** Every family; a new one is one file and one name here. */
export const FAMILIES: readonly Family[] = [
  compute,
  constants,
  operands,
  chains,
  memory,
  stack,
  edges,
  pages,
  pageStates,
  untouched,
  branches,
  jumpTables,
  hidden,
  detours,
  pageEnds,
  loops,
  kernels,
  calls,
  atomics,
  reservations,
  sources,
  system,
  fusion,
  writtenCode,
  changedCode,
  hostedCode,
  hostCalls,
];

/** Their names: what the option `families` takes. */
export const FAMILY_NAMES: readonly string[] = FAMILIES.map(({ name }) => name);
