// Time travel on the reference: the debugger's console, and the stub that gdb attaches to.
export { CommandError, type Compare, type Session } from "./console/command.ts";
export { COMMAND_NAMES, execute, type Answer } from "./console/console.ts";
export { whereLines } from "./console/where.ts";
export { finishOf } from "./finish-of.ts";
export { ProgramMap, type ProgramMapParts, type SourceLine } from "./program-map.ts";
export { StopList } from "./stop-list.ts";
export { TimeLine } from "./time-line.ts";
export { serveClient, type Streams } from "./gdb/connection.ts";
