import { TargetError, type Finish } from "../targets/target.ts";

/** Parts of a state that a machine could go on changing. */
const CHANGING = ["registers", "pageFlags", "memory"] as const;

/**
 * Two finishes that show one and the same object would be equal whatever happened: a target that shows what its machine goes on
 * working on could not be caught.
 * @throws TargetError
 */
export function checkApart(one: Finish, other: Finish): void {
  for (const part of CHANGING) {
    const shown = one.state[part];
    if (shown === undefined || shown !== other.state[part] || ("isConstant" in shown && shown.isConstant)) continue;
    const text = `two finishes show the same ${part} object: what a finish shows must be its own, and never change again`;
    throw new TargetError(text, { kind: "gave a wrong answer" });
  }
}
