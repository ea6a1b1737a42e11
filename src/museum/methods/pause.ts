const EVERY = 32;

/** Lets signals in, once in some calls. */
export function pauseOften(): () => Promise<void> {
  let calls = 0;
  return async () => {
    if (calls++ % EVERY === 0) await new Promise((resolve) => setImmediate(resolve));
  };
}
