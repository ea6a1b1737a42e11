import { afterAll, describe } from "vitest";
import { ProcessTarget } from "../../src/targets/index.ts";
import { BIN } from "../cli/cli.ts";
import { targetContract } from "./target-contract.ts";

let opened: Promise<ProcessTarget> | undefined;

afterAll(async () => (await opened)?.close());

describe("target rvrelay serve", () => {
  targetContract(
    async () => (opened ??= ProcessTarget.open({ words: [process.execPath, BIN, "serve"], name: "served" })),
  );
});
