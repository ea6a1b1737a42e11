// A fault leaves pc, cycles, registers and memory as CKB-VM's rules for it say.
import type { World } from "../case/index.ts";
import type { Target } from "../targets/target.ts";
import { beyondMemory, ontoCode } from "./access-faults.ts";
import { runners } from "./chain.ts";
import { codeImage } from "./code-image.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { metFault } from "./met-fault.ts";
import { ask, behind, codeMayChange, costAt, endOf, faultStop, type Point, type Probe } from "./probe.ts";
import { sitesOf } from "./sites.ts";
import { brokenOn } from "./verdict.ts";

const NAME = "faults";

/**
 * The fault that the run of a case ends by, if it does, against the state before it; and, from the end of the run, one leg
 * for each fault that an instruction of the program can be made to meet.
 */
export const faultsLaw: Law = {
  name: NAME,
  sentence: "A fault leaves pc, cycles, registers and memory as CKB-VM's rules for it say.",
  preconditions:
    "Targets run the world; code cannot change; the run ends by a fault, or they take and give snapshots, so that faults can be provoked. Of targets that say that they decode or charge whole blocks, the rules are those for blocks.",
  brokenBy: [
    "canary-fault",
    "leaves pc at the instruction that faulted",
    "leaves pc behind bytes that are no instruction",
    "charges nothing where a fault is met",
    "charges a fetch that fails",
    "gives another address as payload",
    "takes the number of a call in 32 bits only",
    "changes the reservation by a fault",
    "lets an instruction exceed the limit by a cycle",
    "says that cycles beyond 2^64 exceed the limit",
    "gives addresses of 32 bits as payload with a sign",
  ],
  cuts: false,
  needs: { snapshots: true },
  every: 10,
  exercises: {
    "load beyond memory": 0.3,
    "store beyond memory": 0.3,
    "lr beyond memory": 0.1,
    "sc beyond memory": 0.1,
    "amo beyond memory": 0.1,
    "store to an executable page": 0.1,
    "sc to an executable page": 0.05,
    "amo to an executable page": 0.1,
    "a system call that nobody offers": 0.3,
    "a fetch beyond memory": 0.5,
    "bytes that are no instruction": 0.5,
    "an instruction that costs too much": 0.5,
    "an instruction whose cost exceeds 2^64 cycles": 0.5,
  },
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = runners(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const { world } = checked;
    const changing = codeMayChange(world);
    if (changing !== undefined) return { kind: "unsupported", reason: changing };
    const book = new EvidenceBook();
    for (const target of book.turns(usable)) {
      const { finish, point } = await endOf(checked, target, book);
      const met = await metFault(checked, target, finish, book);
      if (met) return brokenOn(NAME, target.name, met, book);
      for (const probe of point ? probesOf(world, target, point) : []) {
        const breach = await ask(world, target, point!, probe, book);
        if (breach) return brokenOn(NAME, target.name, breach, book);
      }
    }
    if (book.comparisons === 0)
      return { kind: "unsupported", reason: "the run meets no fault, and none can be provoked" };
    return { kind: "held", evidence: book.evidence() };
  },
};

/** A call that no world offers: CKB-VM compares all 64 bits of a7, so that this is not an exit. */
const NO_CALL = (1n << 32n) + 93n;
const A7 = 17;
const CYCLES_MAX = 2n ** 64n - 1n;
/** Also such that lose something in 32 bits, as a floating-point number, or with a sign. */
const LIMITS = [1000n, 2n ** 32n + 1n, 2n ** 53n + 1n, 2n ** 63n + 1n];

function probesOf(world: World, { capabilities }: Target, point: Point): Probe[] {
  const { found, invalid } = sitesOf(world);
  const image = codeImage(world.program);
  const variant = image?.seed ?? 0;
  const probes: Probe[] = [];
  for (const kind of ["load", "store", "lr", "amo", "sc"] as const) {
    const site = found.get(kind);
    if (site) probes.push(beyondMemory(site, world, point, variant + probes.length));
  }
  const [page] = [...(image?.pages.keys() ?? [])];
  const observed = capabilities.observes.includes("pageFlags");
  const storing = found.get("amo") ?? found.get("sc") ?? found.get("store");
  const onto = storing && observed ? ontoCode(storing, world, point, page, variant) : undefined;
  if (onto) probes.push(onto);
  const ecall = found.get("ecall");
  if (ecall) {
    probes.push({
      what: "a system call that nobody offers",
      pc: ecall.pc,
      registers: new Map([[A7, NO_CALL]]),
      cycles: costAt(ecall, world),
      stop: faultStop({ name: "InvalidEcall", code: NO_CALL }),
      changes: behind(ecall, world, point),
    });
  }
  const target = farTargets(BigInt(world.memorySize), variant)[variant % FAR_TARGETS];
  probes.push({
    what: "a fetch beyond memory",
    pc: target,
    // Nothing is executed there, however much may be: the one place for limits that no run spends.
    cycles: LIMITS[variant % LIMITS.length],
    snapshot: true,
    stop: faultStop({ name: "MemOutOfBound", address: target, kind: "Memory" }),
    changes: {},
  });
  if (invalid) {
    const fault = { name: "InvalidInstruction", pc: invalid.pc, instruction: invalid.word } as const;
    // The fetch comes before any look at what is left.
    const cycles = BigInt(variant & 1);
    probes.push({ what: "bytes that are no instruction", pc: invalid.pc, cycles, stop: faultStop(fault), changes: {} });
  }
  const plain = found.get("store") ?? found.get("plain") ?? ecall;
  if (plain) {
    const cycles = costAt(plain, world) - 1n;
    probes.push({
      what: "an instruction that costs too much",
      pc: plain.pc,
      cycles,
      stop: { kind: "budget" },
      changes: {},
    });
    // The sum is looked at before the limit, also where nothing is left, and where more than the limit was spent. Targets that
    // work on blocks may meet what stands further on in the block first.
    if (capabilities.blocks === undefined) {
      const spent = CYCLES_MAX - (BigInt(variant) % costAt(plain, world));
      probes.push({
        what: "an instruction whose cost exceeds 2^64 cycles",
        pc: plain.pc,
        spent,
        cycles: [0n, CYCLES_MAX - spent, -1n, -spent][variant & 3],
        stop: faultStop({ name: "CyclesOverflow" }),
        changes: {},
      });
    }
  }
  return probes;
}

const FAR_TARGETS = 10;

/** Where no memory is, in what 32 bits say with another sign or of an address in memory, and what 64 say so; odd ones, too. */
function farTargets(memoryEnd: bigint, variant: number): readonly bigint[] {
  const pc = BigInt(variant) % memoryEnd;
  return [
    memoryEnd,
    2n ** 31n + pc,
    memoryEnd + 1n,
    2n ** 31n,
    2n ** 32n - 2n,
    (2n ** 31n + pc) | 1n,
    2n ** 63n,
    2n ** 63n + pc,
    2n ** 64n - 2n,
    2n ** 64n - 1n,
  ];
}
