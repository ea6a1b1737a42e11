import { expect, test } from "vitest";
import { HUNG, Watchdog } from "./watchdog.ts";

const LIMIT_MS = 200;

function loop(): never {
  for (;;);
}

test("code that never ends is ended, before its first await and behind it, and what comes next is asked", async () => {
  const watchdog = new Watchdog();
  expect(await watchdog.within(async () => loop(), LIMIT_MS)).toBe(HUNG);
  const behind = async (): Promise<void> => {
    await Promise.resolve();
    loop();
  };
  expect(await watchdog.within(behind, LIMIT_MS)).toBe(HUNG);
  expect(await watchdog.within(() => Promise.resolve(7), LIMIT_MS)).toBe(7);
  await expect(watchdog.within(() => Promise.reject(new Error("said so")), LIMIT_MS)).rejects.toThrow("said so");
});
