import { instructionsNamed, type Instruction, type Meaning } from "../isa/index.ts";
import type { FaultOptions } from "./faulty-target.ts";

/**
 * Another meaning for instructions, given by name with spaces between them. A compressed instruction has the meaning of
 * what it stands for.
 * @param wrong what they do, of what they should do; asked for version 0 and for the others, where that may differ
 * @throws RangeError if there is no such instruction
 */
export function meaning(names: string, wrong: (right: Meaning, name: string) => Meaning): FaultOptions {
  const version0 = new Map<Instruction, Meaning>();
  const later = new Map<Instruction, Meaning>();
  for (const name of names.split(" ")) {
    const [instruction] = instructionsNamed(name);
    if (instruction === undefined) throw new RangeError(`there is no instruction ${name}`);
    const { base } = instruction;
    version0.set(base, wrong(base.meaningVersion0, name));
    later.set(base, wrong(base.meaning, name));
  }
  return { meanings: { get: (base, version) => (version === 0 ? version0 : later).get(base) } };
}
