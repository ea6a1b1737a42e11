/** A time after which nothing is awaited any more. One timer for all: one for each try would cost more than many tries. */
export class Deadline {
  readonly #at: number;
  readonly #timeMs: number;
  #timer: NodeJS.Timeout | undefined;
  #over: Promise<false> | undefined;
  /** Timers and the clock need not agree to the millisecond. */
  #isOver = false;

  constructor(timeMs: number) {
    this.#timeMs = timeMs;
    this.#at = performance.now() + timeMs;
  }

  isOver(): boolean {
    return this.#isOver || performance.now() > this.#at;
  }

  /** The answer, or false if it is not there in time. What comes later, a failure too, is nobody's concern. */
  async await(answer: Promise<boolean>): Promise<boolean> {
    if (!Number.isFinite(this.#timeMs)) return answer;
    this.#over ??= new Promise((resolve) => {
      const left = Math.min(MOST_MS, Math.max(0, this.#at - performance.now()));
      this.#timer = setTimeout(() => {
        this.#isOver = true;
        resolve(false);
      }, left);
    });
    answer.catch(() => {});
    return Promise.race([answer, this.#over]);
  }

  /** Lets go of the timer. */
  end(): void {
    clearTimeout(this.#timer);
  }
}

/** The longest that a timer can wait, about 24 days. */
const MOST_MS = 2 ** 31 - 1;
