// Checks which room imports which (tools/rooms.ts): node tools/deps.ts [DIRECTORY WITH src/]
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkRooms } from "./rooms.ts";

const src = join(resolve(process.argv[2] ?? join(import.meta.dirname, "..")), "src");
const paths = globSync("**/*.ts", { cwd: src }).map((path) => path.replaceAll("\\", "/"));
const faults = checkRooms(new Map(paths.toSorted().map((path) => [path, readFileSync(join(src, path), "utf8")])));

for (const fault of faults) console.error(fault);
if (paths.length === 0) console.error(`no sources in ${src}`);
else console.log(`${paths.length} files, ${faults.length} forbidden imports`);
process.exitCode = faults.length === 0 && paths.length > 0 ? 0 : 1;
