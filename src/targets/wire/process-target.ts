import type { World } from "../../case/index.ts";
import type { PolicyEntry } from "../policy.ts";
import { TargetError, type Capabilities, type Finish, type Leg, type LegPlan, type Target } from "../target.ts";
import { PROTOCOL_VERSION, readIntroduction, type Introduction } from "./capabilities.ts";
import { Connection } from "./connection.ts";
import { type Field, WireError } from "./field.ts";
import { readFinish, SHOWN_BETWEEN } from "./finish.ts";
import { legText, planText } from "./leg.ts";
import { SentWorlds } from "./kept-worlds.ts";
import type { MemoryBefore } from "./state.ts";

/** How a process target is started. */
export interface ProcessOptions {
  /** The program and its arguments; no shell is involved. */
  readonly words: readonly string[];
  /** What reports call it. */
  readonly name: string;
  /** True for a name that it may give itself in its introduction, in place of `name`. */
  readonly mayBeCalled?: (name: string) => boolean;
  /** Longest time for one answer. */
  readonly timeoutMs?: number;
  readonly policy?: readonly PolicyEntry[];
}

/** Longest time for one answer where nothing else is said. */
export const TARGET_TIMEOUT_MS = 10_000;

/** Enough that neither side waits for the other. */
const PARALLEL = 8;

/**
 * A VM in a child process, behind the wire protocol (docs/wire-protocol.md). What the process does wrong is a
 * TargetError; after one, the next request starts a new process.
 */
export class ProcessTarget implements Target {
  readonly name: string;
  /** What it says of itself: its name and version. */
  readonly about: string;
  readonly capabilities: Capabilities;
  readonly policy: readonly PolicyEntry[];
  readonly parallel = PARALLEL;
  readonly relay?: (world: World, plan: LegPlan) => Promise<readonly Finish[]>;
  readonly #options: ProcessOptions;
  #connection: Connection | undefined;
  #connecting: Promise<Connection> | undefined;
  readonly #memories = new WeakMap<World, MemoryBefore>();

  /** Starts the process and asks it to introduce itself. @throws TargetError */
  static async open(options: ProcessOptions): Promise<ProcessTarget> {
    const connection = connect(options);
    try {
      const introduction = await introduce(connection);
      const name = options.mayBeCalled?.(introduction.name) ? introduction.name : options.name;
      connection.title = name;
      return new ProcessTarget({ ...options, name }, connection, introduction);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  private constructor(options: ProcessOptions, connection: Connection, introduction: Introduction) {
    this.#options = options;
    this.#connection = connection;
    this.name = options.name;
    this.about = `${introduction.name} ${introduction.version}`;
    this.capabilities = introduction.capabilities;
    this.policy = options.policy ?? [];
    if (introduction.relay) this.relay = async (world, plan) => this.#relay(world, plan);
  }

  /** @throws TargetError */
  async run(world: World, leg: Leg): Promise<Finish> {
    const { observes } = this.capabilities;
    return this.#ask(
      "run",
      ({ worlds }) => `{"world":${worlds.text(world)},"leg":${legText(leg)}}`,
      (result) => readFinish(result, world, this.capabilities, observes, this.#before(world)),
    );
  }

  /** Decodes pieces of `unit` bytes, each alone at `pc`; for tests of decoders. @throws TargetError */
  async decode(params: { version: number; isa: string; pc: string; unit: number; code: string }): Promise<string[]> {
    return this.#ask(
      "decode",
      () => JSON.stringify(params),
      (result) =>
        result
          .get("decoded")
          .asList()
          .map((each) => each.asText()),
    );
  }

  async close(): Promise<void> {
    await this.#connecting?.catch(() => {}); // told to whoever asked
    await this.#connection?.close();
    this.#connection = undefined;
  }

  async #relay(world: World, plan: LegPlan): Promise<readonly Finish[]> {
    const params = ({ worlds }: Connection): string => `{"world":${worlds.text(world)},${planText(plan)}}`;
    return this.#ask("relay", params, (result) => {
      const finishes = result.get("finishes");
      const list = finishes.asList();
      if (list.length === 0 || list.length > plan.limits.length) {
        throw finishes.wrong(`a list of 1 to ${plan.limits.length} finishes`);
      }
      const { observes } = this.capabilities;
      const between = observes.filter((part) => SHOWN_BETWEEN.includes(part));
      return list.map((each, k) =>
        readFinish(each, world, this.capabilities, k === list.length - 1 ? observes : between, this.#before(world)),
      );
    });
  }

  #before(world: World): MemoryBefore {
    let before = this.#memories.get(world);
    if (!before) this.#memories.set(world, (before = {}));
    return before;
  }

  /** @param params as JSON text, for the connection that they are sent over */
  async #ask<T>(method: string, params: (connection: Connection) => string, read: (result: Field) => T): Promise<T> {
    const connection = await this.#connected();
    const result = await connection.ask(method, params(connection));
    try {
      return read(result);
    } catch (error) {
      if (error instanceof WireError) throw connection.refuse(error);
      throw error;
    }
  }

  /** The process that is there, or a new one that has introduced itself. */
  async #connected(): Promise<Connection> {
    if (this.#connection && !this.#connection.isOver) return this.#connection;
    this.#connecting ??= this.#reconnect().finally(() => (this.#connecting = undefined));
    return this.#connecting;
  }

  async #reconnect(): Promise<Connection> {
    const connection = connect(this.#options);
    try {
      await introduce(connection);
    } catch (error) {
      await connection.close();
      throw error;
    }
    this.#connection = connection;
    return connection;
  }
}

function connect({ name, words, timeoutMs = TARGET_TIMEOUT_MS }: ProcessOptions): Connection {
  try {
    return new Connection(name, words, timeoutMs);
  } catch (error) {
    // Words that no process can have: none at all, an empty name, a NUL, too many of them.
    const how = error instanceof Error ? error.message : String(error);
    throw new TargetError(`${name} could not start: ${how}`, { kind: "could not start", target: name });
  }
}

async function introduce(connection: Connection): Promise<Introduction> {
  const client = { name: "rvrelay", version: `protocol ${PROTOCOL_VERSION}` };
  const answer = await connection.ask("initialize", JSON.stringify({ protocolVersion: PROTOCOL_VERSION, client }));
  try {
    const introduction = readIntroduction(answer);
    connection.worlds = new SentWorlds(introduction.keepsWorlds);
    return introduction;
  } catch (error) {
    if (error instanceof WireError) throw connection.refuse(error);
    throw error;
  }
}
