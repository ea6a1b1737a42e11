import type { Readable, Writable } from "node:stream";
import { TargetError, unsupportedReason, type LegPlan, type Finish, type Target } from "../target.ts";
import type { World } from "../../case/index.ts";
import { introductionJson, PROTOCOL_VERSION } from "./capabilities.ts";
import { Field, shown as textOf, WireError } from "./field.ts";
import { finishText } from "./finish.ts";
import { KEPT_WORLDS_MAX, KeptWorlds } from "./kept-worlds.ts";
import { readLeg, readPlan } from "./leg.ts";
import { LineSplitter } from "./line-splitter.ts";

/** JSON-RPC's codes. */
const NOT_JSON = -32700;
const NOT_A_REQUEST = -32600;
const NO_SUCH_METHOD = -32601;
const WRONG_PARAMETERS = -32602;
const FAILED = -32603;

/** A request that cannot be answered, with its code. */
class RpcError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Answers requests of the wire protocol for `target`, one after the other, until `input` ends. */
export async function serve(target: Target, version: string, input: Readable, output: Writable): Promise<void> {
  const splitter = new LineSplitter();
  const worlds = new KeptWorlds();
  for await (const chunk of input as AsyncIterable<Buffer>) {
    for (const line of splitter.push(chunk)) {
      const answer = await answerTo(line, target, version, worlds);
      if (!output.write(`${answer}\n`)) await new Promise<void>((resolve) => output.once("drain", resolve));
    }
  }
}

/** The response to one line, as text. @param worlds those that lines before it gave */
export async function answerTo(
  line: string,
  target: Target,
  version: string,
  worlds = new KeptWorlds(),
): Promise<string> {
  let id: number | null = null;
  try {
    const message = parse(line);
    const asked = message.get("id").value;
    if (typeof asked === "number" && Number.isFinite(asked)) id = asked; // 1e400 is read as Infinity
    if (message.get("jsonrpc").value !== "2.0") throw new RpcError(NOT_A_REQUEST, "jsonrpc must be 2.0");
    if (id === null) throw new RpcError(NOT_A_REQUEST, "id must be a number");
    const method = message.get("method").value;
    const answer = typeof method === "string" && Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
    if (!answer) throw new RpcError(NO_SUCH_METHOD, `there is no method ${textOf(method)}`);
    const result = await answer(message.get("params"), { target, version, worlds });
    return `{"jsonrpc":"2.0","id":${id},"result":${result}}`;
  } catch (error) {
    return JSON.stringify({ jsonrpc: "2.0", id, error: errorOf(error) });
  }
}

function parse(line: string): Field {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RpcError(NOT_JSON, "the line is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RpcError(NOT_A_REQUEST, "the line is not a JSON object");
  }
  return new Field(value, "");
}

function errorOf(error: unknown): { code: number; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RpcError) return { code: error.code, message };
  return { code: error instanceof WireError ? WRONG_PARAMETERS : FAILED, message };
}

interface Served {
  readonly target: Target;
  readonly version: string;
  readonly worlds: KeptWorlds;
}

type Answer = (params: Field, served: Served) => Promise<string>;

const METHODS: Readonly<Record<string, Answer>> = {
  initialize: async (params, { target, version }) => {
    const { name, capabilities } = target;
    const asked = params.get("protocolVersion");
    asked.asInteger(PROTOCOL_VERSION, PROTOCOL_VERSION);
    const optional = { relay: capabilities.snapshots, keepsWorlds: KEPT_WORLDS_MAX };
    return JSON.stringify(introductionJson({ name, version, capabilities, ...optional }));
  },
  run: async (params, served) => {
    const world = supported(params, served);
    return finishText(await served.target.run(world, readLeg(params.get("leg"))));
  },
  relay: async (params, served) => {
    const finishes = await relay(served.target, supported(params, served), readPlan(params));
    return `{"finishes":[${finishes.map((finish, k) => finishText(shown(finish, k === finishes.length - 1))).join(",")}]}`;
  },
};

function supported(params: Field, { target, worlds }: Served): World {
  const world = worlds.read(params.get("world"));
  const reason = unsupportedReason(target, world);
  if (reason) throw new RpcError(WRONG_PARAMETERS, reason);
  return world;
}

/** Legs before the last one show only what a relay needs of them. */
function shown(finish: Finish, last: boolean): Finish {
  if (last) return finish;
  const { cycles, output } = finish.state;
  const { snapshot: _, ...rest } = finish;
  return { ...rest, state: { ...(cycles !== undefined && { cycles }), ...(output !== undefined && { output }) } };
}

async function relay(target: Target, world: World, plan: LegPlan): Promise<readonly Finish[]> {
  if (!target.capabilities.snapshots) throw new RpcError(NO_SUCH_METHOD, "the target takes and gives no snapshots");
  if (target.relay) return target.relay(world, plan);
  const finishes: Finish[] = [];
  let { start } = plan;
  for (const [k, maxCycles] of plan.limits.entries()) {
    const last = k === plan.limits.length - 1;
    const finish = await target.run(world, { start, maxCycles, snapshot: !last || plan.snapshot });
    finishes.push(finish);
    if (finish.stop.kind !== "budget" || last) return finishes;
    if (!finish.snapshot) throw new TargetError("a leg that was asked for a snapshot gave none");
    start = finish.snapshot;
  }
  return finishes;
}
