import { ADAPTERS, adapterProgram, adapterTarget, isBuilt, type Adapter } from "../../src/cli/adapters.ts";
import { ProcessTarget } from "../../src/targets/index.ts";
import { behind } from "../behind.ts";

/** The adapter with this name. */
export function adapterNamed(name: string): Adapter {
  const found = ADAPTERS.find((each) => each.name === name);
  if (!found) throw new Error(`there is no adapter ${name}`);
  return found;
}

/** Why a test of this adapter cannot run here, or undefined if it can. */
export function whyNot(name: string): string | undefined {
  const adapter = adapterNamed(name);
  return isBuilt(adapter) ? undefined : `${name} is not built; build it with: ${adapterProgram(adapter).howToBuild}`;
}

const opened = new Map<string, Promise<ProcessTarget>>();

/** The adapter with this name, with its policy; opened once for a file of tests, and closed behind them. */
export async function opening(name: string): Promise<ProcessTarget> {
  const known = opened.get(name);
  if (known) return known;
  const target = open(name);
  opened.set(name, target);
  behind(async () => {
    opened.delete(name);
    await (await target).close();
  });
  return target;
}

async function open(name: string): Promise<ProcessTarget> {
  const target = await adapterTarget(adapterNamed(name), { policy: [], timeoutMs: 60_000 });
  if (!(target instanceof ProcessTarget)) throw new Error(`${name} is no process`);
  return target;
}
