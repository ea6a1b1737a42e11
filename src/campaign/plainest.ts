import { isGenerated, measure } from "../generate/index.ts";
import { isFollowed } from "../laws/index.ts";
import type { Finding } from "./check-case.ts";

/**
 * The finding with the smallest case, of those of laws that can be followed instruction by instruction if there are any, and
 * of generated ones if there are any, which can be shrunk best: it is read most easily. Of equal ones the first.
 */
export function plainestOf(all: readonly Finding[]): Finding {
  const followed = all.filter(({ law }) => isFollowed(law));
  const readable = followed.length > 0 ? followed : all;
  const generated = readable.filter(({ checked }) => isGenerated(checked));
  const findings = generated.length > 0 ? generated : readable;
  const sizes = findings.map(({ checked }) => (isGenerated(checked) ? measure(checked) : 0n));
  return findings[sizes.indexOf(sizes.reduce((least, size) => (size < least ? size : least)))];
}
