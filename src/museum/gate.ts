/**
 * Faults that a gate must find, one from each category and more of those that are hardest to find: a minute in all on one
 * core, measured by the committed scoreboard.
 */
export const GATE: readonly string[] = ["bge-strict"];
