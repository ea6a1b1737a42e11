// Ends code that never ends. A second thread looks at the clock and interrupts the first one by way of the inspector.
import { Session } from "node:inspector";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** CPU time of one piece of work, many times what any check takes. Not time on the wall: other processes slow that down. */
const LIMIT_MS = 2000;
const LOOK_EVERY_MS = 100;

/** What `Watchdog.within` gives for work that it had to end. */
export const HUNG = Symbol("hung");

export class Watchdog {
  /** Number of the piece of work that runs; 0 while none does. */
  readonly #running = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker = new Worker(new URL(import.meta.url), { workerData: this.#running });
  readonly #ready = new Promise((resolve) => this.#worker.once("message", resolve));
  #pieces = 0;

  constructor() {
    this.#worker.unref();
  }

  /** What `work` gives, or HUNG. Its modules are not fit for use afterwards: it may have been ended anywhere. */
  async within<T>(work: () => Promise<T>): Promise<T | typeof HUNG> {
    await this.#ready; // from here on in a microtask: what is interrupted ends with it
    const hung = new Promise<typeof HUNG>((resolve) => this.#worker.once("message", () => resolve(HUNG)));
    this.#running[0] = ++this.#pieces;
    try {
      return await Promise.race([work(), hung]);
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
    const piece = running[0];
    if (piece !== last || piece === 0) [last, since] = [piece, user];
    else if ((user - since) / 1000 > LIMIT_MS) {
      since = user;
      session.post("Runtime.terminateExecution", () => parentPort?.postMessage("ended"));
    }
  }, LOOK_EVERY_MS);
}
