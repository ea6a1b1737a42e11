import type { World } from "../../case/index.ts";
import { ISA_B, ISA_MOP } from "../../isa/index.ts";
import type { Capabilities, Finish, Leg, Target } from "../target.ts";
import { TargetError } from "../target.ts";
import { FAULT_PAYLOADS } from "./answer.ts";
import { MEMORY_SIZE, OFFERED_CALLS, unsupportedWorld, WORLD_KINDS } from "./command.ts";
import { finishOf, runLogged } from "./logged-run.ts";
import { findDebuggerModule, loadDebuggerModule } from "./module.ts";
import type { Step } from "../step.ts";
import type { WasmModule } from "./wasi/index.ts";

/**
 * CKB-VM's plain interpreter as CKB's own debugger has it, built as a WebAssembly module that an npm package carries. It
 * shows the exit code and the exact cycles of programs that exit, and pc and registers where the end was another one;
 * whether a budget was spent is told from its step log with CKB's table of costs.
 */
export class CkbDebuggerTarget implements Target {
  readonly name: string = "ckb-debugger";
  readonly capabilities: Capabilities = {
    versions: [0, 1, 2],
    isa: ISA_B | ISA_MOP,
    memorySizeMin: MEMORY_SIZE,
    memorySizeMax: MEMORY_SIZE,
    costs: ["real"],
    systemCalls: OFFERED_CALLS,
    observes: [],
    observesSometimes: ["registers", "pc", "cycles"],
    faultPayloads: FAULT_PAYLOADS,
    snapshots: false,
    worldKinds: WORLD_KINDS,
  };
  readonly #module: WasmModule | undefined;

  /** @param module another build of the debugger; the one of the installed package if left out */
  constructor(module?: WasmModule) {
    this.#module = module;
  }

  /** One line about what is not there, or undefined if the target can run. */
  static missing(): string | undefined {
    const place = findDebuggerModule();
    return "missing" in place ? place.missing : undefined;
  }

  unsupported(world: World): string | undefined {
    return unsupportedWorld(world);
  }

  async run(world: World, leg: Leg): Promise<Finish> {
    if (leg.start !== "boot" || leg.snapshot) throw this.#failed("it takes and gives no snapshots");
    return this.#guarded(async () => finishOf(await this.#logged(world, leg.maxCycles), leg.maxCycles));
  }

  /**
   * The state before each instruction of a run that is executed within the budget, the first one included. The state
   * after the last one is not among them.
   * @throws TargetError
   */
  async steps(world: World, budgetCycles: bigint): Promise<readonly Step[]> {
    return this.#guarded(async () => (await this.#logged(world, budgetCycles)).trace.steps);
  }

  async #logged(world: World, budgetCycles: bigint): ReturnType<typeof runLogged> {
    return runLogged(this.#module ?? (await loadDebuggerModule()), world, budgetCycles);
  }

  async #guarded<T>(body: () => Promise<T>): Promise<T> {
    try {
      return await body();
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      const { kind, transcript, message } = error;
      throw new TargetError(message, { kind, transcript, target: this.name });
    }
  }

  #failed(message: string): TargetError {
    return new TargetError(message, { target: this.name });
  }
}
