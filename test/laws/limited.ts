import { ReferenceTarget, type Capabilities, type Finish, type Target } from "../../src/targets/index.ts";

/** The reference under another name, with fewer capabilities; what it then must not show is taken out of its finishes. */
export function limited(name: string, less: Partial<Capabilities>, unsupported?: Target["unsupported"]): Target {
  const reference = new ReferenceTarget();
  const capabilities = { ...reference.capabilities, ...less };
  return {
    name,
    capabilities,
    ...(unsupported && { unsupported }),
    run(world, leg) {
      if (!capabilities.snapshots && (leg.start !== "boot" || leg.snapshot))
        throw new Error(`${name} was asked to relay`);
      const { state, ...finish }: Finish = reference.run(world, leg);
      const shown = Object.entries(state).filter(([part]) => capabilities.observes.some((each) => each === part));
      return { ...finish, state: Object.fromEntries(shown) };
    },
  };
}
