import { isGenerated, measure } from "../generate/index.ts";
import { isFollowed } from "../laws/index.ts";
import type { Finding } from "./check-case.ts";

/**
 * The finding with the smallest case, of those of laws that can be followed instruction by instruction if there are any: it
 * is read most easily. Of equal ones the first.
 */
export function plainestOf(all: readonly Finding[]): Finding {
  const followed = all.filter(({ law }) => isFollowed(law));
  const findings = followed.length > 0 ? followed : all;
  const sizes = findings.map(({ checked }) => (isGenerated(checked) ? measure(checked) : 0n));
  return findings[sizes.indexOf(sizes.reduce((least, size) => (size < least ? size : least)))];
}
