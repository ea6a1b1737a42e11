import { FUSION_RULES } from "../../isa/index.ts";

/** Instructions that go on elsewhere within the program. */
export const JUMPS = "jal jalr beq bne blt bge bltu bgeu";

/**
 * Where faults of instructions are found, given by name with spaces between them: at these, or, where they are fused with
 * what stands in front of them, at the first of the sequence.
 */
export function at(names: string): readonly string[] {
  const places = new Set(names.split(" "));
  const heads = FUSION_RULES.flatMap(({ sequence }) => {
    const [head, ...rest] = sequence.map((line) => line.split(" ", 1)[0]);
    return rest.some((name) => places.has(name)) ? [head] : [];
  });
  return [...new Set([...places, ...heads])];
}
