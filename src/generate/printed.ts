import fc from "fast-check";
import { isaText, writeCase, type CutPlan } from "../case/index.ts";
import type { GeneratedCase } from "./case.ts";
import { caseForFile } from "./case-file.ts";
import type { GeneratedProgram } from "./program.ts";
import { caseOf } from "./shrink/recognise.ts";
import type { Surroundings } from "./surroundings.ts";

// How fast-check prints what is generated: as text, and not as every object that it is made of, of which some lead to
// whole tables. The method is inherited, so that nothing sees it that compares or copies members.

/** What inherits `print`: fast-check finds it, other code sees the same members as before. */
function printer<T extends object>(print: (value: T) => string): (value: T) => T {
  const parent = {
    [fc.toStringMethod](this: T): string {
      return print(this);
    },
  };
  return (value) => Object.assign(Object.create(parent) as T, value);
}

/** The case, printed as the case file that `rvrelay replay` reads. */
export const printableCase = printer(textOfCase);

/** Programs for `world`, printed as the case file of their solo run. */
export function programPrinter(world: Surroundings): (program: GeneratedProgram) => GeneratedProgram {
  return printer((program) => textOfCase(caseOf(program, world)));
}

function textOfCase(value: GeneratedCase): string {
  const { sections, ...plain } = caseForFile(value);
  return writeCase(plain, { sections });
}

/** The world, printed in one line: long contents as their numbers of bytes. */
export const printableWorld = printer<Surroundings>((world) => {
  const { version, isa, memorySize, cost, args, sources, markProgram, systemCalls, writeXorExecute } = world;
  const pieces = sources.map(({ id, bytes }) => `0x${id.toString(16)} of ${bytes.length} bytes`);
  return [
    `world of version ${version}`,
    `isa ${isaText(isa)}`,
    `memory ${memorySize}`,
    `cost ${cost}`,
    `arguments of [${args.map(({ length }) => length).join(", ")}] bytes`,
    `sources [${pieces.join(", ")}]`,
    `program ${markProgram ? "" : "not "}marked`,
    `system calls [${systemCalls.join(", ")}]`,
    ...(writeXorExecute ? [] : ["without W^X"]),
  ].join(", ");
});

/** The cut plan, printed as its cycles. An array inherits from arrays: it gets a method of its own that is not listed. */
export function printableCuts(cuts: CutPlan): CutPlan {
  return Object.defineProperty([...cuts], fc.toStringMethod, { value: () => `cuts [${cuts.join(", ")}]` });
}
