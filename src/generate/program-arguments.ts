import { poolBytes, poolLetters } from "./pool.ts";
import type { Random } from "./random.ts";
import { stackBytes } from "./segments.ts";
import type { Surroundings } from "./surroundings.ts";

const TEXT = new TextEncoder();
/** Arguments in UTF-8 of more than one byte a character; the last ones are at the ends of what that can say. */
const WIDE = ["é", "ß→", "日本語", "🦀🦀", "\u0080\u07ff\u0800\uffff", "\u{10000}\u{10ffff}"].map((text) =>
  TEXT.encode(text),
);
const COUNTS = [0, 0, 0, 1, 1, 2, 2, 3, 3, 5];
const LENGTHS = [0, 0, 1, 3, 7, 8, 15, 16, 33, 64];
const LONG = [255, 1000, 4095, 4096, 5000];
/** Of long ones, one in so many is longer than a 16-bit number says, or nearly so. */
const HUGE_EVERY = 8;
const HUGE = [0x7fff, 0x8000, 0xfffe, 0xffff, 0x10000, 0x18001];
/** Bytes that are left free of a stack that arguments fill: none, or fewer than a slot or an alignment takes. */
const SPARE = [0, 0, 0, 1, 7, 8, 15, 16];
/** Bytes by which arguments are too long for it. */
const EXCESS = [1, 1, 1, 8, 16, 100, 4096];
/** Larger stacks are not filled: it would cost more than the rest of a case. */
const STACK_FILLED_MAX = 0x100000;

/** How far arguments fill the stack: some of it, all of it or nearly so, or more than there is. */
export type Filling = "some" | "all" | "more";

/** What of a world decides whether arguments fit. */
type Stack = Pick<Surroundings, "memorySize" | "version">;

/** Arguments for a world; of a stack of more than a mebibyte they always take only some. */
export function pickArguments(random: Random, stack: Stack, filling: Filling = "some"): Uint8Array[] {
  const args: Uint8Array[] = [];
  const room = stack.memorySize / 4;
  for (let count = random.pick(COUNTS); count > 0; count--) {
    args.push(pickArgument(random));
    // In version 0 the bytes are fewer.
    if (stackBytes({ version: 1, args }) > room) args.pop();
  }
  if (filling === "some" || room > STACK_FILLED_MAX) return args;
  // All slots are known, so that one more argument takes exactly what is left.
  const last = room - slotBytes({ ...stack, args }, 1) - args.reduce((sum, { length }) => sum + length + 1, 0) - 1;
  const length = filling === "all" ? last - random.pick(SPARE) : last + Math.min(random.pick(EXCESS), room);
  if (length < 0) return args;
  args.splice(random.below(args.length + 1), 0, poolLetters(random, length));
  return args;
}

/** True if the arguments of a world fit into its stack, a quarter of its memory (reference: initialize_stack of CKB-VM). */
export function fitIntoStack({ args, ...stack }: Stack & Pick<Surroundings, "args">): boolean {
  const strings = args.reduce((sum, { length }) => sum + length + 1, 0);
  return strings + slotBytes({ ...stack, args }, 0) <= stack.memorySize / 4;
}

/** Bytes of argc, argv and, from version 1 on, the null pointer behind it, with so many arguments more. */
function slotBytes({ version, args }: Pick<Surroundings, "version" | "args">, more: number): number {
  return 8 * (args.length + more + (version === 0 ? 1 : 2));
}

function pickArgument(random: Random): Uint8Array {
  const kind = random.below(32);
  // Whole programs cannot be handed such an argument on a command line: few worlds have one.
  if (kind === 0) return poolBytes(random, random.pick(LENGTHS));
  if (kind === 1) return poolLetters(random, random.pick(random.below(HUGE_EVERY) === 0 ? HUGE : LONG));
  if (kind < 5) return random.pick(WIDE);
  return poolLetters(random, random.pick(LENGTHS));
}
