import type { Absent, Exhibit } from "../exhibit.ts";
import { BRANCH_JUMP } from "./branch-jump.ts";

/** Every row of the catalogue, category by category. */
export const CATALOGUE: readonly (Exhibit | Absent)[] = [...BRANCH_JUMP];

/** The rows that can be put into the reference. */
export const EXHIBITS: readonly Exhibit[] = CATALOGUE.filter((row) => row.kind === "exhibit");
