import type { Vote } from "../laws/index.ts";

/** One line: `reference against a, b`, or `a tie: a, b against c, d`. */
export function voteText({ groups, odd }: Vote): string {
  if (!odd) return `a tie: ${groups.map((names) => names.join(", ")).join(" against ")}`;
  return `${odd.join(", ")} against ${groups[0].join(", ")}`;
}
