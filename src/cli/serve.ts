import { serve as serveTarget } from "../targets/index.ts";
import { UsageError } from "./exit.ts";
import { closeTargets, openTargets, type TargetOptions } from "./target-option.ts";
import { version } from "./version.ts";

/** `rvrelay serve`: a target of this rvrelay behind the wire protocol, until standard input ends. */
export async function serve(options: TargetOptions): Promise<void> {
  if ((options.target?.length ?? 1) > 1) throw new UsageError("serve takes one --target");
  const targets = await openTargets(options);
  await serveTarget(targets[0], version, process.stdin, process.stdout);
  await closeTargets(targets);
}
