import type { World } from "../case/index.ts";
import { finishJson } from "../report/finish-json.ts";
import { finishText } from "../report/finish-text.ts";
import { decodeBincode, decodeJson, encodeBincode, encodeJson, SnapshotDecodeError, u64Id } from "../snapshot/index.ts";
import {
  stopText,
  unsupportedReason,
  type Finish,
  type Leg,
  type Target,
  type WorldSnapshot,
} from "../targets/index.ts";
import { EXIT, UsageError } from "./exit.ts";
import { readBytes, writeWhole } from "./files.ts";
import { closeTargets, openTargets, type TargetOptions } from "./target-option.ts";
import { worldOf, type WorldOptions } from "./world-options.ts";

/** Options of `rvrelay run`. */
export interface RunOptions extends WorldOptions, TargetOptions {
  readonly maxCycles?: bigint;
  readonly snapshotAt?: bigint;
  readonly out?: string;
  readonly resume?: string;
  readonly exitCode?: boolean;
  readonly json?: boolean;
}

const NO_LIMIT = 2n ** 64n - 1n;

/** `rvrelay run`: one leg of one program on one target. */
export async function run(elf: string, args: readonly string[], options: RunOptions): Promise<void> {
  if ((options.snapshotAt === undefined) !== (options.out === undefined)) {
    throw new UsageError("--snapshot-at and --out go together");
  }
  if ((options.target?.length ?? 1) > 1) throw new UsageError("run takes one --target");
  const world = worldOf(elf, args, options);
  const start = options.resume === undefined ? "boot" : readSnapshot(options.resume);
  const maxCycles = options.snapshotAt ?? options.maxCycles ?? NO_LIMIT;
  const [target] = await openTargets(options);
  const started = performance.now();
  const leg: Leg = { start, maxCycles, snapshot: options.out !== undefined };
  const finish = await runOn(target, world, leg);
  if (!finish.started) throw new UsageError(`${options.resume ?? elf}: ${startProblem(finish, world, start)}`);
  if (options.out !== undefined) writeSnapshot(options.out, finish, maxCycles);
  const seconds = (performance.now() - started) / 1000;
  if (options.json) process.stdout.write(`${JSON.stringify(finishJson(finish, seconds), undefined, 2)}\n`);
  else process.stdout.write(finishText(finish));
  if (options.exitCode) process.exitCode = finish.stop.kind === "exit" ? finish.stop.code & 0xff : EXIT.broken;
}

async function runOn(target: Target, world: World, leg: Leg): Promise<Finish> {
  const reason = unsupportedReason(target, world);
  try {
    if (reason) throw new UsageError(reason);
    return await target.run(world, leg);
  } finally {
    await closeTargets([target]);
  }
}

function startProblem({ stop }: Finish, world: World, start: "boot" | WorldSnapshot): string {
  if (start === "boot") return `cannot be loaded: ${stopText(stop)}`;
  const name = stop.kind === "fault" ? stop.fault.name : "";
  if (name === "InvalidVersion") return `is a snapshot of VM version ${start.version}, not ${world.version}`;
  if (name === "SnapshotDataLoadError") {
    const known = new Set([0n, ...world.sources.map(({ id }) => id)]);
    const missing = start.pagesFromSource.find(({ id }) => !known.has(id));
    return `needs data source ${missing?.id ?? "?"}, which is not given (--data ID=FILE)`;
  }
  return `cannot be resumed: ${stopText(stop)}`;
}

function readSnapshot(file: string): WorldSnapshot {
  const bytes = readBytes(file);
  try {
    const isJson = file.endsWith(".json") || bytes.find((byte) => !WHITE_SPACE.includes(byte)) === OPENING_BRACE;
    return isJson ? decodeJson(bytes, u64Id) : decodeBincode(bytes, u64Id);
  } catch (error) {
    if (error instanceof SnapshotDecodeError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

const WHITE_SPACE = [...new TextEncoder().encode(" \t\r\n")];
const OPENING_BRACE = "{".charCodeAt(0);

function writeSnapshot(file: string, { snapshot, stop, state }: Finish, at: bigint): void {
  if (stop.kind !== "budget") {
    throw new UsageError(
      `${file}: not written: the program ended at cycle ${state.cycles}, before ${at} (${stopText(stop)})`,
    );
  }
  if (!snapshot) throw new UsageError(`no snapshot can be taken: ${stopText(stop)}`);
  writeWhole(file, file.endsWith(".json") ? encodeJson(snapshot, u64Id) : encodeBincode(snapshot, u64Id));
}
