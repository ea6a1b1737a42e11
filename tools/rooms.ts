import { posix } from "node:path";
import { importsOf } from "./imports.ts";

/**
 * Which room of src/ may import which. An entry is a room, or one file of a room; with "type " before it, it may be
 * imported as types only. A room may always import itself, packages and Node's own modules.
 */
export const rooms: Readonly<Record<string, readonly string[] | "everything">> = {
  isa: [],
  machine: ["isa"],
  assembler: ["isa"],
  case: ["assembler", "isa"],
  snapshot: ["machine/index.ts"],
  generate: ["case", "assembler", "isa"],
  targets: ["case", "snapshot", "machine", "assembler", "isa"],
  laws: [
    "targets/target.ts",
    "targets/policy.ts",
    "snapshot/compare.ts",
    "snapshot/encodings.ts",
    "generate",
    "case",
    "isa",
    "type snapshot",
    "type machine",
  ],
  campaign: ["laws", "generate", "case", "targets", "isa", "type report"],
  museum: ["campaign", "laws", "generate", "case", "targets", "snapshot", "machine", "assembler", "isa"],
  debug: ["targets", "snapshot", "machine", "assembler", "isa", "case"],
  report: ["targets/target.ts", "type laws", "type campaign", "type museum", "type targets", "type case"],
  cli: "everything",
};

/** The files of src/ that belong to no room; they may import everything. */
export const doors: readonly string[] = ["index.ts", "vitest.ts"];

/** What one import leads to: a path inside src/, or something else. */
interface Edge {
  readonly to: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

/**
 * Checks sources, given by their paths inside src/, against the table above, and that no imports form a circle.
 * Returns one sentence for each fault.
 */
export function checkRooms(sources: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const graph = new Map<string, Edge[]>();
  for (const [path, source] of sources) {
    const edges: Edge[] = [];
    for (const { specifier, typeOnly, line } of importsOf(path, source)) {
      if (specifier === "rvrelay" || specifier.startsWith("rvrelay/")) {
        faults.push(`src/${path}:${line}: imports ${specifier}, its own package; import the file`);
      } else if (/^\.\.?\//.test(specifier)) {
        edges.push({ to: posix.join(posix.dirname(path), specifier), typeOnly, line });
      }
    }
    graph.set(path, edges);
    faults.push(...checkFile(path, edges));
  }
  return [...faults, ...circles(graph)];
}

function checkFile(path: string, edges: readonly Edge[]): string[] {
  if (doors.includes(path)) return [];
  const room = roomOf(path);
  const allowed = Object.hasOwn(rooms, room) ? rooms[room] : undefined;
  if (allowed === undefined) return [`src/${path}: ${room} is neither a room nor a door; see tools/rooms.ts`];

  const faults: string[] = [];
  for (const { to, typeOnly, line } of edges) {
    const where = `src/${path}:${line}`;
    if (to.startsWith("../")) faults.push(`${where}: imports ${to.slice(3)}, outside src`);
    else if (roomOf(to) === room || allowed === "everything") continue;
    else if (allowed.includes(roomOf(to)) || allowed.includes(to)) continue;
    else if (allowed.includes(`type ${roomOf(to)}`)) {
      if (!typeOnly) faults.push(`${where}: ${room} may import ${roomOf(to)} as types only, by \`import type\``);
    } else faults.push(`${where}: ${room} must not import src/${to}`);
  }
  return faults;
}

/** The first part of a path inside src/; for a file that stands in no room, the file itself. */
function roomOf(path: string): string {
  return path.split("/", 1)[0];
}

/** One sentence for each circle that a walk of the graph closes; empty when there is none. */
function circles(graph: ReadonlyMap<string, readonly Edge[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (path: string) => {
    if (trail.includes(path)) {
      found.push(`circle: ${[...trail.slice(trail.indexOf(path)), path].map((file) => `src/${file}`).join(" → ")}`);
    } else if (!done.has(path)) {
      trail.push(path);
      for (const { to } of graph.get(path) ?? []) walk(to);
      trail.pop();
      done.add(path);
    }
  };
  for (const path of graph.keys()) walk(path);
  return found;
}
