import { instructionsNamed, type Instruction, type Meaning } from "../isa/index.ts";
import type { FaultOptions } from "./faulty-target.ts";

/**
 * Another meaning for instructions, given by name with spaces between them. A compressed instruction has the meaning of
 * what it stands for.
 * @param wrong what they do, of what they should do
 * @throws RangeError if there is no such instruction
 */
export function meaning(names: string, wrong: (right: Meaning, name: string) => Meaning): FaultOptions {
  const meanings = new Map<Instruction, Meaning>();
  for (const name of names.split(" ")) {
    const [instruction] = instructionsNamed(name);
    if (instruction === undefined) throw new RangeError(`there is no instruction ${name}`);
    meanings.set(instruction.base, wrong(instruction.meaning, name));
  }
  return { meanings };
}
