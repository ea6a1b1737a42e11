import { INSTRUCTIONS, type Instruction } from "../isa/index.ts";

/** Turns the bits of a conditional branch into those of its opposite. */
const OPPOSITE = 0x1000;

/** The opposite of each conditional branch of 32 bits. */
const OPPOSITES = new Map(
  INSTRUCTIONS.map((branch) => [
    branch,
    INSTRUCTIONS.find(({ match, mask }) => match === (branch.match ^ OPPOSITE) && mask === branch.mask),
  ]),
);

/** The opposite of a conditional branch. @throws RangeError if there is none: the branch is a jump, whose reach is a mebibyte */
export function oppositeOf(branch: Instruction | undefined): Instruction {
  const opposite = branch?.field.has("rd") === false ? OPPOSITES.get(branch) : undefined;
  if (!opposite) throw new RangeError(`${branch?.name} does not reach its target`);
  return opposite;
}
