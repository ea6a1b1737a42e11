/**
 * Why a run went no further: it has reached the limit it was given (`limit`) or that of its leg (`cut`), has stopped for
 * good (`ended`), stands before a breakpoint (`break`), or behind an instruction as its mode asked for (`behind`); or it
 * was thrown out of an access, and its machine is of no use any more (`access`).
 */
export type Halt = "limit" | "cut" | "ended" | "break" | "behind" | "access";

/** How far a run goes: a count of cycles, counted from the start of the whole run, or until it has stopped. */
export type Goal = bigint | "end";

/** Asked between the pieces of a long run; true ends it where it is. */
export type Interrupted = () => boolean;
