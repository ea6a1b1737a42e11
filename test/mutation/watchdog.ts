// Ends code that never ends. A second thread looks at the clock and interrupts the first one by way of the inspector.
import { Session } from "node:inspector";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/**
 * CPU time of one piece of work, twenty times what a check takes in modules that were just loaded: a mutant that only makes
 * code slow is no hang. Not time on the wall: other processes slow that down.
 */
export const LIMIT_MS = 5000;
/** The same for a check that is slow by itself. */
export const LIMIT_SLOW_MS = 20_000;
const LOOK_EVERY_MS = 100;

/** What `Watchdog.within` gives for work that it had to end. */
export const HUNG = Symbol("hung");

export class Watchdog {
  /** Number of the piece of work that runs, 0 while none does; and its limit in milliseconds. */
  readonly #running = new Int32Array(new SharedArrayBuffer(8));
  readonly #worker = new Worker(new URL(import.meta.url), { workerData: this.#running });
  readonly #ready = new Promise((resolve) => this.#worker.once("message", resolve));
  #pieces = 0;

  constructor() {
    this.#worker.unref();
  }

  /**
   * What `work` gives, or HUNG once it took more CPU time than `limitMs`. Its modules are not fit for use then: it may
   * have been ended anywhere.
   */
  async within<T>(work: () => Promise<T>, limitMs: number = LIMIT_MS): Promise<T | typeof HUNG> {
    await this.#ready;
    const hung = new Promise<typeof HUNG>((resolve) => this.#worker.once("message", () => resolve(HUNG)));
    this.#running[1] = limitMs;
    this.#running[0] = ++this.#pieces;
    try {
      // In a microtask of its own: what is interrupted ends with it, and this function must not.
      return await Promise.race([Promise.resolve().then(work), hung]);
    } finally {
      this.#running[0] = 0;
      this.#worker.removeAllListeners("message");
    }
  }
}

if (!isMainThread && workerData instanceof Int32Array) {
  const running = workerData;
  const session = new Session();
  session.connectToMainThread();
  parentPort?.postMessage("ready");
  let last = 0;
  let since = 0;
  setInterval(() => {
    const { user } = process.cpuUsage();
    const [piece, limitMs] = running;
    if (piece !== last || piece === 0) [last, since] = [piece, user];
    else if ((user - since) / 1000 > limitMs) {
      since = user;
      session.post("Runtime.terminateExecution", () => parentPort?.postMessage("ended"));
    }
  }, LOOK_EVERY_MS);
}
