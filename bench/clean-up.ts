const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Does `work`, and then `cleanUp`, also where the work fails or somebody interrupts it; `cleanUp` may be called twice. */
export async function cleaningUp<T>(cleanUp: () => void, work: () => Promise<T>): Promise<T> {
  const interrupted = (): never => {
    cleanUp();
    process.exit(130);
  };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupted);
    cleanUp();
  }
}
