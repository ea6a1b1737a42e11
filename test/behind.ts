/** What is to be done when the tests of the file that runs now are done. */
const waiting: (() => void | Promise<void>)[] = [];

/** Does this when the tests of the file that runs now are done, the last one first. Works inside and outside of tests. */
export function behind(action: () => void | Promise<void>): void {
  waiting.push(action);
}

/** Does all that waits, also where some of it fails. @throws AggregateError of what failed */
export async function clearUp(): Promise<void> {
  const failures: unknown[] = [];
  for (let action = waiting.pop(); action !== undefined; action = waiting.pop()) {
    try {
      await action();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "clearing up behind a file of tests failed");
}
