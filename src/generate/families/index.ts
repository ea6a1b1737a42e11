import { atomics } from "./atomics.ts";
import { compute, constants } from "./compute.ts";
import type { Family } from "./family.ts";
import { branches, calls, loops } from "./flow.ts";
import { fusion } from "./fusion.ts";
import { edges, memory, stack } from "./memory.ts";
import { sources } from "./sources.ts";
import { system } from "./system.ts";

/** Every family; a new one is one file and one name here. */
export const FAMILIES: readonly Family[] = [
  compute,
  constants,
  memory,
  stack,
  edges,
  branches,
  loops,
  calls,
  atomics,
  sources,
  system,
  fusion,
];
