import { CANARIES, CkbDebuggerTarget, ProcessTarget, ReferenceTarget, splitCommandLine } from "../targets/index.ts";
import type { Target } from "../targets/index.ts";
import { ADAPTERS, adapterTarget } from "./adapters.ts";
import { InconclusiveError, UsageError } from "./exit.ts";
import type { OpenOptions } from "./open-options.ts";
import { readPolicies } from "./policy.ts";

/** What the names of targets with a fault of the museum begin with. */
const MUSEUM = "museum:";

/** Options that say which targets, and how they are treated. */
export interface TargetOptions {
  readonly target?: readonly string[];
  readonly policy?: readonly string[];
  readonly targetTimeout?: number;
}

/** A target that has a name of its own. */
export interface NamedTarget {
  readonly about: string;
  open(options: OpenOptions): Target | Promise<Target>;
}

/** Targets by name, with one line about each. */
export const TARGETS: ReadonlyMap<string, NamedTarget> = new Map<string, NamedTarget>([
  ["reference", { about: "the reference VM in this process", open: () => new ReferenceTarget() }],
  ...ADAPTERS.map((adapter): [string, NamedTarget] => [
    adapter.name,
    { about: adapter.about, open: async (options) => adapterTarget(adapter, options) },
  ]),
  ["ckb-debugger", { about: "the WebAssembly build of CKB-VM's plain interpreter, from npm", open: openDebugger }],
  ...[...CANARIES].map(([name, open]): [string, NamedTarget] => [
    name,
    { about: "broken on purpose; a check of it must fail", open },
  ]),
]);

/**
 * Opens the targets named, the reference when none is. What is no name and has a space or a slash in it is a command
 * line; each name stands for one target, however often it is given.
 * @throws UsageError for an unknown name, InconclusiveError for a target that is not there, TargetError
 */
export async function openTargets({ target, policy, targetTimeout }: TargetOptions): Promise<Target[]> {
  const options: OpenOptions = { policy: readPolicies(policy ?? []), timeoutMs: targetTimeout };
  const names = target ?? ["reference"];
  const opened = new Map<string, Target>();
  try {
    for (const name of names) {
      if (opened.has(name)) continue;
      const taken = (other: string): boolean =>
        other === "reference" || names.includes(other) || [...opened.values()].some((each) => each.name === other);
      opened.set(name, await open(name, options, taken));
    }
  } catch (error) {
    await closeTargets([...opened.values()]);
    throw error;
  }
  return [...opened.values()];
}

/**
 * The targets of a check: those named, behind the reference, which is the yardstick. Without any, the reference alone.
 * @throws as `openTargets` does
 */
export async function openChecked(options: TargetOptions): Promise<Target[]> {
  return openTargets({ ...options, target: ["reference", ...(options.target ?? [])] });
}

/** @throws InconclusiveError if its module is not installed */
function openDebugger(): Target {
  const missing = CkbDebuggerTarget.missing();
  if (missing !== undefined) throw new InconclusiveError(missing);
  return new CkbDebuggerTarget();
}

/** Ends whatever they started. */
export async function closeTargets(targets: readonly Target[]): Promise<void> {
  await Promise.all(targets.map(async (target) => target.close?.()));
}

/** @param taken true for names that a target of a command line must not give itself */
async function open(name: string, options: OpenOptions, taken: (name: string) => boolean): Promise<Target> {
  const known = TARGETS.get(name);
  if (known) return known.open(options);
  if (name.startsWith(MUSEUM)) return openExhibit(name);
  const words = wordsOf(name);
  if (words.length === 0 || !isCommandLine(name)) {
    const names = [...TARGETS.keys()].join(", ");
    throw new UsageError(`unknown target "${name}"; known are ${names}; a command line has a space or a slash in it`);
  }
  const { policy, timeoutMs } = options;
  return ProcessTarget.open({
    words,
    name,
    mayBeCalled: (its) => isName(its) && !taken(its),
    policy,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
}

/** The reference with a fault of the museum. @throws UsageError for a fault that it does not have */
async function openExhibit(name: string): Promise<Target> {
  // Only who asks for it waits for all of its files.
  const { CATALOGUE } = await import("../museum/index.ts");
  const row = CATALOGUE.find(({ id }) => MUSEUM + id === name);
  if (!row) throw new UsageError(`unknown target "${name}"; \`rvrelay museum --list\` names the faults there are`);
  if (row.kind !== "exhibit") throw new UsageError(`${row.id} is ${row.kind} here: ${row.reason}`);
  return row.open();
}

/** True for what stands for a command, and not for a target that has a name of its own. */
export function isCommandLine(target: string): boolean {
  return !TARGETS.has(target) && /[\s/\\]/.test(target);
}

function wordsOf(text: string): string[] {
  try {
    return splitCommandLine(text);
  } catch (error) {
    throw new UsageError(`--target: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A name that reads well in tables; a process can say anything. */
function isName(text: string): boolean {
  return /^[\w:.+-]{1,40}$/.test(text);
}
