import { expect, test } from "vitest";
import { behind, clearUp } from "./behind.ts";

test("what waits is done once, the last one first, and a failure stops nothing else", async () => {
  const done: string[] = [];
  behind(() => void done.push("first"));
  behind(async () => {
    await Promise.resolve();
    throw new Error("cannot be closed");
  });
  behind(() => void done.push("last"));
  await expect(clearUp()).rejects.toMatchObject({ errors: [new Error("cannot be closed")] });
  expect(done).toEqual(["last", "first"]);
  await clearUp();
  expect(done).toEqual(["last", "first"]);
});
