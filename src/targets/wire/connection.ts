import { TargetError, type TargetErrorKind } from "../target.ts";
import { Field, shown, type WireError } from "./field.ts";
import { SentWorlds } from "./kept-worlds.ts";
import { LineProcess } from "./line-process.ts";

/** A request that waits for its answer. */
interface Waiting {
  readonly resolve: (result: Field) => void;
  readonly reject: (error: TargetError) => void;
  readonly askedMs: number;
}

/**
 * Requests and answers of one child process. The first thing that goes wrong ends it: every request that waits fails
 * with what happened, and so does every later one.
 */
export class Connection {
  /** What reports call the target. */
  title: string;
  /** The worlds that its server keeps: none until that has said how many. */
  worlds = new SentWorlds(0);
  readonly #timeoutMs: number;
  readonly #process: LineProcess;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  /** Since when the oldest request that waits has been the oldest: a server may take one after the other. */
  #oldestMs = 0;
  #timer: NodeJS.Timeout | undefined;
  #failure: TargetError | undefined;
  #told = false;

  constructor(title: string, words: readonly string[], timeoutMs: number) {
    this.title = title;
    this.#timeoutMs = timeoutMs;
    this.#process = new LineProcess(words, {
      line: (text) => this.#line(text),
      end: ({ kind, how }) => this.#fail(kind, how),
    });
  }

  /** True once it is ended and somebody was told why: what goes wrong between two requests fails the next one. */
  get isOver(): boolean {
    return this.#told;
  }

  /** @param params JSON text @throws TargetError */
  async ask(method: string, params: string): Promise<Field> {
    if (this.#failure) {
      this.#told = true;
      throw this.#failure;
    }
    const id = ++this.#lastId;
    if (this.#waiting.size === 0) this.#process.hold(true);
    const answer = new Promise<Field>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, askedMs: performance.now() });
    });
    this.#process.write(`{"jsonrpc":"2.0","id":${id},"method":"${method}","params":${params}}`);
    this.#timer ??= setTimeout(() => this.#checkTime(), this.#timeoutMs);
    return answer;
  }

  /** Ends the process because of an answer that was well-formed and wrong. */
  refuse(error: WireError): TargetError {
    this.#process.stop({ kind: "gave a wrong answer", how: error.message });
    this.#told = true;
    return this.#failure ?? this.#error("gave a wrong answer", error.message);
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#failure ??= this.#error("failed", "it was closed");
    await this.#process.close();
  }

  #line(text: string): void {
    let message: Field;
    try {
      message = new Field(JSON.parse(text), "");
      message.asObject();
    } catch {
      this.#process.stop({ kind: "wrote garbage", how: "a line that is not a JSON object" });
      return;
    }
    const id = message.get("id");
    const waiting = typeof id.value === "number" ? this.#waiting.get(id.value) : undefined;
    const error = message.get("error");
    const result = message.get("result");
    if (message.get("jsonrpc").value !== "2.0" || error.isMissing === result.isMissing) {
      this.#process.stop({ kind: "wrote garbage", how: "a line that is not a JSON-RPC response" });
    } else if (!waiting) {
      this.#process.stop({ kind: "answered a request that was not made", how: `with id ${shown(id.value)}` });
    } else {
      const [oldest] = this.#waiting.values();
      if (oldest === waiting) this.#oldestMs = performance.now();
      this.#waiting.delete(Number(id.value));
      if (this.#waiting.size === 0) this.#idle();
      if (error.isMissing) waiting.resolve(result);
      else waiting.reject(this.#error("failed", errorText(error)));
    }
  }

  #idle(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#process.hold(false);
  }

  /** One timer serves all requests: it goes off when the oldest one may be late. */
  #checkTime(): void {
    this.#timer = undefined;
    const [oldest] = this.#waiting.values();
    if (!oldest) return;
    const left = this.#timeoutMs - (performance.now() - Math.max(oldest.askedMs, this.#oldestMs));
    if (left > 0) this.#timer = setTimeout(() => this.#checkTime(), left);
    else setImmediate(() => this.#giveUp(oldest)); // what has arrived while Node was busy is read before that
  }

  #giveUp(late: Waiting): void {
    const [oldest] = this.#waiting.values();
    if (oldest === late) this.#process.stop({ kind: "hung", how: `it did not answer within ${this.#timeoutMs} ms` });
    else if (oldest) this.#checkTime();
  }

  #fail(kind: TargetErrorKind, how: string): void {
    this.#failure = this.#error(kind, how);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    if (waiting.length > 0) this.#told = true;
    this.#idle();
    for (const { reject } of waiting) reject(this.#failure);
  }

  #error(kind: TargetErrorKind, how: string): TargetError {
    const transcript = this.#process.transcript.lines();
    return new TargetError(`${this.title} ${kind}: ${how}`, { kind, target: this.title, transcript });
  }
}

/** What a server says of its own failure. */
function errorText(error: Field): string {
  const message = typeof error.value === "object" && error.value !== null ? error.get("message").value : undefined;
  return typeof message === "string" ? message.split("\n", 1)[0].slice(0, 500) : "an error without a message";
}
