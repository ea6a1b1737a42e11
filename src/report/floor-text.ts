import type { Floor } from "../campaign/index.ts";
import { group } from "./table.ts";

/** One line about a floor that was missed. */
export function floorText({ what, atLeast, reached }: Floor): string {
  return `floor missed: ${what}: ${group(reached)}, at least ${group(atLeast)} wanted`;
}
