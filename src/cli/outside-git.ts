import { existsSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "./exit.ts";

/**
 * Refuses a file that would lie in the work tree of a git repository, links followed: what is under embargo could be
 * committed there by mistake. @throws UsageError naming file and repository
 */
export function demandOutsideGit(file: string, option: string): void {
  const whole = resolve(file);
  // The file itself may be a link to one inside.
  const places = [whole, existsSync(whole) ? realpathSync(whole) : whole];
  for (const place of places) {
    const tree = workTreeOf(realFolder(dirname(place)));
    if (tree !== undefined)
      throw new UsageError(`${option} ${file}: lies in the git work tree ${tree}; name a file outside`);
  }
}

/** The folder with all links followed; as it is, if it is not there. */
export function realFolder(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  const above = dirname(folder);
  return above === folder ? folder : join(realFolder(above), folder.slice(above.length));
}

function workTreeOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return undefined;
  }
}
